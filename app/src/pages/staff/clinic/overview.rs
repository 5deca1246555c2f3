//! `/staff/overview`: how many codes led to a connection, where patients stop, and how long they take. For managers.

use crate::components::{
    Button, ButtonLink, Document, Frame, PageHead, Place, Room, Weight, document,
};
use crate::page::Page;
use crate::pages::staff::clinic::overview_tables::{bar, days, ends, funnel, months, shares};
use domain::connect_request::{Delivery, Listed, Standing};
use domain::ids::ConnectRequestId;
use domain::statistics::{Count, Counted, Counts, Range, Share};
use domain::timestamp::Timestamp;
use domain::zone::{Local, Zone};
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub range: Range,
    /// Codes of this range whose day is not known are not among the counts.
    pub partly: bool,
    /// Requests that end within days, the soonest first.
    pub ending: Vec<Ending>,
    /// Each month that is shown as counts name it, with any moment in it; the earliest first.
    pub months: Vec<(String, Local)>,
    /// What was counted of the codes created in the range.
    pub counts: Vec<Count>,
    /// The same of as long a time before.
    pub before: Vec<Count>,
    /// How many requests each of the lists has.
    pub lists: Vec<(Listed, u64)>,
}

/// A request that ends soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub ends_at: Timestamp,
    pub days_left: Option<u64>,
    /// Where its code can be sent again; None for letters.
    pub email: Option<String>,
}

impl View {
    fn listed(&self, listed: Listed) -> u64 {
        let count = self.lists.iter().find(|(list, _)| *list == listed);
        count.map_or(0, |(_, count)| *count)
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff(Place::Overview), t!("overview-heading"));
    document(frame, about, || {
        let counts = Counts::new(&view.counts);
        let numbers = if counts.sum(Counted::Made, |_| true) == 0 {
            view! { <p class="lead">{t!("overview-none")}</p> }.into_any()
        } else {
            view! {
                {figures(view, counts).into_any()}
                {funnel(counts).into_any()}
                {ends(counts).map(IntoAny::into_any)}
                <div class="pairs">
                    {deliveries(counts).into_any()}
                    {languages(&view.counts, counts).into_any()}
                </div>
                {days(&counts.days()).into_any()}
                {months(&view.months, counts).into_any()}
            }
            .into_any()
        };
        let file = address("/staff/overview.csv", view.range);
        let under = match view.range.days() {
            Some(days) => t!("overview-about-days", days = days),
            None => t!("overview-about"),
        };
        view! {
            <PageHead heading=t!("overview-heading") under=Some(under)>
                <ButtonLink href=file weight=Weight::Secondary>
                    {t!("overview-file")}
                </ButtonLink>
            </PageHead>
            {ranges(view.range).into_any()}
            {view.partly.then(|| view! { <p class="hint">{t!("overview-partly")}</p> })}
            {numbers}
            {ending(view, frame.time_zone).map(IntoAny::into_any)}
        }
    })
}

fn address(path: &str, range: Range) -> String {
    if range == Range::default() {
        path.to_owned()
    } else {
        format!("{path}?range={}", range.name())
    }
}

fn ranges(current: Range) -> impl IntoView + use<> {
    let links = Range::ALL.map(|range| {
        let words = match range.days() {
            Some(days) => t!("overview-range-days", days = days),
            None => t!("overview-range-year"),
        };
        let here = (range == current).then_some("page");
        view! {
            <a href=address("/staff/overview", range) aria-current=here>
                {words}
            </a>
        }
    });
    view! {
        <nav class="tabs short" aria-label=t!("overview-range")>
            {links.collect_view()}
        </nav>
    }
}

/// Who loses the way in within days, each with what helps, and what helps all of them.
fn ending(view: &View, zone: Zone) -> Option<impl IntoView + use<>> {
    let all = view.listed(Listed::EndingSoon);
    let rows = view
        .ending
        .iter()
        .map(|one| ending_row(one, zone).into_any())
        .collect_view();
    let ids = view
        .ending
        .iter()
        .map(|one| view! { <input type="hidden" name="request" value=one.request.to_string() /> })
        .collect_view();
    let shown = view.ending.len();
    (shown > 0).then(|| {
        view! {
            <section class="card" aria-labelledby="ending-heading">
                <h2 id="ending-heading">{t!("overview-ending")}</h2>
                <ul class="ending">{rows}</ul>
                <form class="ways-on" method="post" action="/staff/requests/reissue">
                    {ids}
                    <Button weight=Weight::Secondary>{t!("overview-ending-new", count = shown)}</Button>
                </form>
                {list(Listed::EndingSoon, all, t!("overview-ending-all", count = counted(all)))}
            </section>
        }
    })
}

fn ending_row(one: &Ending, zone: Zone) -> impl IntoView + use<> {
    let request = format!("/staff/requests/{}", one.request);
    let (name, whose) = (one.friendly_name.clone(), one.friendly_name.clone());
    let help = match &one.email {
        Some(email) => view! {
            <form method="post" action="/staff/requests/send-email">
                <input type="hidden" name="connect_request" value=one.request.to_string() />
                <input type="hidden" name="email" value=email.clone() />
                <Button weight=Weight::Secondary small=true>
                    {t!("overview-ending-send")}
                    <span class="unseen">{whose}</span>
                </Button>
            </form>
        }
        .into_any(),
        None => view! {
            <ButtonLink href=format!("{request}/letter") weight=Weight::Secondary small=true>
                {t!("overview-ending-print")}
                <span class="unseen">{whose}</span>
            </ButtonLink>
        }
        .into_any(),
    };
    let ends = words::weekday_date(zone.at(one.ends_at));
    let when = match one.days_left {
        Some(days) => t!("overview-ending-when", date = ends, days = days),
        None => ends,
    };
    view! {
        <li>
            <div>
                <a href=request>{name}</a>
                <p class="hint">{when}</p>
            </div>
            {help}
        </li>
    }
}

/// The numbers that a manager asks for first.
fn figures(view: &View, counts: Counts<'_>) -> impl IntoView + use<> {
    let share = counts.share(|_| true);
    let before = Counts::new(&view.before).share(|_| true).percent();
    let days = counts.days();
    let days_figure = days.median().map_or_else(
        || t!("overview-too-few"),
        |median| t!("overview-days", days = median),
    );
    let slowest = days
        .slowest_tenth()
        .map(|slowest| view! { <p class="hint">{t!("overview-slowest", days = slowest)}</p> });
    let (ending, stopped) = (
        view.listed(Listed::EndingSoon),
        view.listed(Listed::Standing(Standing::Stopped)),
    );
    let trouble = view.listed(Listed::MailTrouble);
    view! {
        <div class="figures">
            <section class="card">
                <h2>{t!("overview-connected")}</h2>
                <p class="figure">{percent(share)}</p>
                <p class="hint">{t!("overview-of", connected = share.connected, of = share.of)}</p>
                {before.map(|before| view! { <p class="hint">{earlier(view.range, before)}</p> })}
            </section>
            <section class="card">
                <h2>{t!("overview-until")}</h2>
                <p class="figure">{days_figure}</p>
                {days.median().map(|_| view! { <p class="hint">{t!("overview-median")}</p> })}
                {slowest}
            </section>
            <section class="card">
                <h2>{t!("overview-ending")}</h2>
                <p class="figure">{counted(ending)}</p>
                {list(Listed::EndingSoon, ending, t!("overview-ending-list"))}
            </section>
            <section class="card">
                <h2>{t!("overview-attention")}</h2>
                <p class="figure">{counted(stopped + trouble)}</p>
                {list(
                    Listed::Standing(Standing::Stopped),
                    stopped,
                    t!("overview-locked-list", count = stopped),
                )}
                {list(Listed::MailTrouble, trouble, t!("overview-mail-list", count = trouble))}
            </section>
        </div>
    }
}

/// The share of as long a time before.
fn earlier(range: Range, percent: u64) -> Wording {
    match range.days() {
        Some(days) => t!("overview-before-days", days = days, percent = percent),
        None => t!("overview-before", percent = percent),
    }
}

/// Lists are counted up to a bound.
fn counted(count: u64) -> String {
    if count > u64::from(domain::policy::COUNTED_MAX) {
        format!("{}+", domain::policy::COUNTED_MAX)
    } else {
        count.to_string()
    }
}

fn list(listed: Listed, count: u64, words: Wording) -> Option<impl IntoView + use<>> {
    let href = format!("/staff/requests?state={}", listed.name());
    (count > 0).then(|| {
        view! {
            <p>
                <a href=href>{words}</a>
            </p>
        }
    })
}

pub(super) fn percent(share: Share) -> Wording {
    share.percent().map_or_else(
        || t!("overview-too-few"),
        |percent| t!("overview-percent", percent = percent),
    )
}

fn deliveries(counts: Counts<'_>) -> impl IntoView + use<> {
    let rows = Delivery::ALL.map(|delivery| {
        let share = counts.share(|one| one.delivery == delivery);
        let name = match delivery {
            Delivery::Email => t!("overview-email"),
            Delivery::Letter => t!("overview-letter"),
            Delivery::Both => t!("overview-both"),
        };
        (name, share)
    });
    shares(
        "channel",
        t!("overview-channel"),
        t!("overview-channel-way"),
        rows.into(),
    )
}

/// By the language itself: "es" and "es-MX" are one row. The most frequent first.
fn languages(all: &[Count], counts: Counts<'_>) -> impl IntoView + use<> {
    let mut languages: Vec<&str> = all.iter().map(|one| primary(&one.language)).collect();
    languages.sort_unstable();
    languages.dedup();
    let mut rows: Vec<_> = languages
        .into_iter()
        .map(|language| {
            let share = counts.share(|one| primary(&one.language) == language);
            (
                t!(
                    "overview-language-name",
                    tag = if language.is_empty() {
                        "none"
                    } else {
                        language
                    }
                    .to_owned()
                ),
                share,
            )
        })
        .filter(|(_, share)| share.of > 0)
        .collect();
    rows.sort_by_key(|(_, share)| std::cmp::Reverse(share.of));
    shares(
        "language",
        t!("overview-language"),
        t!("overview-language-one"),
        rows,
    )
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A share as a bar and in percent.
pub(super) fn share_cell(share: Share) -> impl IntoView + use<> {
    let picture = share.percent().map(|percent| bar(percent, 100));
    view! { {picture} {percent(share)} }
}

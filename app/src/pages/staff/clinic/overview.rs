//! `/staff/overview`: how many codes led to a connection, where patients stop, and how long they take. For managers.

use crate::components::{ButtonLink, Document, Frame, PageHead, Place, Room, Weight, document};
use crate::page::Page;
use crate::pages::staff::clinic::overview_tables::{bar, days, funnel, months, shares};
use domain::connect_request::{Delivery, Listed, Standing};
use domain::statistics::{Count, Counted, Counts, Share};
use domain::zone::Local;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Each month that is shown as counts name it, with any moment in it; the earliest first.
    pub months: Vec<(String, Local)>,
    /// What was counted of the codes created in these months.
    pub counts: Vec<Count>,
    /// The same of the twelve months before.
    pub before: Vec<Count>,
    /// How many requests each of the lists has.
    pub lists: Vec<(Listed, u64)>,
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
                <div class="pairs">
                    {deliveries(counts).into_any()}
                    {languages(&view.counts, counts).into_any()}
                </div>
                {days(&counts.days()).into_any()}
                {months(&view.months, counts).into_any()}
            }
            .into_any()
        };
        view! {
            <PageHead heading=t!("overview-heading") under=Some(t!("overview-about"))>
                <ButtonLink href="/staff/overview.csv" weight=Weight::Secondary>
                    {t!("overview-file")}
                </ButtonLink>
            </PageHead>
            {numbers}
        }
    })
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
                {before.map(|before| view! { <p class="hint">{t!("overview-before", percent = before)}</p> })}
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

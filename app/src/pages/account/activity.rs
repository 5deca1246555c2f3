//! `/account/activity`: who did what with the person's records, in sentences, day by day.

use crate::components::{ButtonLink, Document, Frame, Notice, Room, Weight, document};
use crate::page::Page;
use crate::pages::clinic::Phone;
use domain::ids::{ApplicationId, RecordId};
use domain::thing::Act;
use domain::thing::reading::Sort;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use uuid::Uuid;
use words::Wording;
use words::{t, things};

#[derive(Clone)]
pub struct View {
    pub lines: Vec<Line>,
    pub clinics: Vec<Clinic>,
    pub records: Vec<(RecordId, String)>,
    /// What is shown alone.
    pub clinic: Option<ApplicationId>,
    pub record: Option<RecordId>,
    /// Not the first page.
    pub further: bool,
    /// Where the next page begins.
    pub next: Option<Uuid>,
    /// Whether there is a mail of each month.
    pub monthly_mail: bool,
}

#[derive(Clone)]
pub struct Clinic {
    pub id: ApplicationId,
    pub name: String,
    pub phone: String,
}

/// The same act on the same sort of things, on one day.
#[derive(Clone)]
pub struct Line {
    pub who: Who,
    pub act: Act,
    /// None for no sort in particular.
    pub sort: Option<Sort>,
    pub record: String,
    pub at: Timestamp,
    pub zone: Zone,
    pub times: u64,
    pub things: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    You,
    Clinic(String),
    /// Another one who looks after the record.
    Person(String),
    /// An application, or a person, that is gone.
    Another,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Patient, t!("activity-heading"));
    document(frame, about, || {
        let none = view
            .lines
            .is_empty()
            .then(|| view! { <p>{t!("activity-none")}</p> });
        let newest = view.further.then(|| {
            view! {
                <ButtonLink href=address(view.clinic, view.record, None) weight=Weight::Secondary>
                    {t!("activity-newest")}
                </ButtonLink>
            }
        });
        let older = view.next.map(|next| {
            view! {
                <ButtonLink
                    href=address(view.clinic, view.record, Some(next))
                    weight=Weight::Secondary
                >
                    {t!("activity-older")}
                </ButtonLink>
            }
        });
        view! {
            <h1>{t!("activity-heading")}</h1>
            <p>{t!("activity-intro")}</p>
            {tabs(view)}
            {records(view)}
            {none}
            {days(&view.lines)}
            <p class="pages">{newest} {older}</p>
            <p>
                {if view.monthly_mail { t!("activity-monthly") } else { t!("activity-monthly-off") }} " "
                <a href="/account/details#preferences">{t!("activity-monthly-change")}</a>
            </p>
            {wrong(view)}
        }
    })
}

fn address(
    clinic: Option<ApplicationId>,
    record: Option<RecordId>,
    before: Option<Uuid>,
) -> String {
    let mut parts = Vec::new();
    parts.extend(clinic.map(|id| format!("clinic={id}")));
    parts.extend(record.map(|id| format!("record={id}")));
    parts.extend(before.map(|id| format!("before={id}")));
    if parts.is_empty() {
        "/account/activity".to_owned()
    } else {
        format!("/account/activity?{}", parts.join("&"))
    }
}

fn tabs(view: &View) -> Option<impl IntoView + use<>> {
    if view.clinics.is_empty() {
        return None;
    }
    let tab = |id: Option<ApplicationId>, name: Wording| {
        let current = (view.clinic == id).then_some("page");
        view! {
            <li>
                <a href=address(id, view.record, None) aria-current=current>
                    {name}
                </a>
            </li>
        }
    };
    let clinics = view.clinics.iter();
    let clinics: Vec<_> = clinics
        .map(|clinic| tab(Some(clinic.id), clinic.name.clone().into()))
        .collect();
    Some(view! {
        <nav class="log-tabs" aria-label=t!("activity-clinics")>
            <ul>{tab(None, t!("activity-all-clinics"))} {clinics}</ul>
        </nav>
    })
}

fn records(view: &View) -> Option<impl IntoView + use<>> {
    if view.records.len() < 2 {
        return None;
    }
    let shown = view.records.iter().find(|(id, _)| Some(*id) == view.record);
    let shown = shown.map_or_else(
        || t!("activity-all-records"),
        |(_, name)| t!("activity-record", record = name.clone()),
    );
    let link = |id: Option<RecordId>, name: Wording| {
        let current = (view.record == id).then_some("page");
        view! {
            <li>
                <a href=address(view.clinic, id, None) aria-current=current>
                    {name}
                </a>
            </li>
        }
    };
    let records = view.records.iter();
    let records: Vec<_> = records
        .map(|(id, name)| link(Some(*id), name.clone().into()))
        .collect();
    Some(view! {
        <details class="log-filter">
            <summary>{shown}</summary>
            <nav aria-label=t!("activity-records")>
                <ul>{link(None, t!("activity-all-records"))} {records}</ul>
            </nav>
        </details>
    })
}

/// The lines of each day under its date.
fn days(lines: &[Line]) -> impl IntoView + use<> {
    let day = |line: &Line| words::date(line.zone.at(line.at));
    let mut days: Vec<(Wording, Vec<&Line>)> = Vec::new();
    for line in lines {
        let date = day(line);
        match days.last_mut() {
            Some((known, same)) if *known == date => same.push(line),
            _ => days.push((date, vec![line])),
        }
    }
    let shown: Vec<_> = days
        .into_iter()
        .map(|(date, lines)| {
            let lines: Vec<_> = lines.into_iter().map(line).collect();
            view! {
                <h2 class="day">{date}</h2>
                <ul class="own-rows card log">{lines}</ul>
            }
        })
        .collect();
    shown.collect_view()
}

fn line(line: &Line) -> impl IntoView + use<> {
    let class = match line.act {
        Act::Read => "read",
        Act::Refused => "refused",
        Act::Added | Act::Changed | Act::Removed => "wrote",
    };
    view! {
        <li class=class>
            <span class="grow">
                <strong>{what(line)}</strong>
                <span class="hint">{when(line)}</span>
            </span>
        </li>
    }
}

fn what(line: &Line) -> Wording {
    let what = things::looked_at(line.sort);
    let clinic = match &line.who {
        Who::You => {
            return match line.act {
                Act::Changed => t!("activity-you-changed", what = what),
                Act::Removed => t!("activity-you-removed", what = what),
                _ => t!("activity-you-added", what = what),
            };
        }
        Who::Clinic(name) | Who::Person(name) => name.clone().into(),
        Who::Another => t!("activity-another"),
    };
    match line.act {
        Act::Read => t!("activity-read", clinic = clinic, what = what),
        Act::Added => t!("activity-added", clinic = clinic, what = what),
        Act::Changed => t!("activity-changed", clinic = clinic, what = what),
        Act::Removed => t!("activity-removed", clinic = clinic, what = what),
        Act::Refused => t!("activity-refused", clinic = clinic, what = what),
    }
}

fn when(line: &Line) -> Wording {
    let clock = words::clock(line.zone.at(line.at));
    let more = line.times.saturating_sub(1);
    let record = line.record.clone();
    if line.act == Act::Refused {
        t!(
            "activity-when-refused",
            record = record,
            clock = clock,
            more = more
        )
    } else {
        t!(
            "activity-when",
            record = record,
            clock = clock,
            more = more,
            things = line.things
        )
    }
}

fn wrong(view: &View) -> Option<impl IntoView + use<>> {
    if view.clinics.is_empty() {
        return None;
    }
    let shown = |clinic: &&Clinic| view.clinic.is_none_or(|id| id == clinic.id);
    let calls: Vec<_> = view
        .clinics
        .iter()
        .filter(shown)
        .map(|clinic| {
            let name = clinic.name.clone();
            view! {
                <li>
                    {name} ": " <Phone number=&clinic.phone />
                </li>
            }
        })
        .collect();
    Some(view! {
        <Notice title=Some(t!("activity-wrong"))>
            <p>{t!("activity-wrong-call")}</p>
            <ul>{calls}</ul>
            <p>
                <a href="/account">{t!("activity-wrong-disconnect")}</a>
            </p>
        </Notice>
    })
}

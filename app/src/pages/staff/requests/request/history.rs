//! What happened to a request, newest first.

use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    pub at: Timestamp,
    pub what: EventKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    Made,
    /// And its question or answer is easy to guess.
    MadeWithReason,
    Mailed,
    MailFailed,
    MailUnknown,
    /// The code was over before the mail could leave.
    MailDropped,
    Reminded,
    ReminderFailed,
    /// The patient was told of the stopped code.
    Noticed,
    NoticeFailed,
    /// Letter downloaded.
    Lettered,
    WrongAnswer,
    Connected,
    /// The record has another name than the letter, and the patient meant it.
    ConnectedAllTheSame,
    /// The patient was asked whether they chose the right record.
    RecordChecked,
    RecordChanged,
    PermissionsChanged,
    Disconnected,
    /// The clinic's application gave the connection up.
    GivenUp,
    /// The patient said that the code was not meant for them.
    NotMe,
    Ended,
    Stopped,
    /// It belongs to another external id from then on.
    Renamed,
    /// Two external ids became one.
    Merged,
    Replaced,
    Cancelled,
}

pub(super) fn card(moments: &[TimelineEntry], now: Timestamp, zone: Zone) -> impl IntoView + use<> {
    let now = zone.at(now);
    let lines = moments
        .iter()
        .rev()
        .map(|moment| {
            let at = zone.at(moment.at);
            view! {
                <li class=class(moment.what)>
                    <span>{happened(moment.what)}</span>
                    " "
                    <time datetime=moment.at.rfc3339()>{words::short_date_and_time(at, now)}</time>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card" id="history" data-live aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{t!("request-timeline")}</h2>
            <ol class="timeline">{lines}</ol>
            <p class="hint">{t!("request-timeline-zone", zone = words::zone(zone))}</p>
        </section>
    }
}

/// The rows that are emphasized.
const fn class(what: EventKind) -> &'static str {
    match what {
        EventKind::Connected | EventKind::ConnectedAllTheSame => "good",
        EventKind::MailFailed | EventKind::NotMe | EventKind::Stopped => "bad",
        _ => "",
    }
}

fn happened(what: EventKind) -> Wording {
    match what {
        EventKind::Made => t!("happened-made"),
        EventKind::MadeWithReason => t!("happened-made-with-reason"),
        EventKind::Mailed => t!("happened-mailed"),
        EventKind::MailFailed => t!("happened-mail-failed"),
        EventKind::MailUnknown => t!("happened-mail-unknown"),
        EventKind::MailDropped => t!("happened-mail-dropped"),
        EventKind::Reminded => t!("happened-reminded"),
        EventKind::ReminderFailed => t!("happened-reminder-failed"),
        EventKind::Noticed => t!("happened-noticed"),
        EventKind::NoticeFailed => t!("happened-notice-failed"),
        EventKind::Lettered => t!("happened-letter"),
        EventKind::WrongAnswer => t!("happened-wrong-answer"),
        EventKind::Connected => t!("happened-connected"),
        EventKind::ConnectedAllTheSame => t!("happened-connected-all-the-same"),
        EventKind::RecordChecked => t!("happened-record-checked"),
        EventKind::RecordChanged => t!("happened-record-changed"),
        EventKind::PermissionsChanged => t!("happened-permissions-changed"),
        EventKind::Disconnected => t!("happened-disconnected"),
        EventKind::GivenUp => t!("happened-given-up"),
        EventKind::NotMe => t!("happened-not-me"),
        EventKind::Ended => t!("happened-ended"),
        EventKind::Stopped => t!("happened-stopped"),
        EventKind::Renamed => t!("happened-renamed"),
        EventKind::Merged => t!("happened-merged"),
        EventKind::Replaced => t!("happened-replaced"),
        EventKind::Cancelled => t!("happened-cancelled"),
    }
}

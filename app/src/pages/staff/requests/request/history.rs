//! What happened to a request, newest first.

use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub at: Timestamp,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
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
    /// Its letter was downloaded.
    Lettered,
    WrongAnswer,
    Connected,
    /// The record has another name than the letter, and the patient meant it.
    ConnectedAllTheSame,
    /// The patient was asked whether they chose the right record.
    RecordChecked,
    RecordChanged,
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

pub(super) fn card(moments: &[Moment], now: Timestamp, zone: Zone) -> impl IntoView + use<> {
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
        <section class="card" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{t!("request-timeline")}</h2>
            <ol class="timeline">{lines}</ol>
            <p class="hint">{t!("request-timeline-zone", zone = words::zone(zone))}</p>
        </section>
    }
}

/// What stands out.
const fn class(what: What) -> &'static str {
    match what {
        What::Connected | What::ConnectedAllTheSame => "good",
        What::MailFailed | What::NotMe | What::Stopped => "bad",
        _ => "",
    }
}

fn happened(what: What) -> String {
    match what {
        What::Made => t!("happened-made"),
        What::MadeWithReason => t!("happened-made-with-reason"),
        What::Mailed => t!("happened-mailed"),
        What::MailFailed => t!("happened-mail-failed"),
        What::MailUnknown => t!("happened-mail-unknown"),
        What::MailDropped => t!("happened-mail-dropped"),
        What::Reminded => t!("happened-reminded"),
        What::ReminderFailed => t!("happened-reminder-failed"),
        What::Noticed => t!("happened-noticed"),
        What::NoticeFailed => t!("happened-notice-failed"),
        What::Lettered => t!("happened-letter"),
        What::WrongAnswer => t!("happened-wrong-answer"),
        What::Connected => t!("happened-connected"),
        What::ConnectedAllTheSame => t!("happened-connected-all-the-same"),
        What::RecordChecked => t!("happened-record-checked"),
        What::RecordChanged => t!("happened-record-changed"),
        What::Disconnected => t!("happened-disconnected"),
        What::GivenUp => t!("happened-given-up"),
        What::NotMe => t!("happened-not-me"),
        What::Ended => t!("happened-ended"),
        What::Stopped => t!("happened-stopped"),
        What::Renamed => t!("happened-renamed"),
        What::Merged => t!("happened-merged"),
        What::Replaced => t!("happened-replaced"),
        What::Cancelled => t!("happened-cancelled"),
    }
}

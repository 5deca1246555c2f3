//! `/staff/audit`: who did what, the latest first. For managers.

use crate::components::{Button, Document, Frame, Room, Weight, document};
use crate::domain::timestamp::Timestamp;
use crate::page::Page;
use crate::{t, words};
use leptos::prelude::*;

/// Something that leaves a record: as the log names it, and what it is called.
pub type Action = (&'static str, fn() -> String);

/// Everything that leaves a record in an application's log.
pub const ACTIONS: &[Action] = &[
    ("connect-request.create", || {
        t!("audit-connect-request-create")
    }),
    ("connect-request.mail", || t!("audit-connect-request-mail")),
    ("connect-request.remind", || {
        t!("audit-connect-request-remind")
    }),
    ("connect-request.notice", || {
        t!("audit-connect-request-notice")
    }),
    ("connect-request.letter", || {
        t!("audit-connect-request-letter")
    }),
    ("batch.read", || t!("audit-batch-read")),
    ("batch.confirm", || t!("audit-batch-confirm")),
    ("batch.cancel", || t!("audit-batch-cancel")),
    ("batch.import", || t!("audit-batch-import")),
    ("batch.letters", || t!("audit-batch-letters")),
    ("connect-request.answer", || {
        t!("audit-connect-request-answer")
    }),
    ("connect-request.authorize", || {
        t!("audit-connect-request-authorize")
    }),
    ("connect-request.check-record", || {
        t!("audit-connect-request-check-record")
    }),
    ("connect-request.change-record", || {
        t!("audit-connect-request-change-record")
    }),
    ("connect-request.not-me", || {
        t!("audit-connect-request-not-me")
    }),
    ("connect-request.rename", || {
        t!("audit-connect-request-rename")
    }),
    ("connect-request.merge", || {
        t!("audit-connect-request-merge")
    }),
    ("connect-request.replace", || {
        t!("audit-connect-request-replace")
    }),
    ("connect-request.delete", || {
        t!("audit-connect-request-delete")
    }),
    ("connect-request.expire", || {
        t!("audit-connect-request-expire")
    }),
    ("authorization.disconnect", || {
        t!("audit-authorization-disconnect")
    }),
    ("authorization.export", || t!("audit-authorization-export")),
    ("thing.read", || t!("audit-thing-read")),
    ("thing.write", || t!("audit-thing-write")),
    ("thing.remove", || t!("audit-thing-remove")),
    ("alternate-id.add", || t!("audit-alternate-id-add")),
    ("alternate-id.remove", || t!("audit-alternate-id-remove")),
    ("application.add", || t!("audit-application-add")),
    ("application.set", || t!("audit-application-set")),
    ("application.set-logo", || t!("audit-application-set-logo")),
    ("application.add-key", || t!("audit-application-add-key")),
    ("application.revoke-key", || {
        t!("audit-application-revoke-key")
    }),
    ("callback.set", || t!("audit-callback-set")),
    ("callback.renew-secret", || {
        t!("audit-callback-renew-secret")
    }),
    ("callback.ask", || t!("audit-callback-ask")),
    ("callback.remove", || t!("audit-callback-remove")),
    ("certificate.add", || t!("audit-certificate-add")),
    ("certificate.remove", || t!("audit-certificate-remove")),
    ("platform-session.open", || {
        t!("audit-platform-session-open")
    }),
    ("staff.add", || t!("audit-staff-add")),
    ("staff.invite", || t!("audit-staff-invite")),
    ("staff.withdraw-invitation", || {
        t!("audit-staff-withdraw-invitation")
    }),
    ("staff.join", || t!("audit-staff-join")),
    ("staff.send-password-link", || {
        t!("audit-staff-send-password-link")
    }),
    ("staff.set-role", || t!("audit-staff-set-role")),
    ("staff.prove-password", || t!("audit-staff-prove-password")),
    ("staff.unlock", || t!("audit-staff-unlock")),
    ("staff.clear-locks", || t!("audit-staff-clear-locks")),
    ("staff.set-authenticator", || {
        t!("audit-staff-set-authenticator")
    }),
    ("staff.renew-recovery-codes", || {
        t!("audit-staff-renew-recovery-codes")
    }),
    ("staff.reset-authenticator", || {
        t!("audit-staff-reset-authenticator")
    }),
    ("staff.set-password", || t!("audit-staff-set-password")),
    ("staff.disable", || t!("audit-staff-disable")),
    ("staff.enable", || t!("audit-staff-enable")),
    ("staff.sign-in", || t!("audit-staff-sign-in")),
    ("staff.hand-over", || t!("audit-staff-hand-over")),
    ("staff.hand-back", || t!("audit-staff-hand-back")),
    ("staff.sign-out", || t!("audit-staff-sign-out")),
    ("demonstration.patient", || {
        t!("audit-demonstration-patient")
    }),
    ("audit.export", || t!("audit-audit-export")),
];

/// Who did it, as the log names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Staff(Option<String>),
    Person,
    Application,
    CodeHolder,
    Nobody,
    System,
    CommandLine,
}

impl Who {
    /// By the log's own name; somebody unknown is nobody.
    pub fn named(kind: &str, staff: Option<String>) -> Self {
        match kind {
            "staff" => Self::Staff(staff),
            "person" => Self::Person,
            "application" => Self::Application,
            "code-holder" => Self::CodeHolder,
            "system" => Self::System,
            "command-line" => Self::CommandLine,
            _ => Self::Nobody,
        }
    }

    pub fn words(&self) -> String {
        match self {
            Self::Staff(Some(name)) => name.clone(),
            Self::Staff(None) => t!("audit-who-staff"),
            Self::Person => t!("audit-who-person"),
            Self::Application => t!("audit-who-application"),
            Self::CodeHolder => t!("audit-who-code-holder"),
            Self::Nobody => t!("audit-who-nobody"),
            Self::System => t!("audit-who-system"),
            Self::CommandLine => t!("audit-who-command-line"),
        }
    }
}

#[derive(Clone)]
pub struct Row {
    pub at: Timestamp,
    pub who: Who,
    pub action: String,
    pub outcome: String,
    /// The request it was about, where it was about one.
    pub request: Option<String>,
}

#[derive(Clone, Default)]
pub struct View {
    pub rows: Vec<Row>,
    /// The action that is asked for; empty for all.
    pub action: String,
    /// Who may be asked for: ids and names.
    pub team: Vec<(String, String)>,
    /// The id of whoever is asked for; empty for all.
    pub staff: String,
    /// The last day that is asked for, as "2026-05-04"; empty for today.
    pub day: String,
    /// The cursor of the next page, where there is one.
    pub next: Option<i64>,
}

/// How things come out, as the log names it, and what that is called.
pub const OUTCOMES: &[Action] = &[
    ("added", || t!("outcome-added")),
    ("another-record", || t!("outcome-another-record")),
    ("asked", || t!("outcome-asked")),
    ("bounced", || t!("outcome-bounced")),
    ("cancelled", || t!("outcome-cancelled")),
    ("cleared", || t!("outcome-cleared")),
    ("changed", || t!("outcome-changed")),
    ("changed-all-the-same", || {
        t!("outcome-changed-all-the-same")
    }),
    ("connected", || t!("outcome-connected")),
    ("connected-all-the-same", || {
        t!("outcome-connected-all-the-same")
    }),
    ("dead", || t!("outcome-dead")),
    ("deleted", || t!("outcome-deleted")),
    ("disabled", || t!("outcome-disabled")),
    ("disconnected", || t!("outcome-disconnected")),
    ("downloaded", || t!("outcome-downloaded")),
    ("dropped", || t!("outcome-dropped")),
    ("enabled", || t!("outcome-enabled")),
    ("ended", || t!("outcome-ended")),
    ("everywhere", || t!("outcome-everywhere")),
    ("exported", || t!("outcome-exported")),
    ("failed", || t!("outcome-failed")),
    ("front-desk", || t!("team-front-desk")),
    ("handed-back", || t!("outcome-handed-back")),
    ("handed-over", || t!("outcome-handed-over")),
    ("imported", || t!("outcome-imported")),
    ("invited", || t!("outcome-invited")),
    ("invited-again", || t!("outcome-invited-again")),
    ("made", || t!("outcome-made")),
    ("made-with-reason", || t!("outcome-made-with-reason")),
    ("manager", || t!("team-manager")),
    ("merged", || t!("outcome-merged")),
    ("not-sure", || t!("outcome-not-sure")),
    ("password-right", || t!("outcome-password-right")),
    ("previewed", || t!("outcome-previewed")),
    ("queued", || t!("outcome-queued")),
    ("read", || t!("outcome-read")),
    ("refused", || t!("outcome-refused")),
    ("reissued", || t!("outcome-reissued")),
    ("removed", || t!("outcome-removed")),
    ("renamed", || t!("outcome-renamed")),
    ("renewed", || t!("outcome-renewed")),
    ("replaced", || t!("outcome-replaced")),
    ("reset", || t!("outcome-reset")),
    ("revoked", || t!("outcome-revoked")),
    ("right", || t!("outcome-right")),
    ("sent", || t!("outcome-sent")),
    ("set", || t!("outcome-set")),
    ("signed-in", || t!("outcome-signed-in")),
    ("signed-out", || t!("outcome-signed-out")),
    ("stopped", || t!("outcome-stopped")),
    ("this-record", || t!("outcome-this-record")),
    ("told", || t!("outcome-told")),
    ("unknown", || t!("outcome-unknown")),
    ("unlocked", || t!("outcome-unlocked")),
    ("withdrawn", || t!("outcome-withdrawn")),
    ("written", || t!("outcome-written")),
    ("wrong", || t!("outcome-wrong")),
    ("wrong-code", || t!("outcome-wrong-code")),
    ("wrong-pair", || t!("outcome-wrong-pair")),
    ("wrong-password", || t!("outcome-wrong-password")),
];

/// What an outcome is called; one without a name goes by the log's.
fn outcome_words(outcome: &str) -> String {
    match OUTCOMES.iter().find(|(known, _)| *known == outcome) {
        Some((_, words)) => words(),
        None => outcome.to_owned(),
    }
}

/// What an action is called; one without a name goes by the log's.
fn action_words(action: &str) -> String {
    match ACTIONS.iter().find(|(known, _)| *known == action) {
        Some((_, words)) => words(),
        None => action.to_owned(),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff, t!("audit-heading"));
    document(frame, about, || {
        let export = format!(
            "/staff/audit.csv?action={}&staff={}&day={}",
            view.action, view.staff, view.day
        );
        view! {
            <div class="heading-row">
                <h1>{t!("audit-heading")}</h1>
                <a class="button secondary" href=export>
                    {t!("audit-export")}
                </a>
            </div>
            <p>{t!("audit-about")}</p>
            {filter(view).into_any()}
            {if view.rows.is_empty() {
                view! { <p class="lead">{t!("audit-none")}</p> }.into_any()
            } else {
                table(&view.rows).into_any()
            }}
            {next(view)}
        }
    })
}

fn filter(view: &View) -> impl IntoView + use<> {
    let action = &view.action;
    let all = action.is_empty();
    let everybody = view.staff.is_empty();
    let team = view
        .team
        .iter()
        .map(|(id, name)| {
            let chosen = *id == view.staff;
            view! { <option value=id.clone() selected=chosen>{name.clone()}</option> }
        })
        .collect_view();
    let day = view.day.clone();
    let choices = ACTIONS
        .iter()
        .map(|(one, words)| {
            let chosen = one == action;
            view! { <option value=*one selected=chosen>{words()}</option> }
        })
        .collect_view();
    view! {
        <form class="filter" method="get" action="/staff/audit">
            <div class="field">
                <label for="action">{t!("audit-what")}</label>
                <select id="action" name="action">
                    <option value="" selected=all>{t!("audit-all")}</option>
                    {choices}
                </select>
            </div>
            <div class="field">
                <label for="staff">{t!("audit-who")}</label>
                <select id="staff" name="staff">
                    <option value="" selected=everybody>{t!("audit-everybody")}</option>
                    {team}
                </select>
            </div>
            <div class="field">
                <label for="day">{t!("audit-day")}</label>
                <input type="date" id="day" name="day" value=day />
            </div>
            <Button weight=Weight::Secondary>{t!("requests-show")}</Button>
        </form>
    }
}

fn table(rows: &[Row]) -> impl IntoView + use<> {
    let rows = rows.iter().map(row).collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("audit-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("audit-when")}</th>
                    <th scope="col">{t!("audit-who")}</th>
                    <th scope="col">{t!("audit-what")}</th>
                    <th scope="col">{t!("audit-outcome")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(row: &Row) -> impl IntoView + use<> {
    let action = action_words(&row.action);
    let what = match &row.request {
        Some(id) => view! { <a href=format!("/staff/requests/{id}")>{action}</a> }.into_any(),
        None => action.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{words::date_and_time(row.at)}</th>
            <td data-label=t!("audit-who")>{row.who.words()}</td>
            <td data-label=t!("audit-what")>{what}</td>
            <td data-label=t!("audit-outcome")>{outcome_words(&row.outcome)}</td>
        </tr>
    }
}

fn next(view: &View) -> impl IntoView + use<> {
    let (action, staff, day) = (view.action.clone(), view.staff.clone(), view.day.clone());
    view.next.map(|cursor| {
        view! {
            <form class="pager" method="get" action="/staff/audit">
                <input type="hidden" name="action" value=action />
                <input type="hidden" name="staff" value=staff />
                <input type="hidden" name="day" value=day />
                <input type="hidden" name="before" value=cursor.to_string() />
                <Button weight=Weight::Secondary>{t!("audit-next")}</Button>
            </form>
        }
    })
}

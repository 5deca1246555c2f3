//! `/staff/requests/{id}`: one request: its code to hand over, its mail, and what happened to it.

use super::mail::{Mail, MailState};
use super::new_request::may_not;
use super::qr;
use super::standing::State;
use crate::components::{
    Button, ButtonLink, Code, Document, ErrorSummary, Field as Labelled, Frame, Kind, Messages,
    Notice, PAGE, Room, TextField, Tone, Weight, document,
};
use crate::islands::Copy;
use crate::page::Page;
use domain::application::MayNotConnect;
use domain::connect_request::{Delivery, Proof, Standing};
use domain::connection::Connection;
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::new_request::FieldError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::{link, t};

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    /// The digest of clinic ID and name as shown, for the form that corrects the ID.
    pub seen: String,
    /// As stored, or as typed where it was refused.
    pub new_external_id: String,
    pub standing: Standing,
    pub proof: Proof,
    pub delivery: Delivery,
    /// Why a question or answer that is easy to guess was good enough.
    pub reason: Option<String>,
    pub made_at: Timestamp,
    /// When a waiting code ends, or did.
    pub expires_at: Timestamp,
    /// Whether its patient is connected: such a request can be replaced, not cancelled.
    pub connection: Connection,
    /// Whether the clinic's application, and not the patient, ended the connection.
    pub given_up: bool,
    /// Other clinic ids under which the same record is connected.
    pub shared_with: Vec<String>,
    /// While it works.
    pub code: Option<IdentityCode>,
    /// As configured: `https://connect.example.org`.
    pub public_url: String,
    /// As stored, or as typed where it was refused.
    pub email: String,
    pub mail: Mail,
    /// What the mail server said when it did not take the last mail.
    pub mail_trouble: Option<String>,
    /// In the order things happened.
    pub timeline: Vec<TimelineEntry>,
    /// Whether it took the place of an older one just now.
    pub replaced: bool,
    /// Why the last thing asked for was not done.
    pub problem: Option<Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Email(FieldError),
    /// The last mail is still on its way.
    AlreadyQueued,
    /// The code does not work any more, so there is nothing to send.
    CodeOver,
    ExternalId(FieldError),
    /// The clinic ID or the name is another one since the page was shown.
    ChangedMeanwhile,
    /// Another request holds the external id.
    Taken {
        holder: ConnectRequestId,
        made_at: Timestamp,
    },
    /// Its patient is connected, so it cannot be cancelled.
    Connected,
    /// It was cancelled or replaced in the meantime.
    Over,
    MayNot(MayNotConnect),
    Unavailable,
}

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

/// A request that was replaced or cancelled keeps no name.
fn heading(view: &View) -> String {
    if view.friendly_name.is_empty() {
        t!("request-nameless", id = view.external_id.clone())
    } else {
        view.friendly_name.clone()
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let zone = frame.time_zone;
    let messages = messages(view.problem.as_ref(), zone);
    let about = Document {
        errors: messages.any(),
        islands: view.code.is_some(),
        ..Document::new(Room::Staff, t!("request-title"))
    };
    document(frame, about, || {
        view! {
            <p class="back">
                <a href="/staff/requests">{t!("request-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading(view)}</h1>
            {view.replaced.then(|| replaced(view).into_any())}
            {facts(view, zone).into_any()}
            {shared(&view.shared_with)}
            {match &view.code {
                Some(code) => hand_over(view, code, zone).into_any(),
                None => over(view.standing).into_any(),
            }}
            <div class="columns">
                {view.code.is_some().then(|| email(view, &messages).into_any())}
                {changes(view, &messages).into_any()}
                {timeline(&view.timeline, zone).into_any()}
            </div>
        }
    })
}

/// Says what happened, and offers what is to be done next.
fn replaced(view: &View) -> impl IntoView + use<> {
    let next = match (view.code.is_some(), view.delivery) {
        (true, Delivery::Email) => Some(t!("request-replaced-email")),
        (true, Delivery::Both) => Some(t!("request-replaced-both")),
        (true, Delivery::Letter) => Some(t!("request-replaced-letter")),
        (false, _) => None,
    };
    let next = next.map(|next| view! { <p>{next}</p> });
    view! {
        <Notice tone=Tone::Success title=Some(t!("request-replaced"))>{next}</Notice>
    }
}

fn facts(view: &View, zone: Zone) -> impl IntoView + use<> {
    let waits = (view.standing != Standing::Connected).then(|| {
        view! {
            <div>
                <dt>{t!("requests-ends")}</dt>
                <dd>{words::weekday_date(zone.at(view.expires_at))}</dd>
            </div>
        }
    });
    let connected = connected(view, zone).into_any();
    let reason = view.reason.clone().map(|reason| {
        view! {
            <div>
                <dt>{t!("request-reason")}</dt>
                <dd>{reason}</dd>
            </div>
        }
    });
    view! {
        <dl class="facts">
            <div>
                <dt>{t!("requests-state")}</dt>
                <dd>
                    <State standing=view.standing connection=view.connection />
                </dd>
            </div>
            <div>
                <dt>{t!("requests-external-id")}</dt>
                <dd>{view.external_id.clone()}</dd>
            </div>
            <div>
                <dt>{t!("requests-made")}</dt>
                <dd>{words::date_and_time(zone.at(view.made_at))}</dd>
            </div>
            {waits}
            {connected}
            <div>
                <dt>{t!("request-delivery")}</dt>
                <dd>{t!("request-delivery-is", delivery = view.delivery.name())}</dd>
            </div>
            <div>
                <dt>{t!("request-proof")}</dt>
                <dd>{t!("request-proof-is", proof = view.proof.name())}</dd>
            </div>
            {reason}
        </dl>
    }
}

/// Since when the patient is connected, or when that ended and who ended it.
fn connected(view: &View, zone: Zone) -> impl IntoView + use<> {
    let name = match view.connection {
        Connection::Disconnected { .. } => t!("request-connected-from"),
        Connection::None | Connection::Connected { .. } => t!("request-connected-since"),
    };
    let since = view.connection.since().map(|at| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{words::date_and_time(zone.at(at))}</dd>
            </div>
        }
    });
    let until = view.connection.until().map(|until| {
        let at = words::date_and_time(zone.at(until));
        let by = if view.given_up {
            t!("request-disconnected-by-application", at = at)
        } else {
            t!("request-disconnected-by-patient", at = at)
        };
        view! {
            <div>
                <dt>{t!("request-disconnected")}</dt>
                <dd>{by}</dd>
            </div>
        }
    });
    view! { {since} {until} }
}

fn shared(with: &[String]) -> Option<impl IntoView + use<>> {
    let ids = with.join(", ");
    (!with.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warning title=Some(t!("request-shared-heading"))>
                <p>{t!("request-shared", ids = ids.clone())}</p>
            </Notice>
        }
    })
}

fn hand_over(view: &View, code: &IdentityCode, zone: Zone) -> impl IntoView + use<> {
    let address = link::to_type(&view.public_url);
    let go = match view.delivery {
        Delivery::Email | Delivery::Both => t!("request-tell-go", address = address),
        Delivery::Letter => t!("request-tell-go-letter", address = address),
    };
    let link = link::with_code(&view.public_url, code);
    let link = link_to_copy(link).into_any();
    let answer = match view.proof {
        Proof::Question | Proof::Typed => t!("request-tell-answer"),
        Proof::Phrase => t!("request-tell-phrase"),
    };
    let until = (view.standing != Standing::Connected)
        .then(|| view! { <li>{t!("request-tell-until", date = words::weekday_date(zone.at(view.expires_at)))}</li> });
    view! {
        <div class="beside">
            <section class="hand-over" aria-labelledby="code-heading">
                <h2 id="code-heading">{t!("request-code")}</h2>
                <p class="code-large" id="code">
                    <Code code=code />
                </p>
                {copy("code", t!("copy-code")).into_any()}
                {spelling(code)}
                {link}
                <ButtonLink href=format!("/staff/requests/{}/letter", view.request)>
                    {t!("request-print")}
                </ButtonLink>
            </section>
            <aside aria-labelledby="tell-heading">
                <h2 id="tell-heading">{t!("request-tell")}</h2>
                <ol>
                    <li>{go}</li>
                    <li>{t!("request-tell-code")}</li>
                    <li>{answer}</li>
                    {until}
                </ol>
                <p>{t!("request-tell-help")}</p>
            </aside>
        </div>
    }
}

/// A field and no link: at the desk it is copied, and opened at the patient's.
fn link_to_copy(link: String) -> impl IntoView {
    let picture = scanned(&link);
    view! {
        <div class="link">
            <div>
                <Labelled name="link" label=t!("request-link")>
                    <input id="link" type="text" readonly dir="ltr" value=link />
                </Labelled>
                {copy("link", t!("copy-link"))}
            </div>
            {picture}
        </div>
    }
}

/// The button that copies the element with this id, once scripts have woken it.
fn copy(id: &'static str, label: String) -> impl IntoView {
    let (copied, selected) = (t!("copy-done"), t!("copy-selected"));
    view! {
        <Copy>
            <span data-copies=id data-copied=copied data-selected=selected>
                {label}
            </span>
        </Copy>
    }
}

/// For a patient who is at the desk with a phone.
fn scanned(link: &str) -> Option<impl IntoView + use<>> {
    let picture = qr::picture(link, t!("request-qr"))?;
    Some(view! {
        <figure>
            {picture} <figcaption>{t!("request-scan")}</figcaption>
        </figure>
    })
}

/// For the phone: B and D sound alike there, Bravo and Delta do not.
fn spelling(code: &IdentityCode) -> impl IntoView + use<> {
    let groups = code.groups().map(spelled_group).collect_view();
    view! {
        <details>
            <summary>{t!("request-spell")}</summary>
            <dl class="spelling">{groups}</dl>
        </details>
    }
}

fn spelled_group(group: &str) -> impl IntoView + use<> {
    let words = group
        .chars()
        .map(|letter| view! { <li>{t!("spelling", letter = letter.to_string())}</li> })
        .collect_view();
    view! {
        <dt>{group.to_owned()}</dt>
        <dd>
            <ul>{words}</ul>
        </dd>
    }
}

fn over(standing: Standing) -> impl IntoView {
    view! {
        <Notice tone=Tone::Warning title=Some(t!("request-over"))>
            <p>{t!("request-over-next", state = standing.name())}</p>
        </Notice>
    }
}

fn email(view: &View, messages: &Messages) -> impl IntoView + use<> {
    view! {
        <section id=MAIL tabindex="-1" aria-labelledby="mail-heading">
            <h2 id="mail-heading">{t!("request-mail")}</h2>
            <p>
                <MailState mail=view.mail />
            </p>
            {advice(view).map(|words| view! { <p>{words}</p> })}
            {trouble(view)}
            {(!matches!(view.mail, Mail::Queued | Mail::Late)).then(|| email_form(view, messages))}
        </section>
    }
}

/// Where the summary leads when the mail, and not its address, is the matter.
const MAIL: &str = "mail";

fn advice(view: &View) -> Option<String> {
    match view.mail {
        Mail::None | Mail::Sent => None,
        Mail::Late => Some(t!("request-mail-late")),
        Mail::Queued => Some(t!("request-mail-queued")),
        Mail::Failed => Some(t!("request-mail-failed")),
        Mail::Unknown => Some(t!("request-mail-unknown")),
    }
}

fn trouble(view: &View) -> Option<impl IntoView + use<>> {
    let said = view.mail_trouble.clone()?;
    Some(view! { <p class="hint">{t!("request-mail-said", said = said)}</p> })
}

fn email_form(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let action = match view.mail {
        Mail::None => t!("request-send"),
        _ => t!("request-resend"),
    };
    view! {
        <form method="post" action="/staff/requests/send-email" novalidate>
            <input type="hidden" name="connect_request" value=view.request.to_string() />
            <TextField
                name="email"
                label=t!("request-email")
                kind=Kind::Email
                error=messages.at("email")
                value=view.email.clone()
                autocomplete="off"
            />
            <Button weight=Weight::Secondary>{action}</Button>
        </form>
    }
}

fn changes(view: &View, messages: &Messages) -> Option<impl IntoView + use<>> {
    if matches!(view.standing, Standing::Replaced | Standing::Deleted) {
        return None;
    }
    let cancel = (!view.connection.is_live()).then(|| {
        view! {
            <h3>{t!("request-cancel-heading")}</h3>
            <p>{t!("request-cancel-what")}</p>
            <p>
                <a href=format!("/staff/requests/{}/cancel", view.request)>
                    {t!("request-cancel")}
                </a>
            </p>
        }
    });
    let connected = view
        .connection
        .is_live()
        .then(|| view! { <p>{t!("request-reissue-connected")}</p> });
    Some(view! {
        <section aria-labelledby="change-heading">
            <h2 id="change-heading">{t!("request-change")}</h2>
            <h3>{t!("request-reissue-heading")}</h3>
            <p>{t!("request-reissue-what")}</p>
            {connected}
            <p>
                <a href=format!("/staff/requests/{}/reissue", view.request)>
                    {t!("request-reissue")}
                </a>
            </p>
            {rename(view, messages)}
            {cancel}
        </section>
    })
}

fn rename(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let holder = match view.problem {
        Some(Problem::Taken { holder, .. }) => Some(view! {
            <p>
                <a href=format!("/staff/requests/{holder}")>{t!("request-rename-show")}</a>
            </p>
        }),
        _ => None,
    };
    view! {
        <form method="post" action=format!("/staff/requests/{}/rename", view.request) novalidate>
            <input type="hidden" name="seen" value=view.seen.clone() />
            <h3>{t!("request-rename-heading")}</h3>
            <p>{t!("request-rename-what")}</p>
            <TextField
                name="external_id"
                label=t!("request-rename-label")
                error=messages.at("external_id")
                value=view.new_external_id.clone()
                autocomplete="off"
            />
            {holder}
            <Button weight=Weight::Secondary>{t!("request-rename")}</Button>
        </form>
        <h3>{t!("request-merge-heading")}</h3>
        <p>{t!("request-merge-what")}</p>
        <p>
            <a href=format!("/staff/requests/{}/merge", view.request)>{t!("request-merge")}</a>
        </p>
    }
}

fn timeline(moments: &[TimelineEntry], zone: Zone) -> impl IntoView + use<> {
    let lines = moments
        .iter()
        .map(|moment| {
            view! {
                <li>
                    <time datetime=moment.at.rfc3339()>{words::date_and_time(zone.at(moment.at))}</time>
                    " "
                    <span>{happened(moment.what)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{t!("request-timeline")}</h2>
            <ol class="timeline">{lines}</ol>
            <p class="hint">{t!("request-timeline-zone", zone = words::zone(zone))}</p>
        </section>
    }
}

fn happened(what: EventKind) -> String {
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

fn messages(problem: Option<&Problem>, zone: Zone) -> Messages {
    problem
        .map(|problem| message(problem, zone))
        .into_iter()
        .collect()
}

fn message(problem: &Problem, zone: Zone) -> (&'static str, String) {
    match problem {
        Problem::Email(error) => ("email", address(*error)),
        Problem::AlreadyQueued => (MAIL, t!("request-already-queued")),
        Problem::CodeOver => (PAGE, t!("request-nothing-to-send")),
        Problem::MayNot(why) => (PAGE, may_not(*why)),
        Problem::Unavailable => (PAGE, t!("request-unavailable")),
        Problem::ExternalId(error) => ("external_id", external_id(*error)),
        Problem::ChangedMeanwhile => ("external_id", t!("request-rename-changed")),
        Problem::Taken { made_at, .. } => (
            "external_id",
            t!(
                "request-rename-taken",
                date = words::date(zone.at(*made_at))
            ),
        ),
        Problem::Connected => (PAGE, t!("request-connected")),
        Problem::Over => (PAGE, t!("request-already-over")),
    }
}

fn address(error: FieldError) -> String {
    match error {
        FieldError::Empty => t!("request-email-empty"),
        FieldError::TooLong { max } => t!("email-too-long", max = max),
        FieldError::Invisible
        | FieldError::BlankAtAnEnd
        | FieldError::Shape
        | FieldError::Guessable(_) => {
            t!("email-shape")
        }
    }
}

fn external_id(error: FieldError) -> String {
    match error {
        FieldError::TooLong { max } => t!("request-rename-too-long", max = max),
        FieldError::Invisible => t!("request-rename-invisible"),
        FieldError::BlankAtAnEnd => t!("new-blank-at-an-end"),
        FieldError::Empty | FieldError::Shape | FieldError::Guessable(_) => {
            t!("request-rename-empty")
        }
    }
}

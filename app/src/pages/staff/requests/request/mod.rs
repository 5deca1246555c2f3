//! `/staff/requests/{id}`: one request. The page follows its state: waiting, it hands the code over; connected, it says
//! what was agreed; over, it says why and offers the one next step. What is rarely done is under More.

mod acts;
mod connected;
mod history;
mod messages;
mod over;
mod stopped;
mod waiting;

pub use history::{EventKind, TimelineEntry};
pub use messages::Problem;
use words::Wording;

use super::mail::Mail;
use super::standing::State;
use crate::components::{
    Document, ErrorSummary, Frame, More, Notice, PageHead, Place, Room, Tone, document,
};
use crate::page::Page;
use domain::connect_request::{Delivery, Proof, Standing};
use domain::connection::Connection;
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub standing: Standing,
    pub proof: Proof,
    /// The old question of a code that was stopped; None where the patient typed it unseen.
    pub question: Option<String>,
    pub delivery: Delivery,
    /// The language of letter and email.
    pub language: String,
    /// Why a question or answer that is easy to guess was good enough.
    pub reason: Option<String>,
    pub made_at: Timestamp,
    /// When a waiting code ends, or did.
    pub expires_at: Timestamp,
    pub now: Timestamp,
    /// Whether its patient is connected: such a request can be replaced, not cancelled.
    pub connection: Connection,
    /// What the connected patient agreed to, and what not.
    pub granted: Vec<Granted>,
    /// Whether the clinic's application, and not the patient, ended the connection.
    pub given_up: bool,
    /// Other clinic ids under which the same record is connected.
    pub shared_with: Vec<String>,
    /// While it works.
    pub code: Option<IdentityCode>,
    /// Whether a code that was used is to be shown all the same.
    pub shows_code: bool,
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

/// A permission that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    pub name: String,
    pub why: Wording,
    pub optional: bool,
    pub agreed: bool,
}

/// What the page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Waiting,
    Connected,
    Disconnected,
    Stopped,
    Refused,
    Ended,
    Replaced,
    Cancelled,
}

impl View {
    fn phase(&self) -> Phase {
        match (self.standing, self.connection) {
            (Standing::Replaced, _) => Phase::Replaced,
            (Standing::Deleted, _) => Phase::Cancelled,
            (Standing::Waiting, _) => Phase::Waiting,
            (_, Connection::Connected { .. }) => Phase::Connected,
            (_, Connection::Disconnected { .. }) => Phase::Disconnected,
            (Standing::Stopped, _) => Phase::Stopped,
            (Standing::Refused, _) => Phase::Refused,
            (Standing::Ended | Standing::Connected, _) => Phase::Ended,
        }
    }

    /// Whether the code has gone anywhere.
    fn is_sent(&self) -> bool {
        let lettered = |moment: &TimelineEntry| moment.what == EventKind::Lettered;
        self.mail != Mail::None || self.timeline.iter().any(lettered)
    }
}

/// A request that was replaced or cancelled keeps no name.
fn heading(view: &View) -> Wording {
    if view.friendly_name.is_empty() {
        t!("request-nameless", id = view.external_id.clone())
    } else {
        view.friendly_name.clone().into()
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let zone = frame.time_zone;
    let messages = messages::of(view.problem.as_ref());
    let phase = view.phase();
    let hands_over = view.code.is_some() && (phase == Phase::Waiting || view.shows_code);
    let title = if view.friendly_name.is_empty() {
        t!("request-nameless", id = view.external_id.clone())
    } else {
        t!(
            "request-title",
            id = view.external_id.clone(),
            name = view.friendly_name.clone()
        )
    };
    let about = Document {
        errors: messages.any(),
        islands: hands_over,
        ..Document::new(Room::Staff(Place::Requests), title)
    };
    document(frame, about, || {
        let soon = phase == Phase::Waiting && view.expires_at.since(view.now) <= SOON;
        let badge = view! { <State standing=view.standing connection=view.connection soon=soon /> };
        let work = match &view.code {
            Some(code) if hands_over => waiting::card(view, code, &messages).into_any(),
            _ => match phase {
                Phase::Connected => connected::card(view).into_any(),
                Phase::Stopped => stopped::card(view).into_any(),
                _ => over::card(view, phase).into_any(),
            },
        };
        let beside = match phase {
            _ if hands_over => waiting::tell(view, zone).into_any(),
            Phase::Connected => connected::stop().into_any(),
            Phase::Stopped => stopped::why().into_any(),
            _ => ().into_any(),
        };
        let acts = acts::of(view, phase);
        view! {
            <ErrorSummary messages=&messages />
            <PageHead
                heading=heading(view)
                crumb=Some(("/staff/requests".to_owned(), t!("nav-requests")))
                badge=Some(badge.into_any())
                under=Some(under(view, phase, zone))
            >
                <More acts=acts />
            </PageHead>
            {view.replaced.then(|| replaced(view).into_any())}
            {shared(&view.shared_with)}
            <div class="beside">
                <div>{work} {about_it(view, zone).into_any()}</div>
                <div>{history::card(&view.timeline, view.now, zone).into_any()} {beside}</div>
            </div>
        }
    })
}

/// A code that ends so soon is marked.
const SOON: std::time::Duration = domain::policy::ENDING_SOON;

/// One sentence that says what happens now.
fn under(view: &View, phase: Phase, zone: Zone) -> Wording {
    let at = |at: Timestamp| words::date(zone.at(at));
    match phase {
        Phase::Waiting => {
            let date = words::weekday_date(zone.at(view.expires_at));
            let days = zone.at(view.now).days_until(zone.at(view.expires_at));
            if view.is_sent() {
                t!("request-under-sent", date = date, days = days)
            } else {
                t!("request-under-unsent", date = date, days = days)
            }
        }
        Phase::Connected => match view.connection.since() {
            Some(since) => t!("request-under-connected", date = at(since)),
            None => t!(
                "request-under-over",
                id = view.external_id.clone(),
                date = at(view.made_at)
            ),
        },
        Phase::Disconnected => match view.connection.until() {
            Some(until) if view.given_up => {
                t!("request-disconnected-by-application", at = at(until))
            }
            Some(until) => t!("request-disconnected-by-patient", at = at(until)),
            None => t!(
                "request-under-over",
                id = view.external_id.clone(),
                date = at(view.made_at)
            ),
        },
        Phase::Stopped | Phase::Refused | Phase::Ended | Phase::Replaced | Phase::Cancelled => {
            t!(
                "request-under-over",
                id = view.external_id.clone(),
                date = at(view.made_at)
            )
        }
    }
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

fn about_it(view: &View, zone: Zone) -> impl IntoView + use<> {
    let connected = connected::dates(view, zone).into_any();
    let ends = (view.standing != Standing::Connected).then(|| {
        fact(
            t!("requests-ends"),
            words::weekday_date(zone.at(view.expires_at)),
        )
    });
    let reason = view.reason.clone();
    let reason = reason.map(|reason| fact(t!("request-reason"), reason.into()));
    view! {
        <section class="card" aria-labelledby="about-heading">
            <h2 id="about-heading">{t!("request-about")}</h2>
            <dl class="facts">
                {fact(t!("requests-external-id"), view.external_id.clone().into())}
                {fact(t!("requests-made"), words::date_and_time(zone.at(view.made_at)))}
                {ends}
                {connected}
                {fact(
                    t!("request-delivery"),
                    t!("request-delivery-is", delivery = view.delivery.name()),
                )}
                {fact(t!("request-proof"), t!("request-proof-is", proof = view.proof.name()))}
                {reason}
            </dl>
        </section>
    }
}

fn fact(name: Wording, value: Wording) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
}

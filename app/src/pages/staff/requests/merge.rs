//! `/staff/requests/{id}/merge`: two clinic IDs of one patient become one. Nothing changes before both were seen.

use super::new_request::may_not;
use super::standing::State;
use crate::components::{
    Button, ButtonLink, Checkbox, Document, ErrorSummary, Frame, Messages, Notice, PAGE, Place,
    Room, TextField, Tone, Weight, document,
};
use crate::page::Page;
use domain::application::MayNotConnect;
use domain::connect_request::Standing;
use domain::ids::ConnectRequestId;
use domain::new_request::FieldError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    /// The one whose clinic ID goes.
    pub request: ConnectRequestId,
    pub external_id: String,
    pub friendly_name: String,
    /// The clinic ID that stays, as typed.
    pub staying_id: String,
    /// Both, once they are known.
    pub both: Option<Both>,
    pub problem: Option<Problem>,
}

/// What becomes one.
#[derive(Clone)]
pub struct Both {
    pub leaving: Side,
    pub staying: Side,
    /// Each is connected, by different people.
    pub different_people: bool,
    /// What the form carries to say what this page showed.
    pub seen: String,
}

#[derive(Clone)]
pub struct Side {
    pub external_id: String,
    /// The request that holds it: name, state, and when it was made.
    pub request: Option<(String, Standing, Timestamp)>,
    /// How many records are connected, and since when the latest.
    pub connected: Option<(u64, Timestamp)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    ExternalId(FieldError),
    Same,
    /// It needs a tick.
    DifferentPeople,
    /// Something changed in the meantime.
    Over,
    MayNot(MayNotConnect),
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.map(message).into_iter().collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Requests), t!("merge-heading"))
    };
    document(frame, about, || {
        view! {
            <p class="back">
                <a href=format!("/staff/requests/{}", view.request)>{t!("merge-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{t!("merge-heading")}</h1>
            {match &view.both {
                None => ask(view, &messages).into_any(),
                Some(both) => confirm(view, both, frame.time_zone, &messages).into_any(),
            }}
        }
    })
}

fn action(view: &View) -> String {
    format!("/staff/requests/{}/merge", view.request)
}

fn ask(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let (id, name) = (view.external_id.clone(), view.friendly_name.clone());
    view! {
        <p class="lead">{t!("merge-what", id = id, name = name)}</p>
        <p>{t!("merge-what-happens")}</p>
        <form class="narrow" method="post" action=action(view) novalidate>
            <TextField
                name="external_id"
                label=t!("merge-staying")
                hint=Some(t!("merge-staying-hint"))
                error=messages.at("external_id")
                value=view.staying_id.clone()
                autocomplete="off"
            />
            <Button>{t!("merge-look")}</Button>
        </form>
    }
}

fn confirm(view: &View, both: &Both, zone: Zone, messages: &Messages) -> impl IntoView + use<> {
    let (leaving, staying) = (
        both.leaving.external_id.clone(),
        both.staying.external_id.clone(),
    );
    let outcome = if both.staying.request.is_some() {
        t!(
            "merge-replaces",
            leaving = leaving.clone(),
            staying = staying.clone()
        )
    } else {
        t!(
            "merge-moves",
            leaving = leaving.clone(),
            staying = staying.clone()
        )
    };
    let different = both.different_people.then(|| different(messages));
    view! {
        <p class="lead">{t!("merge-sure", leaving = leaving.clone(), staying = staying.clone())}</p>
        <div class="beside">
            {side(&both.leaving, zone, t!("merge-leaves", id = leaving)).into_any()}
            {side(&both.staying, zone, t!("merge-stays", id = staying)).into_any()}
        </div>
        <p>{outcome}</p>
        <p>{t!("merge-told")}</p>
        <form method="post" action=action(view)>
            <input type="hidden" name="external_id" value=view.staying_id.clone() />
            <input type="hidden" name="confirmed" value="yes" />
            <input type="hidden" name="seen" value=both.seen.clone() />
            {different}
            <div class="buttons">
                <Button>{t!("merge-do")}</Button>
                <ButtonLink href=action(view) weight=Weight::Secondary>
                    {t!("merge-other")}
                </ButtonLink>
            </div>
        </form>
    }
}

/// Two people may look after one patient; two patients must not become one.
fn different(messages: &Messages) -> impl IntoView + use<> {
    let error = messages.at(DIFFERENT).map(|words| {
        view! {
            <p class="error" id=format!("{DIFFERENT}-error")>
                <span class="unseen">{t!("error-prefix")}</span>
                " "
                {words}
            </p>
        }
    });
    view! {
        <Notice tone=Tone::Warning title=Some(t!("merge-different"))>
            <p>{t!("merge-different-check")}</p>
        </Notice>
        {error}
        <Checkbox name="although" value="different" label=t!("merge-different-tick") />
    }
}

/// The box that says that different people are right.
const DIFFERENT: &str = "although-different";

fn side(side: &Side, zone: Zone, heading: Wording) -> impl IntoView + use<> {
    let request = match &side.request {
        None => view! { <p>{t!("merge-no-request")}</p> }.into_any(),
        Some((name, standing, made_at)) => view! {
            <dl class="facts">
                <div>
                    <dt>{t!("requests-patient")}</dt>
                    <dd>{name.clone()}</dd>
                </div>
                <div>
                    <dt>{t!("requests-state")}</dt>
                    <dd>
                        <State standing=*standing />
                    </dd>
                </div>
                <div>
                    <dt>{t!("requests-made")}</dt>
                    <dd>{words::date(zone.at(*made_at))}</dd>
                </div>
            </dl>
        }
        .into_any(),
    };
    let connected = match side.connected {
        None => t!("merge-connected-none"),
        Some((count, since)) => t!(
            "merge-connected",
            count = count,
            date = words::date(zone.at(since))
        ),
    };
    view! {
        <section>
            <h2>{heading}</h2>
            {request}
            <p>{connected}</p>
        </section>
    }
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::ExternalId(FieldError::TooLong { max }) => {
            ("external_id", t!("request-rename-too-long", max = max))
        }
        Problem::ExternalId(FieldError::Invisible) => {
            ("external_id", t!("request-rename-invisible"))
        }
        Problem::ExternalId(FieldError::BlankAtAnEnd) => ("external_id", t!("new-blank-at-an-end")),
        Problem::ExternalId(_) => ("external_id", t!("merge-empty")),
        Problem::Same => ("external_id", t!("merge-same")),
        Problem::DifferentPeople => (DIFFERENT, t!("merge-different-tick-it")),
        Problem::Over => (PAGE, t!("merge-over")),
        Problem::MayNot(why) => (PAGE, may_not(why)),
    }
}

//! `/staff/requests/{id}/rename`: corrects the ID that the clinic's own system knows the patient by.

use super::new_request::may_not;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, PAGE, Place, Room, TextField,
    Weight, document,
};
use crate::page::Page;
use domain::application::MayNotConnect;
use domain::ids::ConnectRequestId;
use domain::new_request::FieldError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    /// As stored.
    pub external_id: String,
    /// The digest of clinic ID and name as shown.
    pub seen: String,
    /// As stored, or as typed where it was refused.
    pub typed: String,
    /// Why it was not changed.
    pub problem: Option<Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    ExternalId(FieldError),
    /// The clinic ID or the name is another one since the page was shown.
    ChangedMeanwhile,
    /// Another request has the external id.
    Taken {
        holder: ConnectRequestId,
        made_at: Timestamp,
    },
    /// It was cancelled or replaced in the meantime.
    Over,
    MayNot(MayNotConnect),
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let zone = frame.time_zone;
    let messages: Messages = view
        .problem
        .iter()
        .map(|problem| message(problem, zone))
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Requests), t!("request-rename-heading"))
    };
    let back = format!("/staff/requests/{}", view.request);
    document(frame, about, || {
        let holder = match view.problem {
            Some(Problem::Taken { holder, .. }) => Some(view! {
                <p>
                    <a href=format!("/staff/requests/{holder}")>{t!("request-rename-show")}</a>
                </p>
            }),
            _ => None,
        };
        let action = format!("{back}/rename");
        let whose = t!(
            "confirm-request",
            name = view.friendly_name.clone(),
            id = view.external_id.clone()
        );
        view! {
            <ErrorSummary messages=&messages />
            <p class="crumb">
                <a href=back.clone()>{t!("confirm-back")}</a>
            </p>
            <div class="card narrow">
                <h1>{t!("request-rename-heading")}</h1>
                <p>{whose}</p>
                <p>{t!("request-rename-what")}</p>
                <form method="post" action=action novalidate>
                    <input type="hidden" name="seen" value=view.seen.clone() />
                    <TextField
                        name="external_id"
                        label=t!("request-rename-label")
                        error=messages.at("external_id")
                        value=view.typed.clone()
                        autocomplete="off"
                    />
                    {holder}
                    <div class="buttons">
                        <Button>{t!("request-rename")}</Button>
                        <ButtonLink href=back weight=Weight::Secondary>
                            {t!("request-rename-leave")}
                        </ButtonLink>
                    </div>
                </form>
            </div>
        }
    })
}

fn message(problem: &Problem, zone: Zone) -> (&'static str, Wording) {
    match problem {
        Problem::ExternalId(error) => ("external_id", external_id(*error)),
        Problem::ChangedMeanwhile => ("external_id", t!("request-rename-changed")),
        Problem::Taken { made_at, .. } => (
            "external_id",
            t!(
                "request-rename-taken",
                date = words::date(zone.at(*made_at))
            ),
        ),
        Problem::Over => (PAGE, t!("request-already-over")),
        Problem::MayNot(why) => (PAGE, may_not(*why)),
    }
}

fn external_id(error: FieldError) -> Wording {
    match error {
        FieldError::TooLong { max } => t!("request-rename-too-long", max = max),
        FieldError::Invisible => t!("request-rename-invisible"),
        FieldError::BlankAtAnEnd => t!("new-blank-at-an-end"),
        FieldError::Empty | FieldError::Shape | FieldError::Guessable(_) => {
            t!("request-rename-empty")
        }
    }
}

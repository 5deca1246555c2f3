//! `/staff/requests/{id}/reissue` and `/staff/requests/{id}/cancel`: what cannot be undone is asked first.

use super::new_request::PAGE;
use crate::components::{
    Button, ButtonLink, Document, ErrorSummary, Frame, Messages, Room, Weight, document,
};
use crate::page::Page;
use domain::ids::ConnectRequestId;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub act: Act,
    /// The digest of what the page shows, for its form.
    pub seen: String,
    /// Whether the request changed while the page was open.
    pub changed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Replace {
        /// Where the new code is emailed to.
        email: Option<String>,
        /// Whether the new code goes out on paper, or that as well.
        on_paper: bool,
        /// Whether the patient is connected, and stays so.
        connected: bool,
    },
    Cancel,
}

impl Act {
    fn path(&self) -> &'static str {
        match self {
            Self::Replace { .. } => "reissue",
            Self::Cancel => "cancel",
        }
    }

    fn heading(&self) -> String {
        match self {
            Self::Replace { .. } => t!("confirm-replace-heading"),
            Self::Cancel => t!("confirm-cancel-heading"),
        }
    }

    /// What happens, what stays and what is sent.
    fn effects(&self, external_id: &str) -> Vec<String> {
        match self {
            Self::Replace {
                email,
                on_paper,
                connected,
            } => {
                let mut effects = vec![t!("confirm-replace-stops"), t!("confirm-replace-stays")];
                effects.extend(connected.then(|| t!("confirm-replace-connected")));
                let email = email.clone();
                effects.extend(email.map(|email| t!("confirm-replace-email", email = email)));
                effects.extend(on_paper.then(|| t!("confirm-replace-letter")));
                effects
            }
            Self::Cancel => vec![
                t!("confirm-cancel-stops"),
                t!("confirm-cancel-frees", id = external_id.to_owned()),
                t!("confirm-cancel-final"),
            ],
        }
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let changed = view.changed.then(|| (PAGE, t!("confirm-changed")));
    let messages: Messages = changed.into_iter().collect();
    let heading = view.act.heading();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff, heading.clone())
    };
    document(frame, about, || {
        let request = format!("/staff/requests/{}", view.request);
        let (act, leave, weight) = match view.act {
            Act::Replace { .. } => (
                t!("confirm-replace"),
                t!("confirm-replace-leave"),
                Weight::Primary,
            ),
            Act::Cancel => (
                t!("confirm-cancel"),
                t!("confirm-cancel-leave"),
                Weight::Warning,
            ),
        };
        let effects = view
            .act
            .effects(&view.external_id)
            .into_iter()
            .map(|effect| view! { <li>{effect}</li> })
            .collect_view();
        view! {
            <p class="back">
                <a href=request.clone()>{t!("confirm-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            <p class="lead">
                {t!(
                    "confirm-request",
                    name = view.friendly_name.clone(),
                    id = view.external_id.clone()
                )}
            </p>
            <ul>{effects}</ul>
            <form method="post" action=format!("{request}/{}", view.act.path())>
                <input type="hidden" name="seen" value=view.seen.clone() />
                <div class="buttons">
                    <Button weight=weight>{act}</Button>
                    <ButtonLink href=request.clone() weight=Weight::Secondary>
                        {leave}
                    </ButtonLink>
                </div>
            </form>
        }
    })
}

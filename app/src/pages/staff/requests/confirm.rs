//! `/staff/requests/{id}/reissue` and `/staff/requests/{id}/cancel`: what cannot be undone is asked first.

use crate::components::{Frame, Place, Weight};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use domain::ids::ConnectRequestId;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub friendly_name: String,
    pub external_id: String,
    pub act: Act,
    pub shown: Shown,
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

    fn heading(&self) -> Wording {
        match self {
            Self::Replace { .. } => t!("confirm-replace-heading"),
            Self::Cancel => t!("confirm-cancel-heading"),
        }
    }

    /// What happens, what stays and what is sent.
    fn effects(&self, external_id: &str) -> Vec<Wording> {
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
    let question = Question {
        place: Place::Requests,
        heading: view.act.heading(),
        about: t!(
            "confirm-request",
            name = view.friendly_name.clone(),
            id = view.external_id.clone()
        ),
        effects: view.act.effects(&view.external_id),
        action: format!("{request}/{}", view.act.path()),
        fields: Vec::new(),
        weight,
        act,
        leave,
        back: (request, t!("confirm-back")),
    };
    ask::page(frame, question, &view.shown, || ())
}

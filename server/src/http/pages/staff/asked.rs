//! What the forms of questions have in common: a form that carries no digest is asked first, one that carries another
//! digest than holds now is asked again.

use app::pages::staff::ask::Shown;
use axum::http::StatusCode;
use serde::Deserialize;
use service::Seen;

/// The digest that a form carries.
#[derive(Deserialize)]
pub struct SeenField {
    #[serde(default)]
    seen: String,
}

impl SeenField {
    pub fn seen(&self) -> Seen {
        Seen::sent(&self.seen)
    }

    /// False for a form that comes from no question.
    pub fn is_sent(&self) -> bool {
        !self.seen.is_empty()
    }

    /// The question of what holds now, in answer to this form.
    pub fn asked(&self, now: Seen) -> Shown {
        Shown {
            seen: now.into_field(),
            changed: self.is_sent(),
        }
    }
}

/// The status of a question's page.
pub const fn status(shown: &Shown) -> StatusCode {
    if shown.changed {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    }
}

//! How a request stands, in a word and a shape: never in colour alone.

use crate::domain::connect_request::Standing;
use crate::t;
use leptos::prelude::*;

pub fn word(standing: Standing) -> String {
    match standing {
        Standing::Waiting => t!("standing-waiting"),
        Standing::Connected => t!("standing-connected"),
        Standing::Ended => t!("standing-ended"),
        Standing::Stopped => t!("standing-stopped"),
        Standing::Refused => t!("standing-refused"),
        Standing::Replaced => t!("standing-replaced"),
        Standing::Deleted => t!("standing-deleted"),
    }
}

/// The style sheet draws the shape before the word.
#[component]
pub fn State(standing: Standing) -> impl IntoView {
    view! { <span class=format!("state {}", standing.name())>{word(standing)}</span> }
}

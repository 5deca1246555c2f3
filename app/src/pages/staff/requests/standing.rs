//! The state of a request, in words and a shape: never in colour alone.
//!
//! The connection comes first, where there is or was one; the state of the code stands beside it where it says more.

use domain::connect_request::Standing;
use domain::connection::Connection;
use leptos::prelude::*;
use words::t;

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
pub fn State(
    standing: Standing,
    #[prop(default = Connection::None)] connection: Connection,
) -> impl IntoView {
    let over = matches!(standing, Standing::Replaced | Standing::Deleted);
    let (class, first) = match connection {
        Connection::Connected { .. } if !over => ("connected", t!("connection-connected")),
        Connection::Disconnected { .. } if !over => ("disconnected", t!("connection-disconnected")),
        _ => (standing.name(), word(standing)),
    };
    let beside = (!over && connection != Connection::None)
        .then(|| code_beside(standing))
        .flatten()
        .map(|words| view! { " " <span class="beside-state">{words}</span> });
    view! {
        <span class=format!("state {class}")>{first}</span>
        {beside}
    }
}

/// What the code adds to a connection; nothing while it is as it was when the patient connected.
fn code_beside(standing: Standing) -> Option<String> {
    match standing {
        Standing::Connected | Standing::Replaced | Standing::Deleted => None,
        Standing::Waiting => Some(t!("code-beside-waiting")),
        Standing::Ended => Some(t!("code-beside-ended")),
        Standing::Stopped => Some(t!("code-beside-stopped")),
        Standing::Refused => Some(t!("code-beside-refused")),
    }
}

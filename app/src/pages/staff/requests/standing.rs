//! The status badge of a request: a word and a shape, never colour alone.
//!
//! The connection comes first, where there is or was one; the state of the code is beside it where it says more.

use crate::components::{Icon, Sign};
use domain::connect_request::Standing;
use domain::connection::Connection;
use leptos::prelude::*;
use words::Wording;
use words::t;

pub fn word(standing: Standing) -> Wording {
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

const fn icon(standing: Standing) -> Icon {
    match standing {
        Standing::Waiting => Icon::Ring,
        Standing::Connected => Icon::Tick,
        Standing::Ended => Icon::Dash,
        Standing::Stopped => Icon::Barred,
        Standing::Refused => Icon::Diamond,
        Standing::Replaced => Icon::Arrows,
        Standing::Deleted => Icon::Cross,
    }
}

#[component]
pub fn State(
    standing: Standing,
    #[prop(default = Connection::None)] connection: Connection,
    /// It waits, and not for long any more.
    #[prop(optional)]
    soon: bool,
) -> impl IntoView {
    let over = matches!(standing, Standing::Replaced | Standing::Deleted);
    let (class, sign, first) = match connection {
        Connection::Connected { .. } if !over => {
            ("connected", Icon::Tick, t!("connection-connected"))
        }
        Connection::Disconnected { .. } if !over => {
            ("disconnected", Icon::Dash, t!("connection-disconnected"))
        }
        _ if soon && standing == Standing::Waiting => ("ending-soon", Icon::Clock, word(standing)),
        _ => (standing.name(), icon(standing), word(standing)),
    };
    let beside = (!over && connection != Connection::None)
        .then(|| code_beside(standing))
        .flatten()
        .map(|words| view! { " " <span class="under muted">{words}</span> });
    view! {
        <span class=format!("badge {class}")><Sign icon=sign />{first}</span>
        {beside}
    }
}

/// What the code adds to a connection; nothing while it is as it was when the patient connected.
fn code_beside(standing: Standing) -> Option<Wording> {
    match standing {
        Standing::Connected | Standing::Replaced | Standing::Deleted => None,
        Standing::Waiting => Some(t!("code-beside-waiting")),
        Standing::Ended => Some(t!("code-beside-ended")),
        Standing::Stopped => Some(t!("code-beside-stopped")),
        Standing::Refused => Some(t!("code-beside-refused")),
    }
}

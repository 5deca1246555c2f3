//! What is rarely done to a request: each act has a page of its own that says what happens.

use super::{Phase, View};
use crate::components::Act;
use domain::connect_request::Standing;
use words::Wording;
use words::t;

pub(super) fn of(view: &View, phase: Phase) -> Vec<Act> {
    if matches!(phase, Phase::Replaced | Phase::Cancelled) {
        return Vec::new();
    }
    let act = |page: &str, verb: Wording, what: Wording| Act {
        href: format!("/staff/requests/{}{page}", view.request),
        verb,
        what,
        sharp: false,
    };
    let live = view.connection.is_live();
    let mut acts = Vec::new();
    if view.code.is_some() && view.standing == Standing::Connected && !view.shows_code {
        acts.push(act(
            "?show=code",
            t!("request-show-code"),
            t!("request-show-code-what"),
        ));
    }
    let what = if live {
        t!("request-reissue-connected")
    } else {
        t!("request-reissue-what")
    };
    acts.push(act("/reissue", t!("request-reissue"), what));
    acts.push(act(
        "/rename",
        t!("request-rename-act"),
        t!("request-rename-what"),
    ));
    acts.push(act(
        "/merge",
        t!("request-merge-act"),
        t!("request-merge-what"),
    ));
    if !live {
        acts.push(Act {
            sharp: true,
            ..act("/cancel", t!("request-cancel"), t!("request-cancel-what"))
        });
    }
    acts
}

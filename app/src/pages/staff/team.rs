//! `/staff/team`: who works the desk. For managers.

use crate::components::{Button, Document, ErrorSummary, Frame, Messages, Room, Weight, document};
use crate::domain::ids::StaffId;
use crate::domain::staff::{Role, Staff};
use crate::page::Page;
use crate::t;
use leptos::prelude::*;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Oneself,
    /// They are no part of this team.
    NotFound,
}

#[derive(Clone)]
pub struct View {
    /// The manager who looks.
    pub oneself: StaffId,
    pub members: Vec<Staff>,
    pub problem: Option<Problem>,
}

fn message(problem: Problem) -> String {
    match problem {
        Problem::Oneself => t!("team-oneself"),
        Problem::NotFound => t!("team-not-found"),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view
        .problem
        .map(|problem| ("main", message(problem)))
        .into_iter()
        .collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff, t!("team-heading"))
    };
    document(frame, about, || {
        let members = view
            .members
            .iter()
            .map(|member| row(member, view.oneself))
            .collect_view();
        view! {
            <ErrorSummary messages=&messages />
            <h1>{t!("team-heading")}</h1>
            <p>{t!("team-about")}</p>
            <table>
                <caption class="unseen">{t!("team-heading")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("team-name")}</th>
                        <th scope="col">{t!("email-label")}</th>
                        <th scope="col">{t!("team-role")}</th>
                        <th scope="col">{t!("team-may")}</th>
                    </tr>
                </thead>
                <tbody>{members}</tbody>
            </table>
        }
    })
}

fn role(role: Role) -> String {
    match role {
        Role::FrontDesk => t!("team-front-desk"),
        Role::Manager => t!("team-manager"),
        Role::Operator => t!("team-operator"),
    }
}

fn row(member: &Staff, oneself: StaffId) -> impl IntoView + use<> {
    let name = member.name.clone();
    let change = if member.id == oneself {
        t!("team-you").into_any()
    } else {
        let (disabled, words) = if member.disabled {
            ("no", t!("team-enable", name = name.clone()))
        } else {
            ("yes", t!("team-disable", name = name.clone()))
        };
        view! {
            <form method="post" action="/staff/team">
                <input type="hidden" name="staff" value=member.id.to_string() />
                <input type="hidden" name="disabled" value=disabled />
                <Button weight=Weight::Quiet>{words}</Button>
            </form>
        }
        .into_any()
    };
    let shut_out = member
        .disabled
        .then(|| view! { <span class="hint">" " {t!("team-disabled")}</span> });
    view! {
        <tr>
            <th scope="row">{name} {shut_out}</th>
            <td data-label=t!("email-label")>{member.email.clone()}</td>
            <td data-label=t!("team-role")>{role(member.role)}</td>
            <td data-label=t!("team-may")>{change}</td>
        </tr>
    }
}

//! `/staff/team/{id}`: one of the team: another role, a new password, a lost authenticator. For managers.

use super::members::{role_words, roles};
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, Place, Room, Tone, Weight, document,
};
use crate::page::Page;
use domain::policy;
use domain::staff::Staff;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No one would be left who manages.
    LastManager,
    NoRole,
    /// Another manager changed this colleague while the page was open.
    ChangedMeanwhile,
}

/// What was done just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    RoleChanged,
    Mailed,
    AuthenticatorReset,
}

#[derive(Clone)]
pub struct View {
    pub member: Staff,
    pub has_authenticator: bool,
    /// The digest of the colleague as shown, for the form of the role.
    pub seen: String,
    /// The role to choose: as stored, or as typed where it was refused.
    pub role: String,
    pub done: Option<Done>,
    pub problem: Option<Problem>,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::LastManager => ("role", t!("colleague-last-manager")),
        Problem::NoRole => ("role", t!("team-no-role")),
        Problem::ChangedMeanwhile => ("role", t!("application-changed")),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let member = &view.member;
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Team), member.name.clone().into())
    };
    document(frame, about, || {
        let done = view.done.map(|done| match done {
            Done::RoleChanged => t!("colleague-role-changed"),
            Done::Mailed => t!("team-mailed"),
            Done::AuthenticatorReset => t!("team-authenticator-was-reset"),
        });
        let who = t!(
            "colleague-who",
            email = member.email.clone(),
            role = role_words(member.role)
        );
        let role = format!("/staff/team/{}/role", member.id);
        view! {
            <ErrorSummary messages=&messages />
            {done.map(|done| view! { <Notice tone=Tone::Success>{done}</Notice> })}
            <p>
                <a href="/staff/team">{t!("colleague-back")}</a>
            </p>
            <div class="setting-up">
                <h1>{member.name.clone()}</h1>
                <p>{who}</p>
                <form method="post" action=role novalidate>
                    <input type="hidden" name="seen" value=view.seen.clone() />
                    {roles(&view.role, messages.at("role"))}
                    <Button>{t!("colleague-set-role")}</Button>
                </form>
                {new_password(member).into_any()}
                {view.has_authenticator.then(|| authenticator(member))}
            </div>
        }
    })
}

fn new_password(member: &Staff) -> impl IntoView + use<> {
    let minutes = policy::NEW_PASSWORD_LIFE.as_secs() / 60;
    let action = format!("/staff/team/{}/new-password", member.id);
    let form = if member.disabled {
        view! { <p>{t!("colleague-shut-out")}</p> }.into_any()
    } else {
        view! {
            <p>{t!("colleague-password-about", minutes = minutes)}</p>
            <form method="post" action=action>
                <Button weight=Weight::Secondary>{t!("colleague-password-send")}</Button>
            </form>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{t!("colleague-password")}</h2>
            {form}
        </section>
    }
}

fn authenticator(member: &Staff) -> impl IntoView + use<> {
    let action = format!("/staff/team/{}/authenticator", member.id);
    let reset = t!("team-authenticator-reset", name = member.name.clone());
    view! {
        <section>
            <h2>{t!("staff-account-authenticator")}</h2>
            <p>{t!("team-authenticator-about")}</p>
            <form method="post" action=action>
                <Button weight=Weight::Warning>{reset}</Button>
            </form>
        </section>
    }
}

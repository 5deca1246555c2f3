//! `/staff/installation/clinics/{id}`: who manages a clinic, and help for managers who cannot sign in. No patients.

use super::back;
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, Place, Room, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::invitee;
use domain::address::AddressError;
use domain::ids::ApplicationId;
use domain::invitation::Invitation;
use domain::policy;
use domain::staff::Staff;
use domain::text::TextError;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use serde::Deserialize;
use words::Wording;
use words::t;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Name(TextError),
    Email(AddressError),
    /// Someone signs in to a desk with this address.
    EmailTaken,
    AlreadyInvited,
    /// The invitation was used or withdrawn in the meantime, or the manager is one no more.
    Over,
}

/// What was done just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Mailed,
    AuthenticatorReset,
}

/// Someone to invite, as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    pub name: String,
    pub email: String,
}

#[derive(Clone)]
pub struct View {
    pub id: ApplicationId,
    pub name: String,
    pub phone: String,
    pub managers: Vec<Manager>,
    /// Those to managers that no one has used yet.
    pub invitations: Vec<Invitation>,
    pub now: Timestamp,
    pub form: Form,
    pub done: Option<Done>,
    pub problems: Vec<Problem>,
}

#[derive(Clone)]
pub struct Manager {
    pub staff: Staff,
    pub has_authenticator: bool,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Name(error) => invitee::name_message(error),
        Problem::Email(error) => invitee::email_message(error),
        Problem::EmailTaken => ("email", t!("team-email-taken")),
        Problem::AlreadyInvited => ("email", t!("clinic-already-invited")),
        Problem::Over => ("main", t!("clinic-over")),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Installation), view.name.clone().into())
    };
    document(frame, about, || {
        let done = view.done.map(|done| match done {
            Done::Mailed => t!("team-mailed"),
            Done::AuthenticatorReset => t!("clinic-authenticator-reset"),
        });
        view! {
            <ErrorSummary messages=&messages />
            {done.map(|done| view! { <Notice tone=Tone::Success>{done}</Notice> })}
            {back()}
            <h1>{view.name.clone()}</h1>
            <p>{t!("clinic-phone", phone = view.phone.clone())}</p>
            <section>
                <h2>{t!("clinics-managers")}</h2>
                {managers(view)}
            </section>
            {invitations(view)}
            {invite(view, &messages)}
        }
    })
}

fn path(view: &View, below: &str) -> String {
    format!("/staff/installation/clinics/{}/{below}", view.id)
}

fn managers(view: &View) -> impl IntoView + use<> {
    if view.managers.is_empty() {
        return view! { <p>{t!("clinic-no-manager")}</p> }.into_any();
    }
    let action = path(view, "managers");
    let rows = view.managers.iter().map(|manager| row(manager, &action));
    let minutes = policy::NEW_PASSWORD_LIFE.as_secs() / 60;
    view! {
        <p>{t!("clinic-managers-about", minutes = minutes)}</p>
        <table>
            <caption class="unseen">{t!("clinics-managers")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("team-name")}</th>
                    <th scope="col">{t!("email-label")}</th>
                    <th scope="col">{t!("clinic-help")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(manager: &Manager, action: &str) -> impl IntoView + use<> {
    let Staff {
        id,
        name,
        email,
        disabled,
        ..
    } = manager.staff.clone();
    let password = (!disabled).then(|| {
        let words = t!("clinic-send-password", name = name.clone());
        view! {
            <Button weight=Weight::Quiet name="what" value="password">
                {words}
            </Button>
        }
    });
    let authenticator = manager.has_authenticator.then(|| {
        let words = t!("team-authenticator-reset", name = name.clone());
        view! {
            <Button weight=Weight::Quiet name="what" value="authenticator">
                {words}
            </Button>
        }
    });
    let shut_out = disabled.then(|| view! { <span class="hint">" " {t!("team-disabled")}</span> });
    view! {
        <tr>
            <th scope="row">{name} {shut_out}</th>
            <td data-label=t!("email-label")>{email}</td>
            <td data-label=t!("clinic-help")>
                <form method="post" action=action.to_owned()>
                    <input type="hidden" name="staff" value=id.to_string() />
                    {password}
                    {authenticator}
                </form>
            </td>
        </tr>
    }
}

fn invitations(view: &View) -> Option<impl IntoView + use<>> {
    let action = path(view, "invitations");
    let rows: Vec<_> = view
        .invitations
        .iter()
        .map(|one| invited(one, &action, view.now).into_any())
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t!("team-invitations")}</h2>
                <table>
                    <caption class="unseen">{t!("team-invitations")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!("team-name")}</th>
                            <th scope="col">{t!("email-label")}</th>
                            <th scope="col">{t!("team-invitation-until")}</th>
                            <th scope="col">{t!("team-invitation-change")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

fn invited(invitation: &Invitation, action: &str, now: Timestamp) -> impl IntoView + use<> {
    let name = invitation.name.clone();
    let again = t!("team-invite-again", name = name.clone());
    let until = invitee::until(invitation, now, Zone::UTC);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label=t!("email-label")>{invitation.email.clone()}</td>
            <td data-label=t!("team-invitation-until")>{until}</td>
            <td data-label=t!("team-invitation-change")>
                <form method="post" action=action.to_owned()>
                    <input type="hidden" name="invitation" value=invitation.id.to_string() />
                    <Button weight=Weight::Quiet>{again}</Button>
                </form>
            </td>
        </tr>
    }
}

fn invite(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let days = policy::INVITATION_DAYS;
    view! {
        <section class="setting-up">
            <h2>{t!("clinic-invite-heading")}</h2>
            <p>{t!("clinic-manager-about", days = days)}</p>
            <form method="post" action=path(view, "invite") novalidate>
                {invitee::fields(&view.form.name, &view.form.email, messages)}
                <Button>{t!("team-invite")}</Button>
            </form>
        </section>
    }
}

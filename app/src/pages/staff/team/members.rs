//! `/staff/team`: who works the desk, and who is invited to. For managers.

use crate::components::{
    Button, Choices, Document, ErrorSummary, Frame, Messages, Notice, Place, Radio, Room, Tone,
    Weight, document,
};
use crate::page::Page;
use crate::pages::invitee;
use domain::address::AddressError;
use domain::ids::StaffId;
use domain::invitation::Invitation;
use domain::policy;
use domain::staff::{Role, Staff};
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
    Oneself,
    /// They are no part of this team.
    NotFound,
    /// Another manager changed this colleague while the page was open.
    ChangedMeanwhile,
    /// The invitation was used or withdrawn in the meantime.
    InvitationOver,
    Name(TextError),
    Email(AddressError),
    /// Someone signs in to a desk with this address.
    EmailTaken,
    AlreadyInvited,
    NoRole,
}

/// Someone to invite, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Form {
    pub name: String,
    pub email: String,
    pub role: String,
}

#[derive(Clone)]
pub struct View {
    /// The manager who looks.
    pub oneself: StaffId,
    /// Each with the digest of what the page shows, for the form that shuts them out or lets them in.
    pub members: Vec<(Staff, String)>,
    /// Those that no one has used yet.
    pub invitations: Vec<Invitation>,
    pub now: Timestamp,
    pub form: Form,
    /// A mail was queued just now.
    pub mailed: bool,
    pub problems: Vec<Problem>,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    match problem {
        Problem::Oneself => ("main", t!("team-oneself")),
        Problem::NotFound => ("main", t!("team-not-found")),
        Problem::ChangedMeanwhile => ("main", t!("ask-changed")),
        Problem::InvitationOver => ("main", t!("team-invitation-over")),
        Problem::Name(error) => invitee::name_message(error),
        Problem::Email(error) => invitee::email_message(error),
        Problem::EmailTaken => ("email", t!("team-email-taken")),
        Problem::AlreadyInvited => ("email", t!("team-already-invited")),
        Problem::NoRole => ("role", t!("team-no-role")),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problems.iter().copied().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Team), t!("team-heading"))
    };
    document(frame, about, || {
        let mailed = view.mailed;
        view! {
            <ErrorSummary messages=&messages />
            {mailed.then(|| view! { <Notice tone=Tone::Success>{t!("team-mailed")}</Notice> })}
            <h1>{t!("team-heading")}</h1>
            <p>{t!("team-about")}</p>
            {members(view).into_any()}
            {invitations(view, frame.time_zone).into_any()}
            {invite(&view.form, &messages).into_any()}
        }
    })
}

/// What someone does at the desk, in a word.
pub(super) fn role_words(role: Role) -> Wording {
    match role {
        Role::FrontDesk => t!("team-front-desk"),
        Role::Manager => t!("team-manager"),
        Role::Operator => t!("team-operator"),
    }
}

/// The two roles of a desk, to choose one.
pub(super) fn roles(chosen: &str, error: Option<Wording>) -> impl IntoView + use<> {
    let is = |role: Role| chosen == role.name();
    let (front_desk, manager) = (is(Role::FrontDesk), is(Role::Manager));
    view! {
        <Choices name="role" legend=t!("team-role") error=error>
            <Radio
                name="role"
                value=Role::FrontDesk.name()
                label=t!("team-front-desk")
                hint=Some(t!("team-front-desk-hint"))
                checked=front_desk
            />
            <Radio
                name="role"
                value=Role::Manager.name()
                label=t!("team-manager")
                hint=Some(t!("team-manager-hint"))
                checked=manager
            />
        </Choices>
    }
}

fn members(view: &View) -> impl IntoView + use<> {
    let rows = view
        .members
        .iter()
        .map(|(member, seen)| row(member, seen, view.oneself))
        .collect_view();
    view! {
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
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(member: &Staff, seen: &str, oneself: StaffId) -> impl IntoView + use<> {
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
                <input type="hidden" name="seen" value=seen.to_owned() />
                <Button weight=Weight::Quiet>{words}</Button>
            </form>
        }
        .into_any()
    };
    let shut_out = member
        .disabled
        .then(|| view! { <span class="hint">" " {t!("team-disabled")}</span> });
    let more = format!("/staff/team/{}", member.id);
    view! {
        <tr>
            <th scope="row">
                <a href=more>{name}</a>
                {shut_out}
            </th>
            <td data-label=t!("email-label")>{member.email.clone()}</td>
            <td data-label=t!("team-role")>{role_words(member.role)}</td>
            <td data-label=t!("team-may")>{change}</td>
        </tr>
    }
}

fn invitations(view: &View, zone: Zone) -> Option<impl IntoView + use<>> {
    let now = view.now;
    let rows: Vec<_> = view
        .invitations
        .iter()
        .map(|one| invited(one, now, zone).into_any())
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2>{t!("team-invitations")}</h2>
            <table>
                <caption class="unseen">{t!("team-invitations")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("team-name")}</th>
                        <th scope="col">{t!("email-label")}</th>
                        <th scope="col">{t!("team-role")}</th>
                        <th scope="col">{t!("team-invitation-until")}</th>
                        <th scope="col">{t!("team-invitation-change")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

fn invited(invitation: &Invitation, now: Timestamp, zone: Zone) -> impl IntoView + use<> {
    let id = invitation.id.to_string();
    let name = invitation.name.clone();
    let again = t!("team-invite-again", name = name.clone());
    let withdraw = t!("team-withdraw", name = name.clone());
    let until = invitee::until(invitation, now, zone);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label=t!("email-label")>{invitation.email.clone()}</td>
            <td data-label=t!("team-role")>{role_words(invitation.role)}</td>
            <td data-label=t!("team-invitation-until")>{until}</td>
            <td data-label=t!("team-invitation-change")>
                <form method="post" action="/staff/team/invitations">
                    <input type="hidden" name="invitation" value=id />
                    <Button weight=Weight::Quiet name="what" value="again">
                        {again}
                    </Button>
                    <Button weight=Weight::Quiet name="what" value="withdraw">
                        {withdraw}
                    </Button>
                </form>
            </td>
        </tr>
    }
}

fn invite(form: &Form, messages: &Messages) -> impl IntoView + use<> {
    let days = policy::INVITATION_DAYS;
    view! {
        <section class="setting-up">
            <h2>{t!("team-invite-heading")}</h2>
            <p>{t!("team-invite-about", days = days)}</p>
            <form method="post" action="/staff/team/invite" novalidate>
                {invitee::fields(&form.name, &form.email, messages)}
                {roles(&form.role, messages.at("role"))}
                <Button>{t!("team-invite")}</Button>
            </form>
        </section>
    }
}

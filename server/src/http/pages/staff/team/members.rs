//! `/staff/team`: who works the desk, and who is invited to. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use app::pages::staff::team::members::{Form as FormInput, Problem, View, page};
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::StaffId;
use domain::policy;
use serde::Deserialize;
use service::{InvitationRejection, InviteProblem, InviteRejection, Outcome, Seen, TeamRejection};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    mailed: String,
}

pub async fn get(manager: Manager, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let mut view = view(&manager).await?;
    view.mailed = !flags.mailed.is_empty();
    Ok(manager.show(StatusCode::OK, page, &view))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    staff: String,
    #[serde(default)]
    disabled: String,
    #[serde(default)]
    seen: String,
}

pub async fn post(manager: Manager, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let wrong = Problem::NotFound;
    let disabled = match fields.disabled.as_str() {
        "yes" => true,
        "no" => false,
        _ => return render_again(&manager, FormInput::default(), vec![wrong]).await,
    };
    let Ok(id) = fields.staff.parse::<StaffId>() else {
        return render_again(&manager, FormInput::default(), vec![wrong]).await;
    };
    let seen = Seen::sent(&fields.seen);
    let problem = match manager
        .services()
        .staff()
        .set_disabled(manager.by, id, disabled, &seen)
        .await
        .or_internal()?
    {
        Ok(()) => return Ok(Redirect::to("/staff/team").into_response()),
        Err(TeamRejection::Oneself) => Problem::Oneself,
        Err(TeamRejection::ChangedMeanwhile) => Problem::ChangedMeanwhile,
        Err(TeamRejection::NoManager) => {
            return Err(manager.no_more());
        }
        Err(_) => Problem::NotFound,
    };
    render_again(&manager, FormInput::default(), vec![problem]).await
}

pub async fn post_invite(
    manager: Manager,
    Form(typed): Form<FormInput>,
) -> Result<Response, PageError> {
    let invited = manager
        .services()
        .staff()
        .invite(manager.by, &typed.name, &typed.email, &typed.role)
        .await;
    let problems = match invited.or_internal()? {
        Ok(_) => return Ok(mailed()),
        Err(InviteRejection::NotProven) => return Err(PageError::NotProven),
        Err(InviteRejection::Typed(wrong)) => problems(wrong),
        Err(InviteRejection::EmailTaken) => vec![Problem::EmailTaken],
        Err(InviteRejection::AlreadyInvited) => vec![Problem::AlreadyInvited],
    };
    render_again(&manager, typed, problems).await
}

fn problems(wrong: InviteProblem) -> Vec<Problem> {
    let name = wrong.name.map(Problem::Name);
    let email = wrong.email.map(Problem::Email);
    let role = wrong.role.then_some(Problem::NoRole);
    [name, email, role].into_iter().flatten().collect()
}

#[derive(Deserialize)]
pub struct InvitationFields {
    #[serde(default)]
    invitation: String,
    #[serde(default)]
    what: String,
}

pub async fn post_invitation(
    manager: Manager,
    Form(fields): Form<InvitationFields>,
) -> Result<Response, PageError> {
    let over = vec![Problem::InvitationOver];
    let Ok(id) = fields.invitation.parse() else {
        return render_again(&manager, FormInput::default(), over).await;
    };
    let (outcome, response): (Outcome<(), InvitationRejection>, _) = match fields.what.as_str() {
        "again" => (
            manager
                .services()
                .staff()
                .invite_again(manager.by, id)
                .await,
            mailed(),
        ),
        "withdraw" => {
            let withdrawn = manager
                .services()
                .staff()
                .withdraw_invitation(manager.by, id)
                .await;
            (withdrawn, Redirect::to("/staff/team").into_response())
        }
        _ => return render_again(&manager, FormInput::default(), over).await,
    };
    match outcome.or_internal()? {
        Ok(()) => Ok(response),
        Err(_) => render_again(&manager, FormInput::default(), over).await,
    }
}

fn mailed() -> Response {
    Redirect::to("/staff/team?mailed=yes").into_response()
}

async fn view(manager: &Manager) -> Result<View, PageError> {
    let members = manager.services().staff().team(manager.by).await?;
    let members = members.into_iter().map(|member| {
        let seen = manager
            .services()
            .staff()
            .colleague_shown(&member)
            .into_field();
        (member, seen)
    });
    let invitations = manager
        .services()
        .staff()
        .open_invitations(manager.by)
        .await;
    Ok(View {
        oneself: manager.staff.staff,
        members: members.collect(),
        invitations: invitations?,
        now: manager.services().ports().now(),
        form: FormInput::default(),
        mailed: false,
        problems: Vec::new(),
    })
}

/// The page with what was typed, and what is wrong with it.
async fn render_again(
    manager: &Manager,
    typed: FormInput,
    problems: Vec<Problem>,
) -> Result<Response, PageError> {
    let kept = |text: String| text.chars().take(policy::EMAIL_MAX * 2).collect();
    let view = View {
        form: FormInput {
            name: kept(typed.name),
            email: kept(typed.email),
            role: typed.role,
        },
        problems,
        ..view(manager).await?
    };
    let status = if view.problems.contains(&Problem::ChangedMeanwhile) {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(manager.show(status, page, &view))
}

//! `/staff/team`: who works the desk, and who is invited to. Managers alone come in.

use super::manager::Manager;
use super::{frame, prove};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::team::{Form as Typed, Problem, View, page};
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::StaffId;
use domain::policy;
use serde::Deserialize;
use service::{Failure, InvitationRefusal, InviteProblem, InviteRefusal, Outcome, TeamRefusal};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    mailed: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let mut view = view(&web, &manager).await?;
    view.mailed = !flags.mailed.is_empty();
    let page = page(&frame(&web, &manager.staff), &view);
    Ok(show(StatusCode::OK, page))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    staff: String,
    #[serde(default)]
    disabled: String,
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let wrong = Problem::NotFound;
    let disabled = match fields.disabled.as_str() {
        "yes" => true,
        "no" => false,
        _ => return again(&web, &manager, Typed::default(), vec![wrong]).await,
    };
    let Ok(id) = fields.staff.parse::<StaffId>() else {
        return again(&web, &manager, Typed::default(), vec![wrong]).await;
    };
    let problem = match web.services.set_disabled(manager.by, id, disabled).await {
        Ok(()) => return Ok(Redirect::to("/staff/team").into_response()),
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(TeamRefusal::Oneself)) => Problem::Oneself,
        Err(Failure::Refused(TeamRefusal::NoManager)) => {
            return Err(manager.no_more(&web));
        }
        Err(Failure::Refused(_)) => Problem::NotFound,
    };
    again(&web, &manager, Typed::default(), vec![problem]).await
}

pub async fn post_invite(
    State(web): State<Web>,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let invited = web
        .services
        .invite(manager.by, &typed.name, &typed.email, &typed.role)
        .await;
    let problems = match invited {
        Ok(_) => return Ok(mailed()),
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(InviteRefusal::NotProven)) => return Err(prove::wanted()),
        Err(Failure::Refused(InviteRefusal::Typed(wrong))) => problems(wrong),
        Err(Failure::Refused(InviteRefusal::EmailTaken)) => vec![Problem::EmailTaken],
        Err(Failure::Refused(InviteRefusal::AlreadyInvited)) => vec![Problem::AlreadyInvited],
    };
    again(&web, &manager, typed, problems).await
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
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<InvitationFields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let over = vec![Problem::InvitationOver];
    let Ok(id) = fields.invitation.parse() else {
        return again(&web, &manager, Typed::default(), over).await;
    };
    let (outcome, response): (Outcome<(), InvitationRefusal>, _) = match fields.what.as_str() {
        "again" => (web.services.invite_again(manager.by, id).await, mailed()),
        "withdraw" => {
            let withdrawn = web.services.withdraw_invitation(manager.by, id).await;
            (withdrawn, Redirect::to("/staff/team").into_response())
        }
        _ => return again(&web, &manager, Typed::default(), over).await,
    };
    match outcome {
        Ok(()) => Ok(response),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(_)) => again(&web, &manager, Typed::default(), over).await,
    }
}

fn mailed() -> Response {
    Redirect::to("/staff/team?mailed=yes").into_response()
}

async fn view(web: &Web, manager: &Manager) -> Result<View, Response> {
    let failed = |fault| Failed::from(fault).into_response();
    let members = web.services.team(manager.by).await.map_err(failed)?;
    let invitations = web.services.open_invitations(manager.by).await;
    Ok(View {
        oneself: manager.staff.staff,
        members,
        invitations: invitations.map_err(failed)?,
        now: web.services.ports().now(),
        form: Typed::default(),
        mailed: false,
        problems: Vec::new(),
    })
}

/// The page with what was typed, and what is wrong with it.
async fn again(
    web: &Web,
    manager: &Manager,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<Response, Response> {
    let kept = |text: String| text.chars().take(policy::EMAIL_MAX * 2).collect();
    let view = View {
        form: Typed {
            name: kept(typed.name),
            email: kept(typed.email),
            role: typed.role,
        },
        problems,
        ..view(web, manager).await?
    };
    let page = page(&frame(web, &manager.staff), &view);
    Ok(show(StatusCode::UNPROCESSABLE_ENTITY, page))
}

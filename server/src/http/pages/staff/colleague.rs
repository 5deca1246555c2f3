//! `/staff/team/{id}`: one of the team: another role, a new password, a lost authenticator. Managers alone come in.

use super::manager::Manager;
use super::{frame, prove};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::colleague::{Done, Problem, View, page};
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::StaffId;
use serde::Deserialize;
use service::{Failure, TeamRefusal};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let done = match flags.done.as_str() {
        "role" => Some(Done::RoleChanged),
        "mailed" => Some(Done::Mailed),
        "reset" => Some(Done::AuthenticatorReset),
        _ => None,
    };
    shown(&web, &manager, staff(&id)?, done, None).await
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    role: String,
}

pub async fn post_role(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let id = staff(&id)?;
    let problem = match web.services.set_role(manager.by, id, &fields.role).await {
        Ok(()) => return Ok(done(id, "role")),
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(TeamRefusal::LastManager)) => Problem::LastManager,
        Err(Failure::Refused(TeamRefusal::NoSuchRole)) => Problem::NoRole,
        Err(Failure::Refused(TeamRefusal::NotProven)) => return Err(prove::wanted()),
        Err(Failure::Refused(TeamRefusal::NoManager)) => {
            return Err(manager.no_more(&web));
        }
        Err(Failure::Refused(TeamRefusal::NotFound | TeamRefusal::Oneself)) => {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
    };
    shown(&web, &manager, id, None, Some(problem)).await
}

pub async fn post_new_password(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let id = staff(&id)?;
    match web.services.send_new_password(manager.by, id).await {
        Ok(()) => Ok(done(id, "mailed")),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(_)) => Err(StatusCode::NOT_FOUND.into_response()),
    }
}

pub async fn post_reset_authenticator(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let id = staff(&id)?;
    match web.services.reset_authenticator(manager.by, id).await {
        Ok(()) => Ok(done(id, "reset")),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(TeamRefusal::NotProven)) => Err(prove::wanted()),
        Err(Failure::Refused(_)) => Err(StatusCode::NOT_FOUND.into_response()),
    }
}

fn staff(id: &str) -> Result<StaffId, Response> {
    id.parse()
        .map_err(|_| StatusCode::NOT_FOUND.into_response())
}

fn done(id: StaffId, what: &str) -> Response {
    Redirect::to(&format!("/staff/team/{id}?done={what}")).into_response()
}

async fn shown(
    web: &Web,
    manager: &Manager,
    id: StaffId,
    done: Option<Done>,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let team = web.services.team(manager.by).await;
    let team = team.map_err(|fault| Failed::from(fault).into_response())?;
    let Some(member) = team.into_iter().find(|member| member.id == id) else {
        return Err(StatusCode::NOT_FOUND.into_response());
    };
    let holders = web.services.staff_with_authenticator(manager.by).await;
    let holders = holders.map_err(|fault| Failed::from(fault).into_response())?;
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = View {
        has_authenticator: id != manager.staff.staff && holders.contains(&id),
        member,
        done,
        problem,
    };
    Ok(show(status, page(&frame(web, &manager.staff), &view)))
}

//! `/staff/team/{id}`: one of the team: another role, a new password, a lost authenticator. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{Manager, PathId};
use app::pages::staff::team::colleague::{Done, Problem, View, page};
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::StaffId;
use serde::Deserialize;
use service::{Seen, TeamRejection};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

pub async fn get(
    manager: Manager,
    PathId(id): PathId<StaffId>,
    Query(flags): Query<Flags>,
) -> Result<Response, PageError> {
    let done = match flags.done.as_str() {
        "role" => Some(Done::RoleChanged),
        "mailed" => Some(Done::Mailed),
        "reset" => Some(Done::AuthenticatorReset),
        _ => None,
    };
    shown(&manager, id, done, None).await
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    role: String,
    #[serde(default)]
    seen: String,
}

pub async fn post_role(
    manager: Manager,
    PathId(id): PathId<StaffId>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let seen = Seen::sent(&fields.seen);
    let problem = match manager
        .services()
        .staff()
        .set_role(manager.by, id, &fields.role, &seen)
        .await
        .or_internal()?
    {
        Ok(()) => return Ok(done(id, "role")),
        Err(TeamRejection::LastManager) => Problem::LastManager,
        Err(TeamRejection::NoSuchRole) => Problem::NoRole,
        Err(TeamRejection::ChangedMeanwhile) => Problem::ChangedMeanwhile,
        Err(TeamRejection::NotProven) => return Err(PageError::NotProven),
        Err(TeamRejection::NoManager) => {
            return Err(manager.no_more());
        }
        Err(TeamRejection::NotFound | TeamRejection::Oneself) => {
            return Err(PageError::NotFound);
        }
    };
    let refused = Some((fields.role, problem));
    shown(&manager, id, None, refused).await
}

pub async fn post_new_password(
    manager: Manager,
    PathId(id): PathId<StaffId>,
) -> Result<Response, PageError> {
    match manager
        .services()
        .staff()
        .send_new_password(manager.by, id)
        .await
        .or_internal()?
    {
        Ok(()) => Ok(done(id, "mailed")),
        Err(_) => Err(PageError::NotFound),
    }
}

pub async fn post_reset_authenticator(
    manager: Manager,
    PathId(id): PathId<StaffId>,
) -> Result<Response, PageError> {
    match manager
        .services()
        .staff()
        .reset_authenticator(manager.by, id)
        .await
        .or_internal()?
    {
        Ok(()) => Ok(done(id, "reset")),
        Err(TeamRejection::NotProven) => Err(PageError::NotProven),
        Err(_) => Err(PageError::NotFound),
    }
}

fn done(id: StaffId, what: &str) -> Response {
    Redirect::to(&format!("/staff/team/{id}?done={what}")).into_response()
}

async fn shown(
    manager: &Manager,
    id: StaffId,
    done: Option<Done>,
    refused: Option<(String, Problem)>,
) -> Result<Response, PageError> {
    let team = manager.services().staff().team(manager.by).await?;
    let Some(member) = team.into_iter().find(|member| member.id == id) else {
        return Err(PageError::NotFound);
    };
    let holders = manager
        .services()
        .staff()
        .staff_with_authenticator(manager.by)
        .await?;
    let (typed, problem) = refused.unzip();
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::ChangedMeanwhile) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = View {
        seen: manager
            .services()
            .staff()
            .colleague_shown(&member)
            .into_field(),
        role: typed.unwrap_or_else(|| member.role.name().to_owned()),
        has_authenticator: id != manager.staff.staff && holders.contains(&id),
        member,
        done,
        problem,
    };
    Ok(manager.show(status, page, &view))
}

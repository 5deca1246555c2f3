//! `/staff/team`: who works the desk. Managers alone come in.

use super::frame;
use super::manager::Manager;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use crate::service::{Failure, TeamRefusal};
use app::domain::ids::StaffId;
use app::pages::staff::team::{Problem, View, page};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    shown(&web, &manager, None).await
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
    let disabled = match fields.disabled.as_str() {
        "yes" => true,
        "no" => false,
        _ => return shown(&web, &manager, Some(Problem::NotFound)).await,
    };
    let Ok(id) = fields.staff.parse::<StaffId>() else {
        return shown(&web, &manager, Some(Problem::NotFound)).await;
    };
    match web.services.set_disabled(manager.by, id, disabled).await {
        Ok(()) => Ok(Redirect::to("/staff/team").into_response()),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(TeamRefusal::NotFound)) => {
            shown(&web, &manager, Some(Problem::NotFound)).await
        }
        Err(Failure::Refused(TeamRefusal::Oneself)) => {
            shown(&web, &manager, Some(Problem::Oneself)).await
        }
        Err(Failure::Refused(TeamRefusal::NoManager)) => Err(StatusCode::FORBIDDEN.into_response()),
    }
}

async fn shown(
    web: &Web,
    manager: &Manager,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let members = web.services.team(manager.by).await;
    let view = View {
        oneself: manager.staff.staff,
        members: members.map_err(|fault| Failed::from(fault).into_response())?,
        problem,
    };
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(show(status, page(&frame(web, &manager.staff), &view)))
}

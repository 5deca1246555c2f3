//! `/staff/join/{token}`: where a link by mail leads. Anyone who has the link may choose a password.

use crate::http::device;
use crate::http::error::PageError;
use crate::http::web::Web;
use app::pages::staff::team::join::{Choose, Problem, View, page};
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use service::{AcceptRejection, Failure, Invited, Source};

/// Changes nothing: mail scanners open links, too.
pub async fn get(State(web): State<Web>, Path(token): Path<String>) -> Result<Response, PageError> {
    let invited = web.services.staff().invited(&token).await?;
    Ok(shown(&web, token, invited, None))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
}

/// The browser is known from then on, so that a stranger's wrong passwords do not keep its owner out.
pub async fn post(
    State(web): State<Web>,
    source: Source,
    Path(token): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let accepted = web
        .services
        .staff()
        .accept_invitation(&token, &fields.password);
    let problem = match accepted.await {
        Ok((staff, round)) => {
            let device = web
                .services
                .sign_ins()
                .remember_proven_staff(&source, staff, round);
            let device = device::remembered(&web, device.await?);
            return Ok((device, Redirect::to("/staff/join/done")).into_response());
        }
        Err(Failure::Rejected(AcceptRejection::Password(error))) => Some(Problem::Password(error)),
        Err(Failure::Rejected(AcceptRejection::EmailTaken)) => {
            return Ok(over(&web, StatusCode::CONFLICT, &View::EmailTaken));
        }
        // The page itself says why.
        Err(Failure::Rejected(AcceptRejection::Unknown | AcceptRejection::Over(_))) => None,
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "a password could not be set");
            Some(Problem::Unavailable)
        }
    };
    let invited = web.services.staff().invited(&token).await?;
    Ok(shown(&web, token, invited, problem))
}

pub async fn get_done(State(web): State<Web>) -> Response {
    over(&web, StatusCode::OK, &View::Done)
}

fn over(web: &Web, status: StatusCode, view: &View) -> Response {
    web.show(status, page, view)
}

fn shown(web: &Web, token: String, invited: Option<Invited>, problem: Option<Problem>) -> Response {
    let Some(invited) = invited else {
        return over(web, StatusCode::NOT_FOUND, &View::Unknown);
    };
    let clinic = invited.clinic;
    if let Some(reason) = invited.over {
        let view = View::Over {
            over: reason,
            clinic,
            zone: invited.time_zone,
        };
        return over(web, StatusCode::GONE, &view);
    }
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::Password(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Problem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
    };
    let view = View::Choose(Choose {
        token,
        clinic,
        name: invited.invitation.name,
        email: invited.invitation.email,
        new: invited.invitation.staff.is_none(),
        problem,
    });
    over(web, status, &view)
}

//! `/staff/requests/{id}/letter`: the sheet to print, while the code works.

use super::request::find;
use super::{at_desk, frame};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::clinic::Clinic;
use app::pages::staff::letter::{View, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id).await?;
    let Some(code) = found.code else {
        return Err(Redirect::to(&format!("/staff/requests/{}", found.request.id)).into_response());
    };
    let view = View {
        request: found.request.id,
        clinic: Clinic {
            name: found.application.name,
            phone: found.application.phone,
        },
        ends_at: found.request.ends_at(),
        friendly_name: found.request.friendly_name,
        code,
        public_url: web.services.public_url().to_owned(),
        dated: web.services.ports().now(),
    };
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
}

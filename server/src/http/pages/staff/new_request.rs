//! `/staff/requests/new`: the form; what it posts goes to a server function. `/staff/requests/holder`: what it asks on the
//! way.

use super::{at_desk, frame};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::new_request::{View, holder_of_typed, page};
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use domain::new_request::Draft;
use serde::Deserialize;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let view = View {
        draft: Draft::default(),
        error: None,
    };
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
}

#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    external_id: String,
}

/// Whether a request holds what was typed: a piece of the page, empty where none does.
pub async fn post_holder(
    State(web): State<Web>,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Result<Html<String>, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let holder = web
        .services
        .holder_of(staff.application, &typed.external_id)
        .await
        .map_err(|fault| Failed::from(fault).into_response())?;
    let holder = holder.map(|request| (request.id, request.made_at));
    Ok(Html(holder_of_typed(holder)))
}

//! The one wrapper around server functions.
//!
//! Left alone they would answer an HTML form with a redirect to wherever it came from and put errors into the
//! address. Here the body is read under the limit, rights are checked, the function runs with the desk in its
//! context, and the response is built from the outcome it left, and from nothing else.

use super::failed::Failed;
use super::pages::staff_outcome;
use super::session::Visitor;
use super::web::Web;
use app::desk::{OutcomeCell, StaffDesk};
use app::domain::staff::StaffContext;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// What browsers send a form as.
const FORM: &str = "application/x-www-form-urlencoded";

/// Runs the server function of the request's path.
pub async fn handle(
    State(web): State<Web>,
    visitor: Visitor,
    axum::extract::OriginalUri(uri): axum::extract::OriginalUri,
    method: axum::http::Method,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failed> {
    let staff = match super::pages::at_desk(&web, &visitor).await {
        Ok(staff) => staff,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let form = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(FORM.as_bytes()));
    if !form {
        return Ok(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
    }
    let request = Request::builder()
        .method(method)
        .uri(uri.path())
        .header(header::CONTENT_TYPE, FORM)
        .body(Body::from(body));
    let Ok(request) = request else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let outcome = OutcomeCell::default();
    let context = context(&web, &staff, &outcome);
    leptos_axum::handle_server_fns_with_context(context, request).await;
    match outcome.take() {
        Some(outcome) => staff_outcome(&web, &staff, visitor, outcome).await,
        // The function did not come to run: its arguments did not decode.
        None => Ok(StatusCode::BAD_REQUEST.into_response()),
    }
}

fn context(
    web: &Web,
    staff: &StaffContext,
    outcome: &OutcomeCell,
) -> impl Fn() + Clone + Send + 'static {
    let desk: Arc<dyn StaffDesk> = Arc::new(web.services.clone());
    let (staff, outcome) = (staff.clone(), outcome.clone());
    move || {
        provide_context(desk.clone());
        provide_context(staff.clone());
        provide_context(outcome.clone());
    }
}

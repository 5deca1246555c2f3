//! The desk: every page here belongs to someone who is signed in to it, and to their application. The operator's are separate,
//! in `installation`.

mod account;
mod asked;
mod bulk;
mod clinic;
mod installation;
mod requests;
mod team;

use super::routes::{self, Protection, Route};
use crate::http::error::PageError;
use crate::http::extract::AnyStaff;
use crate::http::web::Web;
use app::pages::staff::requests::mail::Mail;
use axum::response::Redirect;
use axum::{Extension, Router, middleware};
use domain::staff::Role;

/// The desk behind its lock, what is reached while it is locked, and around both the layer that leaves nothing but the
/// patient's page while a patient has the screen.
pub fn router(web: &Web, routes: Vec<Route>) -> Router<Web> {
    let locked = middleware::from_fn_with_state(web.clone(), account::lock::layer);
    let wall = middleware::from_fn_with_state(web.clone(), requests::handed_over::wall);
    let unlocked = account::lock::UnlockedDesk(desk(web, self::routes()).with_state(web.clone()));
    let (outside, behind): (Vec<_>, Vec<_>) = routes
        .into_iter()
        .partition(|route| route.protection == Protection::None);
    desk(web, behind)
        .layer(locked)
        .merge(routes::router(outside).layer(Extension(unlocked)))
        .layer(wall)
}

/// Every page of staff who are signed in.
fn desk(web: &Web, routes: Vec<Route>) -> Router<Web> {
    let (proven, others): (Vec<_>, Vec<_>) = routes
        .into_iter()
        .filter(|route| route.protection != Protection::None)
        .partition(|route| route.protection == Protection::LockAndProof);
    let layer = middleware::from_fn_with_state(web.clone(), account::prove::layer);
    routes::router(others).merge(routes::router(proven).route_layer(layer))
}

pub fn routes() -> Vec<Route> {
    [
        account::routes(),
        requests::routes(),
        bulk::routes(),
        team::routes(),
        clinic::routes(),
        installation::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where everyone of the staff begins.
const HOME: &str = "/staff";

async fn home(staff: AnyStaff) -> Result<Redirect, PageError> {
    Ok(Redirect::to(match staff.role {
        Role::Operator => "/staff/installation",
        Role::FrontDesk | Role::Manager => "/staff/requests",
    }))
}

/// The state of the last mail, by the state of its job and by whether its last try failed.
fn mail(state: Option<&str>, failed: bool) -> Mail {
    match state {
        None => Mail::None,
        Some("done") => Mail::Sent,
        Some("unknown") => Mail::Unknown,
        Some("bounced" | "dead") => Mail::Failed,
        Some(_) if failed => Mail::Late,
        Some(_) => Mail::Queued,
    }
}

//! `/`: the two doors.

use crate::http::extract::Guest;
use crate::http::web::show;
use app::pages::patient::home;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(guest: Guest) -> Response {
    show(StatusCode::OK, home::page(&guest.frame()))
}

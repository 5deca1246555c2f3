//! The pages: one file each, a pair of handlers on one path.
//!
//! `get` shows it; `post` asks a service and either redirects with 303 or shows the page again with
//! what was typed. No rule stands here, only which page follows which outcome.

mod account;
mod api_manual;
mod carried_code;
mod kept;
pub(super) mod old_links;
mod over;
mod patient;
mod set_up;
mod sign_in;
mod staff;
mod stay;
pub(super) mod trouble;
mod typed;

use super::web::Web;
use axum::Router;
use axum::routing::get;

/// Every page, for visitors, people and staff.
pub fn router(web: &Web, mailbox: bool) -> Router<Web> {
    Router::new()
        .merge(patient::router())
        .merge(account::router(mailbox))
        .merge(staff::router(web))
        .merge(api_manual::router())
        .merge(set_up::router())
        .route("/stay", get(stay::get))
}

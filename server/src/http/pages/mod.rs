//! The pages: one file each, a pair of handlers on one path.
//!
//! `get` shows it; `post` asks a service and either redirects with 303 or shows the page again with
//! what was typed. No rule is here, only which page follows which outcome.

mod account;
mod api_manual;
mod carried_code;
mod kept;
pub(super) mod old_links;
pub(super) mod over;
mod patient;
pub mod routes;
mod set_up;
mod sign_in;
mod staff;
mod stay;
pub(super) mod trouble;
mod trust;
mod typed;

use super::web::Web;
use axum::Router;
use routes::{Route, anyone};

/// Every page, for visitors, people and staff.
pub fn router(web: &Web, mailbox: bool) -> Router<Web> {
    let (staff, others): (Vec<_>, Vec<_>) = table().into_iter().partition(Route::is_of_staff);
    let mailbox = mailbox.then(account::mailbox_routes);
    routes::router(others.into_iter().chain(mailbox.into_iter().flatten()))
        .merge(staff::router(web, staff))
}

/// The table of all pages, but for the development mailbox.
pub fn table() -> Vec<Route> {
    let stay = anyone("/stay").get(stay::get).into();
    [
        patient::routes(),
        account::routes(),
        staff::routes(),
        api_manual::routes(),
        set_up::routes(),
        trust::routes(),
        vec![stay],
    ]
    .into_iter()
    .flatten()
    .collect()
}

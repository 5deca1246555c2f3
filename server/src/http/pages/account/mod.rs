//! Accounts: signing in and out, new accounts, records and connections.

mod change_record;
mod create_account;
mod forgot_password;
mod mailbox;
mod overview;
mod sign_in;
mod sign_out;

use super::super::failed::Failed;
use super::super::session::Visitor;
use super::super::web::Web;
use axum::Router;
use axum::routing::{get, post};
use domain::application::Rule;
use service::Stage;

pub fn router(with_mailbox: bool) -> Router<Web> {
    let router = Router::new()
        .route("/sign-in", get(sign_in::get).post(sign_in::post))
        .route(
            "/create-account",
            get(create_account::get).post(create_account::post),
        )
        .route(
            "/forgot-password",
            get(forgot_password::get).post(forgot_password::post),
        )
        .route(
            "/forgot-password/{token}",
            get(forgot_password::get_link).post(forgot_password::post_link),
        )
        .route("/sign-out", post(sign_out::post))
        .route("/sign-out-and-return", post(sign_out::post_and_return))
        .route("/account", get(overview::get))
        .route("/account/disconnect", post(overview::post_disconnect))
        .route(
            "/account/connections/{id}/change",
            get(change_record::get).post(change_record::post),
        );
    if with_mailbox {
        router
            .route("/dev/mailbox", get(mailbox::get_list))
            .route("/dev/mailbox/{file}", get(mailbox::get_one))
    } else {
        router
    }
}

/// What a clinic may do, by the names that the person read.
pub(super) fn rule_names(rules: &[Rule]) -> Vec<String> {
    rules.iter().map(|rule| rule.name.clone()).collect()
}

/// The clinic a visitor is on the way to, once they answered: why they are asked to sign in.
async fn waiting_clinic(web: &Web, visitor: &Visitor) -> Result<Option<String>, Failed> {
    match &visitor.visit.flow {
        Some(flow) if matches!(flow.stage, Stage::Answered { .. }) => {
            let clinic = web.services.clinic(flow.request).await?;
            Ok(clinic.map(|clinic| clinic.name))
        }
        _ => Ok(None),
    }
}

/// Where somebody goes on who has signed in: back to their way, or to their records.
fn next(visitor: &Visitor) -> &'static str {
    match &visitor.visit.flow {
        Some(flow) if matches!(flow.stage, Stage::Answered { .. }) => "/connect/record",
        _ => "/account",
    }
}

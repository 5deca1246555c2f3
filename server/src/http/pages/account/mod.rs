//! Accounts: signing in and out, new accounts, records and connections.

mod change_record;
mod create_account;
mod finish_account;
mod forgot_password;
mod mailbox;
mod overview;
mod sign_in;
mod sign_out;

use super::routes::{Route, anyone, patients, routes};
use crate::http::error::PageError;
use crate::http::session::Visitor;
use crate::http::web::Web;
use domain::application::Rule;
use service::Stage;

pub fn routes() -> Vec<Route> {
    routes![
        anyone("/sign-in").get(sign_in::get).post(sign_in::post),
        anyone("/create-account")
            .get(create_account::get)
            .post(create_account::post),
        anyone("/create-account/digits")
            .get(finish_account::get)
            .post(finish_account::post),
        anyone("/create-account/{token}")
            .get(finish_account::get_link)
            .post(finish_account::post_link),
        anyone("/forgot-password")
            .get(forgot_password::get)
            .post(forgot_password::post),
        anyone("/forgot-password/{token}")
            .get(forgot_password::get_link)
            .post(forgot_password::post_link),
        anyone("/sign-out").post(sign_out::post),
        anyone("/sign-out-and-return").post(sign_out::post_and_return),
        patients("/account").get(overview::get),
        patients("/account/disconnect").post(overview::post_disconnect),
        patients("/account/connections/{id}/change")
            .get(change_record::get)
            .post(change_record::post),
    ]
}

/// The mails that are kept as files, where the configuration says so.
pub fn mailbox_routes() -> Vec<Route> {
    routes![
        anyone("/dev/mailbox").get(mailbox::get_list),
        anyone("/dev/mailbox/{file}").get(mailbox::get_one),
    ]
}

/// What a clinic may do, by the names that the person read.
pub(super) fn rule_names(rules: &[Rule]) -> Vec<String> {
    rules.iter().map(|rule| rule.name.clone()).collect()
}

/// The clinic a visitor is on the way to, once they answered: why they are asked to sign in.
async fn waiting_clinic(web: &Web, visitor: &Visitor) -> Result<Option<String>, PageError> {
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

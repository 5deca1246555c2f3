//! Accounts: signing in and out, new accounts, records and connections.

mod activity;
mod change_record;
mod contents;
mod create_account;
mod details;
mod devices;
mod finish_account;
mod forgot_password;
mod grown_child;
mod join;
mod leaving;
mod mailbox;
mod overview;
mod own_items;
mod own_records;
mod passkey_sign_in;
mod passkeys;
mod people;
mod permissions;
mod second_step;
mod sign_in;
mod sign_in_code;
mod sign_out;

use super::routes::{Route, anyone, patients, routes};
use crate::http::error::PageError;
use crate::http::session::SessionHandle;
use crate::http::web::Web;
use domain::application::Rule;
use service::Stage;

pub fn routes() -> Vec<Route> {
    let mut routes = routes![
        anyone("/sign-in").get(sign_in::get).post(sign_in::post),
        anyone("/sign-in/code")
            .get(sign_in_code::get)
            .post(sign_in_code::post),
        anyone("/sign-in/passkey").post(passkey_sign_in::post),
        anyone("/sign-in/passkey/begin").post(passkey_sign_in::post_begin),
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
        patients("/account/connections/{id}/permissions")
            .get(permissions::get)
            .post(permissions::post),
        patients("/account/activity").get(activity::get),
        patients("/account/details").get(details::get),
        patients("/account/details/name").post(details::post_name),
        patients("/account/details/password").post(details::post_password),
        patients("/account/details/email")
            .get(details::get_digits)
            .post(details::post_email),
        patients("/account/details/email/digits").post(details::post_digits),
        patients("/account/details/email/stop").post(details::post_stop),
        patients("/account/details/preferences").post(details::post_preferences),
        anyone("/account/undo-email/{token}")
            .get(details::get_undo)
            .post(details::post_undo),
        patients("/account/passkeys")
            .get(passkeys::get)
            .post(passkeys::post),
        patients("/account/passkeys/new").post(passkeys::post_new),
        patients("/account/passkeys/{id}").get(passkeys::get_one),
        patients("/account/passkeys/{id}/name").post(passkeys::post_name),
        patients("/account/passkeys/{id}/remove").post(passkeys::post_remove),
        patients("/account/second-step").get(second_step::get),
        patients("/account/second-step/set-up")
            .get(second_step::get_set_up)
            .post(second_step::post_set_up),
        patients("/account/second-step/recovery-codes")
            .get(second_step::get_codes)
            .post(second_step::post_codes),
        patients("/account/second-step/off")
            .get(second_step::get_off)
            .post(second_step::post_off),
        patients("/account/devices")
            .get(devices::get)
            .post(devices::post),
        patients("/account/devices/sign-out-everywhere").post(devices::post_everywhere),
        patients("/account/download")
            .get(leaving::get_download)
            .post(leaving::post_download),
        patients("/account/download/file").get(leaving::get_file),
        patients("/account/delete")
            .get(leaving::get_delete)
            .post(leaving::post_delete),
        patients("/account/delete/keep").post(leaving::post_keep),
    ];
    routes.extend(record_routes());
    routes
}

/// The pages of one's records.
fn record_routes() -> Vec<Route> {
    routes![
        patients("/account/records").get(own_records::get_list),
        patients("/account/records/new")
            .get(own_records::get_new)
            .post(own_records::post_new),
        patients("/account/records/{id}").get(contents::get),
        patients("/account/records/{id}/change")
            .get(own_records::get_change)
            .post(own_records::post_change),
        patients("/account/records/{id}/grown-up")
            .get(grown_child::get)
            .post(grown_child::post),
        patients("/account/records/{id}/remove")
            .get(own_records::get_remove)
            .post(own_records::post_remove),
        anyone("/account/join/{token}").get(join::get_link),
        patients("/account/join").get(join::get).post(join::post),
        patients("/account/records/{id}/people")
            .get(people::get)
            .post(people::post),
        patients("/account/records/{id}/people/withdraw").post(people::post_withdraw),
        patients("/account/records/{id}/people/{person}/remove")
            .get(people::get_remove)
            .post(people::post_remove),
        patients("/account/records/{id}/items").get(contents::get_items),
        patients("/account/records/{id}/items/{item}").get(contents::get_item),
        patients("/account/records/{id}/items/{item}/file.xml").get(contents::get_file),
        patients("/account/records/{id}/items/{item}/change")
            .get(own_items::get_change)
            .post(own_items::post_change),
        patients("/account/records/{id}/items/{item}/remove")
            .get(own_items::get_remove)
            .post(own_items::post_remove),
        patients("/account/records/{id}/add").get(own_items::get_choice),
        patients("/account/records/{id}/add/{sort}")
            .get(own_items::get_add)
            .post(own_items::post_add),
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

/// The clinic a session is on the way to, once they answered: why they are asked to sign in.
async fn waiting_clinic(web: &Web, session: &SessionHandle) -> Result<Option<String>, PageError> {
    match &session.data.flow {
        Some(flow) if matches!(flow.stage, Stage::Answered { .. }) => {
            let clinic = web.services.journey().clinic(flow.request).await?;
            Ok(clinic.map(|clinic| clinic.name))
        }
        _ => Ok(None),
    }
}

/// Where someone continues who has signed in: back to their way, or to their records.
fn next(session: &SessionHandle) -> &'static str {
    match &session.data.flow {
        Some(flow) if matches!(flow.stage, Stage::Answered { .. }) => "/connect/record",
        _ if session.data.joining.is_some() => "/account/join",
        _ => "/account",
    }
}

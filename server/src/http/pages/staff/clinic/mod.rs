//! The clinic itself: settings, what its application may do, keys, callback, numbers and audit log.

mod api_keys;
mod application;
mod audit_log;
mod callback;
mod logo;
mod overview;
mod settings;

use crate::http::pages::routes::{Route, managers, routes};

pub fn routes() -> Vec<Route> {
    routes![
        managers("/staff/settings")
            .get(settings::get)
            .post(settings::post)
            .with_fresh_proof(),
        managers("/staff/settings/preview").post(settings::post_preview),
        managers("/staff/settings/logo")
            .post(logo::post_logo)
            .body_max(logo::BODY_MAX),
        managers("/staff/settings/logo/remove").post(logo::post_remove),
        managers("/staff/application")
            .get(application::get)
            .post(application::post)
            .with_fresh_proof(),
        managers("/staff/application/rules")
            .post(application::post_rule)
            .with_fresh_proof(),
        managers("/staff/application/rules/remove")
            .post(application::post_remove_rule)
            .with_fresh_proof(),
        managers("/staff/application/certificates")
            .post(application::post_certificate)
            .with_fresh_proof(),
        managers("/staff/application/certificates/remove")
            .post(application::post_remove_certificate),
        managers("/staff/keys")
            .get(api_keys::get)
            .post(api_keys::post)
            .with_fresh_proof(),
        managers("/staff/keys/revoke").post(api_keys::post_revoke),
        managers("/staff/callback")
            .get(callback::get)
            .post(callback::post)
            .with_fresh_proof(),
        managers("/staff/callback/secret")
            .post(callback::post_secret)
            .with_fresh_proof(),
        managers("/staff/callback/ask").post(callback::post_ask),
        managers("/staff/callback/remove").post(callback::post_remove),
        managers("/staff/audit").get(audit_log::get),
        managers("/staff/audit.csv").get(audit_log::get_csv),
        managers("/staff/overview").get(overview::get),
        managers("/staff/overview.csv").get(overview::get_csv),
    ]
}

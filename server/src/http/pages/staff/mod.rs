//! The desk: every page here belongs to somebody who is signed in to it, and to their application. The operator's are apart,
//! in `installation`.

mod account;
mod api_keys;
mod application;
mod asked;
mod audit_log;
mod authenticator;
mod callback;
mod colleague;
mod confirm;
mod connected;
mod forgot_password;
mod handed_over;
mod import;
mod installation;
mod join;
mod letter;
mod letters;
mod lock;
mod logo;
mod merge;
mod new_request;
mod overview;
mod prove;
mod reissue;
mod request;
mod requests;
mod server_functions;
mod settings;
mod sign_in;
mod sign_in_code;
mod team;

use super::routes::{
    self, Protection, Route, all_staff, all_staff_or_enrolling, anyone, managers, routes, staff,
    staff_in_between,
};
use crate::http::error::PageError;
use crate::http::extract::AnyStaff;
use crate::http::web::Web;
use app::pages::staff::mail::Mail;
use axum::response::Redirect;
use axum::{Extension, Router, middleware};
use domain::policy;
use domain::staff::Role;

/// The desk behind its lock, what is reached while it is locked, and around both the layer that leaves nothing but the
/// patient's page while a patient has the screen.
pub fn router(web: &Web, routes: Vec<Route>) -> Router<Web> {
    let locked = middleware::from_fn_with_state(web.clone(), lock::layer);
    let wall = middleware::from_fn_with_state(web.clone(), handed_over::wall);
    let unlocked = lock::Desk(desk(web, self::routes()).with_state(web.clone()));
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
    let layer = middleware::from_fn_with_state(web.clone(), prove::layer);
    routes::router(others).merge(routes::router(proven).route_layer(layer))
}

pub fn routes() -> Vec<Route> {
    [
        steps(),
        own_account(),
        requests(),
        bulk(),
        team(),
        clinic(),
        installation::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Signing in, back and out, and the screen that was handed over.
fn steps() -> Vec<Route> {
    routes![
        anyone("/staff/sign-in")
            .get(sign_in::get)
            .post(sign_in::post)
            .outside_the_lock(),
        staff_in_between("/staff/sign-in/code")
            .get(sign_in_code::get)
            .post(sign_in_code::post)
            .outside_the_lock(),
        staff_in_between("/staff/sign-in/recovery")
            .get(sign_in_code::get_recovery)
            .post(sign_in_code::post_recovery)
            .outside_the_lock(),
        anyone("/staff/forgot-password")
            .get(forgot_password::get)
            .post(forgot_password::post)
            .outside_the_lock(),
        anyone("/staff/forgot-password/sent")
            .get(forgot_password::get_sent)
            .outside_the_lock(),
        anyone("/staff/sign-out")
            .post(sign_in::post_sign_out)
            .outside_the_lock(),
        anyone("/staff/join/done")
            .get(join::get_done)
            .outside_the_lock(),
        anyone("/staff/join/{token}")
            .get(join::get)
            .post(join::post)
            .outside_the_lock(),
        staff_in_between("/staff/unlock")
            .get(lock::get)
            .post(lock::post)
            .outside_the_lock(),
        staff_in_between("/staff/prove")
            .get(prove::get)
            .post(prove::post)
            .outside_the_lock(),
        // They stay open however long the patient takes: the way back is a lock itself.
        staff_in_between("/staff/handed-over")
            .get(handed_over::get)
            .post(handed_over::post)
            .outside_the_lock(),
        staff_in_between("/staff/hand-back")
            .get(handed_over::get_back)
            .post(handed_over::post_back)
            .outside_the_lock(),
    ]
}

fn own_account() -> Vec<Route> {
    routes![
        all_staff("/staff").get(home),
        all_staff_or_enrolling("/staff/authenticator")
            .get(authenticator::get)
            .post(authenticator::post),
        all_staff("/staff/account").get(account::get),
        all_staff("/staff/account/password").post(account::post_password),
        all_staff("/staff/account/recovery-codes").post(account::post_recovery_codes),
        all_staff("/staff/account/sign-out-everywhere").post(account::post_sign_out_everywhere),
    ]
}

fn requests() -> Vec<Route> {
    routes![
        staff("/staff/requests").get(requests::get),
        staff("/staff/requests/new")
            .get(new_request::get)
            .post(server_functions::handle),
        // What an open page asks while staff type: the lock would hold the question and ask it once more after the
        // password.
        staff("/staff/requests/holder")
            .post(new_request::post_holder)
            .outside_the_lock(),
        staff("/staff/requests/send-email").post(server_functions::handle),
        staff("/staff/requests/reissue").post(reissue::post),
        staff("/staff/requests/{id}").get(request::get),
        staff("/staff/requests/{id}/letter").get(letter::get),
        staff("/staff/requests/{id}/letter.pdf").get(letter::get_pdf),
        staff("/staff/requests/{id}/cancel")
            .get(confirm::get_cancel)
            .post(confirm::post_cancel),
        staff("/staff/requests/{id}/reissue")
            .get(confirm::get_reissue)
            .post(confirm::post_reissue),
        staff("/staff/requests/{id}/rename").post(request::post_rename),
        staff("/staff/requests/{id}/merge")
            .get(merge::get)
            .post(merge::post),
        staff("/staff/connected.csv").get(connected::get_csv),
    ]
}

/// Work on many requests at once.
fn bulk() -> Vec<Route> {
    routes![
        staff("/staff/import")
            .get(import::get)
            .post(import::post)
            .body_max(policy::IMPORT_BODY_MAX),
        staff("/staff/import/template.csv").get(import::get_template),
        staff("/staff/import/{id}").get(import::get_batch),
        staff("/staff/import/{id}/problems.csv").get(import::get_problems),
        staff("/staff/import/{id}/confirm").post(import::post_confirm),
        staff("/staff/import/{id}/cancel").post(import::post_cancel),
        staff("/staff/letters").get(letters::get),
        staff("/staff/letters/print").post(letters::post),
        staff("/staff/letters/{id}").get(letters::get_order),
        staff("/staff/letters/{id}/letters.pdf").get(letters::get_pdf),
        staff("/staff/letters/{id}/cancel").post(letters::post_cancel),
    ]
}

fn team() -> Vec<Route> {
    routes![
        managers("/staff/team").get(team::get).post(team::post),
        managers("/staff/team/invite")
            .post(team::post_invite)
            .with_fresh_proof(),
        managers("/staff/team/invitations").post(team::post_invitation),
        managers("/staff/team/{id}").get(colleague::get),
        managers("/staff/team/{id}/role")
            .post(colleague::post_role)
            .with_fresh_proof(),
        managers("/staff/team/{id}/new-password").post(colleague::post_new_password),
        managers("/staff/team/{id}/authenticator")
            .post(colleague::post_reset_authenticator)
            .with_fresh_proof(),
    ]
}

/// The clinic, its system, and what became of its codes.
fn clinic() -> Vec<Route> {
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
    ]
}

/// Where everybody of the staff begins.
const HOME: &str = "/staff";

async fn home(staff: AnyStaff) -> Result<Redirect, PageError> {
    Ok(Redirect::to(match staff.role {
        Role::Operator => "/staff/installation",
        Role::FrontDesk | Role::Manager => "/staff/requests",
    }))
}

/// How the last mail stands, by the state of its job and by whether its last try failed.
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

//! The desk: every page here belongs to somebody who is signed in to it, and to their application. The operator's are apart,
//! in `installation`.

mod account;
mod api_keys;
mod application;
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
mod manager;
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

use super::super::failed::Failed;
use super::super::session::{Desk, Visitor};
use super::super::web::{Web, show};
use super::over;
use app::components::Frame;
use app::pages::patient::trouble::Begin;
use app::pages::staff::mail::Mail;
use app::pages::staff::not_yours::{self, Whose};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router, middleware};
use domain::policy;
use domain::staff::{Role, Staff, StaffContext};
use domain::zone::Zone;
use service::SignedInStaff;

/// The desk behind its lock, the doors to it, and around both the wall that stands while a patient has the screen.
pub fn router(web: &Web) -> Router<Web> {
    let locked = middleware::from_fn_with_state(web.clone(), lock::layer);
    let wall = middleware::from_fn_with_state(web.clone(), handed_over::wall);
    desk(web)
        .layer(locked)
        .merge(doors(web))
        .merge(asked_meanwhile())
        .merge(in_a_patients_hands())
        .layer(wall)
}

/// What an open page asks while somebody types. It stands outside the lock, which would hold the question and ask it once
/// more after the password.
fn asked_meanwhile() -> Router<Web> {
    Router::new().route("/staff/requests/holder", post(new_request::post_holder))
}

/// The screen that was handed over. It stays as it is however long the patient takes: the way back is a lock itself.
fn in_a_patients_hands() -> Router<Web> {
    Router::new()
        .route(
            "/staff/handed-over",
            get(handed_over::get).post(handed_over::post),
        )
        .route(
            "/staff/hand-back",
            get(handed_over::get_back).post(handed_over::post_back),
        )
}

/// The ways in, back and out.
fn doors(web: &Web) -> Router<Web> {
    let again = lock::Desk(desk(web).with_state(web.clone()));
    Router::new()
        .route("/staff/sign-in", get(sign_in::get).post(sign_in::post))
        .route(
            "/staff/sign-in/code",
            get(sign_in_code::get).post(sign_in_code::post),
        )
        .route(
            "/staff/sign-in/recovery",
            get(sign_in_code::get_recovery).post(sign_in_code::post_recovery),
        )
        .route(
            "/staff/forgot-password",
            get(forgot_password::get).post(forgot_password::post),
        )
        .route(
            "/staff/forgot-password/sent",
            get(forgot_password::get_sent),
        )
        .route("/staff/sign-out", post(sign_in::post_sign_out))
        .route("/staff/join/done", get(join::get_done))
        .route("/staff/join/{token}", get(join::get).post(join::post))
        .route("/staff/unlock", get(lock::get).post(lock::post))
        .route("/staff/prove", get(prove::get).post(prove::post))
        .layer(Extension(again))
}

/// Every page that needs somebody at the desk.
fn desk(web: &Web) -> Router<Web> {
    Router::new()
        .route("/staff", get(home))
        .route(
            "/staff/authenticator",
            get(authenticator::get).post(authenticator::post),
        )
        .route("/staff/account", get(account::get))
        .route("/staff/account/password", post(account::post_password))
        .route(
            "/staff/account/recovery-codes",
            post(account::post_recovery_codes),
        )
        .route(
            "/staff/account/sign-out-everywhere",
            post(account::post_sign_out_everywhere),
        )
        .route(
            "/staff/application/certificates/remove",
            post(application::post_remove_certificate),
        )
        .route("/staff/settings/preview", post(settings::post_preview))
        .merge(logo::router())
        .route("/staff/audit", get(audit_log::get))
        .route("/staff/audit.csv", get(audit_log::get_csv))
        .route("/staff/overview", get(overview::get))
        .route("/staff/connected.csv", get(connected::get_csv))
        .route("/staff/team", get(team::get).post(team::post))
        .route("/staff/team/invitations", post(team::post_invitation))
        .route("/staff/team/{id}", get(colleague::get))
        .route(
            "/staff/team/{id}/new-password",
            post(colleague::post_new_password),
        )
        .route("/staff/keys/revoke", post(api_keys::post_revoke))
        .route("/staff/callback/ask", post(callback::post_ask))
        .route("/staff/callback/remove", post(callback::post_remove))
        .merge(with_fresh_proof(web))
        .merge(bulk())
        .route("/staff/requests", get(requests::get))
        .route(
            "/staff/requests/new",
            get(new_request::get).post(server_functions::handle),
        )
        .route("/staff/requests/send-email", post(server_functions::handle))
        .route("/staff/requests/reissue", post(reissue::post))
        .route("/staff/requests/{id}", get(request::get))
        .route("/staff/requests/{id}/letter", get(letter::get))
        .route("/staff/requests/{id}/letter.pdf", get(letter::get_pdf))
        .route(
            "/staff/requests/{id}/cancel",
            get(confirm::get_cancel).post(confirm::post_cancel),
        )
        .route(
            "/staff/requests/{id}/reissue",
            get(confirm::get_reissue).post(confirm::post_reissue),
        )
        .route("/staff/requests/{id}/rename", post(request::post_rename))
        .route(
            "/staff/requests/{id}/merge",
            get(merge::get).post(merge::post),
        )
}

/// What a session alone does not allow: who may do what, keys, and where news goes.
fn with_fresh_proof(web: &Web) -> Router<Web> {
    Router::new()
        .route(
            "/staff/application",
            get(application::get).post(application::post),
        )
        .route("/staff/application/rules", post(application::post_rule))
        .route(
            "/staff/application/rules/remove",
            post(application::post_remove_rule),
        )
        .route(
            "/staff/application/certificates",
            post(application::post_certificate),
        )
        .route("/staff/settings", get(settings::get).post(settings::post))
        .route("/staff/team/invite", post(team::post_invite))
        .route("/staff/team/{id}/role", post(colleague::post_role))
        .route(
            "/staff/team/{id}/authenticator",
            post(colleague::post_reset_authenticator),
        )
        .route("/staff/keys", get(api_keys::get).post(api_keys::post))
        .route("/staff/callback", get(callback::get).post(callback::post))
        .route("/staff/callback/secret", post(callback::post_secret))
        .merge(installation::router())
        .route_layer(middleware::from_fn_with_state(web.clone(), prove::layer))
}

/// Work on many requests at once. A file of patients is larger than any other form.
fn bulk() -> Router<Web> {
    let file = DefaultBodyLimit::max(policy::IMPORT_BODY_MAX);
    Router::new()
        .route(
            "/staff/import",
            get(import::get).post(import::post).layer(file),
        )
        .route("/staff/import/template.csv", get(import::get_template))
        .route("/staff/import/{id}", get(import::get_batch))
        .route("/staff/import/{id}/problems.csv", get(import::get_problems))
        .route("/staff/import/{id}/confirm", post(import::post_confirm))
        .route("/staff/import/{id}/cancel", post(import::post_cancel))
        .route("/staff/letters", get(letters::get))
        .route("/staff/letters/print", post(letters::post))
        .route("/staff/letters/{id}", get(letters::get_order))
        .route("/staff/letters/{id}/letters.pdf", get(letters::get_pdf))
        .route("/staff/letters/{id}/cancel", post(letters::post_cancel))
}

/// Where everybody of the staff begins.
const HOME: &str = "/staff";

async fn home(State(web): State<Web>, visitor: Visitor) -> Result<Redirect, Response> {
    let staff = at_work(&web, &visitor).await?;
    Ok(Redirect::to(match staff.role {
        Role::Operator => "/staff/installation",
        Role::FrontDesk | Role::Manager => "/staff/requests",
    }))
}

/// Who is signed in in this session; None for everybody else, for those disabled since, and while it is locked.
async fn working(web: &Web, visitor: &Visitor) -> Result<Option<Staff>, Failed> {
    match &visitor.visit.desk {
        Some(Desk::Open(sign_in)) => Ok(web.services.signed_in_staff(sign_in).await?),
        _ => Ok(None),
    }
}

/// The same, or the way to the sign-in page.
async fn at_work(web: &Web, visitor: &Visitor) -> Result<Staff, Response> {
    match working(web, visitor).await {
        Ok(Some(staff)) => Ok(staff),
        Ok(None) => Err(over::redirect(Begin::StaffSignIn)),
        Err(failed) => Err(failed.into_response()),
    }
}

/// The sign-in of a desk that is open or locked, or the way to the sign-in page.
fn signed_in(visitor: &Visitor) -> Result<&SignedInStaff, Response> {
    let sign_in = visitor.visit.desk.as_ref().and_then(Desk::sign_in);
    sign_in.ok_or_else(|| over::redirect(Begin::StaffSignIn))
}

/// Who works at a clinic's desk, or the way to the sign-in page; 403 for operators, who see no patients.
async fn at_desk(web: &Web, visitor: &Visitor) -> Result<StaffContext, Response> {
    desk_of(web, &at_work(web, visitor).await?)
}

fn desk_of(web: &Web, staff: &Staff) -> Result<StaffContext, Response> {
    let desk = StaffContext::of(staff);
    desk.ok_or_else(|| not_yours(&frame_of(web, staff), Whose::Desks))
}

/// What somebody gets of a page that is for others.
fn not_yours(frame: &Frame, whose: Whose) -> Response {
    show(StatusCode::FORBIDDEN, not_yours::page(frame, whose))
}

fn frame(web: &Web, staff: &StaffContext) -> Frame {
    framed(web, &staff.name, staff.role, staff.time_zone)
}

fn frame_of(web: &Web, staff: &Staff) -> Frame {
    framed(web, &staff.name, staff.role, staff.time_zone)
}

fn framed(web: &Web, name: &str, role: Role, time_zone: Zone) -> Frame {
    Frame {
        signed_in: Some(name.to_owned()),
        role: Some(role),
        time_zone,
        ..web.bare_frame()
    }
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

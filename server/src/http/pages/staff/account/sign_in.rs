//! `/staff/sign-in`, and signing out.

use super::lock;
use crate::http::device;
use crate::http::error::PageError;
use crate::http::extract::Guest;
use crate::http::pages::sign_in::{Fields, Refused, opened};
use crate::http::pages::staff::HOME;
use crate::http::session::{SessionHandle, StaffSession};
use crate::http::web::Web;
use app::pages::staff::account::sign_in::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use service::{SignIn, Source};

pub async fn get(guest: Guest) -> Result<Response, PageError> {
    if lock::current_staff(&guest.web, &guest.session)
        .await?
        .is_some()
    {
        return Ok(Redirect::to(HOME).into_response());
    }
    let view = View {
        email: String::new(),
        problems: Vec::new(),
    };
    Ok(guest.web.show(StatusCode::OK, page, &view))
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    mut session: SessionHandle,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let missing = fields.problems();
    let refused = if missing.is_empty() {
        let (email, password) = (&fields.email, &fields.password);
        let outcome = web.services.staff().sign_in(email, password, &source).await;
        match opened(&web, outcome) {
            Ok(next) => {
                let (desk, path) = step(next);
                let device = match &desk {
                    StaffSession::Open(by) => {
                        web.services.sign_ins().remember_staff(&source, by).await?
                    }
                    _ => None,
                };
                session.data.desk = Some(desk);
                session.data.enrolment = None;
                session.renew().await?;
                let on = Redirect::to(path);
                return Ok((device::remembered(&web, device), on).into_response());
            }
            Err(refused) => refused,
        }
    } else {
        Refused::incomplete(missing)
    };
    let view = View {
        email: fields.kept_email(),
        problems: refused.problems.clone(),
    };
    Ok(refused.shown(&web, page(&web.bare_frame(), &view)))
}

/// How far the right password leads, and where it continues.
fn step(next: SignIn) -> (StaffSession, &'static str) {
    match next {
        SignIn::Done(sign_in) => (StaffSession::Open(sign_in), HOME),
        SignIn::Code(half) => (StaffSession::PasswordRight(half), "/staff/sign-in/code"),
        SignIn::Enrol(half) => (StaffSession::PasswordRight(half), "/staff/authenticator"),
    }
}

pub async fn post_sign_out(
    State(web): State<Web>,
    session: SessionHandle,
) -> Result<Redirect, PageError> {
    if let Some(staff) = lock::current_staff(&web, &session).await? {
        web.services.staff().sign_out(&staff).await?;
    }
    session.end().await?;
    Ok(Redirect::to("/staff/sign-in"))
}

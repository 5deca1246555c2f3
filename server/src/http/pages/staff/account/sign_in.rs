//! `/staff/sign-in`, and signing out.

use super::lock;
use crate::http::device;
use crate::http::error::PageError;
use crate::http::extract::Guest;
use crate::http::pages::sign_in::{Fields, Refused, opened};
use crate::http::pages::staff::HOME;
use crate::http::session::{Desk, Visitor};
use crate::http::web::Web;
use app::pages::staff::account::sign_in::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use service::{SignIn, Source};

pub async fn get(guest: Guest) -> Result<Response, PageError> {
    if lock::seated(&guest.web, &guest.visitor).await?.is_some() {
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
    mut visitor: Visitor,
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
                    Desk::Open(by) => web.services.sign_ins().remember_staff(&source, by).await?,
                    _ => None,
                };
                visitor.visit.desk = Some(desk);
                visitor.visit.enrolment = None;
                visitor.renew().await?;
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

/// How far the right password leads, and where it goes on.
fn step(next: SignIn) -> (Desk, &'static str) {
    match next {
        SignIn::Done(sign_in) => (Desk::Open(sign_in), HOME),
        SignIn::Code(half) => (Desk::PasswordRight(half), "/staff/sign-in/code"),
        SignIn::Enrol(half) => (Desk::PasswordRight(half), "/staff/authenticator"),
    }
}

pub async fn post_sign_out(
    State(web): State<Web>,
    visitor: Visitor,
) -> Result<Redirect, PageError> {
    if let Some(staff) = lock::seated(&web, &visitor).await? {
        web.services.staff().sign_out(&staff).await?;
    }
    visitor.end().await?;
    Ok(Redirect::to("/staff/sign-in"))
}

//! `/staff/sign-in`, and signing out.

use super::{HOME, lock};
use crate::http::client_address::ClientAddress;
use crate::http::failed::Failed;
use crate::http::pages::sign_in::{Fields, Refused, opened};
use crate::http::session::{Desk, Visitor};
use crate::http::web::{Web, show};
use crate::service::SignIn;
use app::pages::staff::sign_in::{View, page};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failed> {
    if lock::seated(&web, &visitor).await?.is_some() {
        return Ok(Redirect::to(HOME).into_response());
    }
    let view = View {
        email: String::new(),
        problems: Vec::new(),
    };
    Ok(show(StatusCode::OK, page(&web.bare_frame(), &view)))
}

pub async fn post(
    State(web): State<Web>,
    Extension(from): Extension<ClientAddress>,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Failed> {
    let missing = fields.problems();
    let refused = if missing.is_empty() {
        let from = from.limiter_key();
        let (email, password) = (&fields.email, &fields.password);
        let outcome = web.services.sign_in_staff(email, password, &from).await;
        match opened(&web, outcome) {
            Ok(next) => {
                let (desk, path) = step(&web, next);
                visitor.visit.desk = Some(desk);
                visitor.visit.new_secret = None;
                visitor.renew().await?;
                return Ok(Redirect::to(path).into_response());
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
fn step(web: &Web, next: SignIn) -> (Desk, &'static str) {
    let at = web.services.ports().now();
    match next {
        SignIn::Done(sign_in) => (Desk::Open(sign_in), HOME),
        SignIn::Code(staff) => (Desk::PasswordRight { staff, at }, "/staff/sign-in/code"),
        SignIn::Enrol(staff) => (Desk::PasswordRight { staff, at }, "/staff/authenticator"),
    }
}

pub async fn post_sign_out(State(web): State<Web>, visitor: Visitor) -> Result<Redirect, Failed> {
    if let Some(staff) = lock::seated(&web, &visitor).await? {
        web.services.sign_out_staff(&staff).await?;
    }
    visitor.end().await?;
    Ok(Redirect::to("/staff/sign-in"))
}

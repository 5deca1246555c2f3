//! `/sign-in`.

use super::{next, waiting_clinic};
use crate::http::device;
use crate::http::error::PageError;
use crate::http::pages::sign_in::{Fields, Refused, opened};
use crate::http::session::{SignedIn, Visitor};
use crate::http::web::{Web, show};
use app::pages::account::sign_in::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use service::{Flow, SignedInPerson, Source};

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.visit.person.is_some() {
        return Ok(Redirect::to(next(&visitor)).into_response());
    }
    let view = View {
        clinic: waiting_clinic(&web, &visitor).await?,
        email: String::new(),
        problems: Vec::new(),
    };
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
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
        let outcome = web.services.sign_in(email, password, &source);
        match opened(&web, outcome.await) {
            Ok(by) => return signed_in(&web, &mut visitor, &source, by).await,
            Err(refused) => refused,
        }
    } else {
        Refused::incomplete(missing)
    };
    let view = View {
        clinic: waiting_clinic(&web, &visitor).await.unwrap_or_default(),
        email: fields.kept_email(),
        problems: refused.problems.clone(),
    };
    Ok(refused.shown(&web, page(&web.frame(&visitor), &view)))
}

/// Signing in changes the session's id; the way to a clinic goes on in it.
pub(super) async fn signed_in(
    web: &Web,
    visitor: &mut Visitor,
    source: &Source,
    by: SignedInPerson,
) -> Result<Response, PageError> {
    let person = web.services.person(by.person).await?;
    visitor.visit.person = person.map(|person| SignedIn {
        id: by.person,
        name: person.name,
        round: by.round,
        device: visitor.device.clone(),
    });
    visitor.visit.sign_up = None;
    visitor.visit.flow = visitor.visit.flow.take().map(Flow::without_choice);
    visitor.visit.reset = None;
    visitor.renew().await?;
    let device = web.services.remember_person(source, by).await?;
    let on = Redirect::to(next(visitor));
    Ok((device::remembered(web, device), on).into_response())
}

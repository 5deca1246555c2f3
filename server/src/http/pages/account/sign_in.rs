//! `/sign-in`.

use super::{next, waiting_clinic};
use crate::http::device;
use crate::http::error::PageError;
use crate::http::pages::sign_in::{Fields, Refused, opened};
use crate::http::session::{SessionHandle, SignedIn};
use crate::http::web::{Web, show};
use app::pages::account::sign_in::{View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use service::{Flow, PersonSignIn, SignedInPerson, Source};

pub async fn get(State(web): State<Web>, session: SessionHandle) -> Result<Response, PageError> {
    if session.data.person.is_some() {
        return Ok(Redirect::to(next(&session)).into_response());
    }
    shown(&web, &session, StatusCode::OK, false).await
}

/// The empty page; it says so where a passkey was refused.
pub(super) async fn shown(
    web: &Web,
    session: &SessionHandle,
    status: StatusCode,
    passkey_refused: bool,
) -> Result<Response, PageError> {
    let view = View {
        clinic: waiting_clinic(web, session).await?,
        passkeys: relying_party(web),
        passkey_refused,
        ..View::default()
    };
    Ok(show(status, page(&web.frame(session), &view)))
}

fn relying_party(web: &Web) -> Option<String> {
    web.services.people().relying_party().map(|party| party.id)
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
        let outcome = web.services.people().sign_in(email, password, &source);
        match opened(&web, outcome.await) {
            Ok(next) => return go_on(&web, &mut session, &source, next).await,
            Err(refused) => refused,
        }
    } else {
        Refused::incomplete(missing)
    };
    let view = View {
        clinic: waiting_clinic(&web, &session).await.unwrap_or_default(),
        email: fields.kept_email(),
        passkeys: relying_party(&web),
        passkey_refused: false,
        problems: refused.problems.clone(),
    };
    Ok(refused.shown(&web, page(&web.frame(&session), &view)))
}

/// After a right password: in, or to the second step of those who want one.
pub(super) async fn go_on(
    web: &Web,
    session: &mut SessionHandle,
    source: &Source,
    next: PersonSignIn,
) -> Result<Response, PageError> {
    match next {
        PersonSignIn::Done(by) => signed_in(web, session, source, by).await,
        PersonSignIn::Code(half) => {
            session.data.half = Some(half);
            session.data.reset = None;
            session.renew().await?;
            Ok(Redirect::to("/sign-in/code").into_response())
        }
    }
}

/// Signing in changes the session's id; the way to a clinic continues in it.
pub(super) async fn signed_in(
    web: &Web,
    session: &mut SessionHandle,
    source: &Source,
    by: SignedInPerson,
) -> Result<Response, PageError> {
    let person = web.services.people().person(by.person).await?;
    session.data.person = person.map(|person| SignedIn {
        id: by.person,
        name: person.name,
        round: by.round,
        device: session.device.clone(),
    });
    session.data.half = None;
    session.data.sign_up = None;
    session.data.flow = session.data.flow.take().map(Flow::without_choice);
    session.data.reset = None;
    session.renew().await?;
    let device = web.services.sign_ins().remember_person(source, by).await?;
    let on = Redirect::to(next(session));
    Ok((device::remembered(web, device), on).into_response())
}

//! `/sign-in`.

use super::{next, waiting_clinic};
use crate::http::client_address::ClientAddress;
use crate::http::failed::Failed;
use crate::http::pages::sign_in::{Fields, Refused, opened};
use crate::http::session::{SignedIn, Visitor};
use crate::http::web::{Web, show};
use app::domain::ids::PersonId;
use app::pages::account::sign_in::{View, page};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failed> {
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
    Extension(from): Extension<ClientAddress>,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Failed> {
    let missing = fields.problems();
    let refused = if missing.is_empty() {
        let from = from.limiter_key();
        let outcome = web.services.sign_in(&fields.email, &fields.password, &from);
        match opened(&web, outcome.await) {
            Ok(person) => {
                signed_in(&web, &mut visitor, person).await?;
                return Ok(Redirect::to(next(&visitor)).into_response());
            }
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
    id: PersonId,
) -> Result<(), Failed> {
    let person = web.services.person(id).await?;
    visitor.visit.person = person.map(|person| SignedIn {
        id,
        name: person.name,
    });
    visitor.visit.sign_up = None;
    visitor.renew().await
}

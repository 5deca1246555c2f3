//! `/connect/done`: connected. Opening it again does nothing again.

use super::{clinic, see, stopped};
use crate::http::error::PageError;
use crate::http::extract::Guest;
use crate::http::pages::account::rule_names;
use app::pages::patient::done::{View, page};
use app::pages::patient::ending;
use axum::http::StatusCode;
use axum::response::Response;
use service::Stage;

pub async fn get(guest: Guest) -> Result<Response, PageError> {
    let Some(flow) = &guest.session.data.flow else {
        return Err(stopped(
            &guest.web,
            &guest.session,
            StatusCode::CONFLICT,
            &ending::View::NotStarted,
        )
        .into());
    };
    let (Stage::Done { authorization }, Some(person)) = (&flow.stage, guest.session.person())
    else {
        return Err(see("/connect/question").into());
    };
    let connection = guest
        .services()
        .people()
        .connection(person, *authorization)
        .await?;
    let account = guest.services().people().person(person).await?;
    let (Some(connection), Some(account)) = (connection, account) else {
        // Disconnected meanwhile: the account page shows the current state.
        return Err(see("/account").into());
    };
    let view = View {
        clinic: clinic(&connection.application),
        since: connection.authorization.granted_at,
        may: rule_names(&connection.authorization.rules),
        changeable: connection.changeable.then_some(*authorization),
        record: connection.record.name,
        success_message: connection.application.success_message,
        email: account.email,
    };
    Ok(guest.show(StatusCode::OK, page, &view))
}

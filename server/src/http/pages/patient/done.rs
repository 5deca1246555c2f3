//! `/connect/done`: connected. Opening it again does nothing again.

use super::{clinic, see, stopped};
use crate::http::failed::Failed;
use crate::http::pages::account::rule_names;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::done::{View, page};
use app::pages::patient::ending;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use service::Stage;

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let Some(flow) = &visitor.visit.flow else {
        return Err(stopped(
            &web,
            &visitor,
            StatusCode::CONFLICT,
            &ending::View::NotStarted,
        ));
    };
    let (Stage::Done { authorization }, Some(person)) = (&flow.stage, visitor.person()) else {
        return Err(see("/connect/question"));
    };
    let failed = |fault| Failed::from(fault).into_response();
    let connection = web
        .services
        .connection(person, *authorization)
        .await
        .map_err(failed)?;
    let account = web.services.person(person).await.map_err(failed)?;
    let (Some(connection), Some(account)) = (connection, account) else {
        // Disconnected meanwhile: the account page tells how things stand.
        return Err(see("/account"));
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
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}

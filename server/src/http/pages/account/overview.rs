//! `/account`: records and connections, and ending one of them.

use super::rule_names;
use crate::http::failed::Failed;
use crate::http::pages::over;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::account::{account, disconnected};
use app::pages::patient::trouble::Begin;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::clinic::Clinic;
use serde::Deserialize;
use service::Connection;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    authorization: String,
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failed> {
    let Some(person) = visitor.person() else {
        return Ok(over::redirect(Begin::SignIn));
    };
    let Some(found) = web.services.account(person).await? else {
        return Ok(over::redirect(Begin::SignIn));
    };
    let view = account::View {
        name: found.person.name,
        email: found.person.email,
        records: found
            .records
            .into_iter()
            .map(|record| account::Record {
                name: record.name,
                made_at: record.made_at,
            })
            .collect(),
        connections: found.connections.into_iter().map(connection).collect(),
    };
    Ok(show(
        StatusCode::OK,
        account::page(&web.frame(&visitor), &view),
    ))
}

pub async fn post_disconnect(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Failed> {
    let Some(by) = visitor.signed_in() else {
        return Ok(over::redirect(Begin::SignIn));
    };
    let person = by.person;
    // Sent twice, or never this person's: the account page tells how things stand.
    let Ok(id) = fields.authorization.parse() else {
        return Ok(Redirect::to("/account").into_response());
    };
    let known = web.services.connection(person, id).await?;
    let ended = web.services.disconnect(by, id).await?;
    let account = web.services.person(person).await?;
    let (Some(known), Some(application), Some(account)) = (known, ended, account) else {
        return Ok(Redirect::to("/account").into_response());
    };
    let view = disconnected::View {
        clinic: Clinic::from(&application),
        record: known.record.name,
        email: account.email,
    };
    Ok(show(
        StatusCode::OK,
        disconnected::page(&web.frame(&visitor), &view),
    ))
}

fn connection(found: Connection) -> account::Connection {
    account::Connection {
        authorization: found.authorization.id,
        clinic: Clinic::from(&found.application),
        record: found.record.name,
        since: found.authorization.granted_at,
        may: rule_names(&found.authorization.rules),
        changeable: found.changeable,
    }
}

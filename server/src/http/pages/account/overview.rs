//! `/account`: records and connections, and ending one of them.

use super::grown_child::this_year;
use super::rule_names;
use crate::http::error::PageError;
use crate::http::extract::Patient;
use crate::http::pages::over;
use app::pages::account::{account, disconnected};
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::clinic::Clinic;
use domain::record::is_grown_child;
use serde::Deserialize;
use service::{HomeConnection, HomeRecord};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    authorization: String,
}

pub async fn get(patient: Patient) -> Result<Response, PageError> {
    let Some(found) = patient.services().records().home(patient.person).await? else {
        return Err(over::redirect(Begin::SignIn));
    };
    let view = account::View {
        name: found.person.name,
        email: found.person.email,
        records: found
            .records
            .into_iter()
            .map(|one| record(&patient, one))
            .collect(),
        ends_at: patient
            .services()
            .leaving()
            .account_ends(patient.person)
            .await?,
    };
    Ok(patient.show(StatusCode::OK, account::page, &view))
}

pub async fn post_disconnect(
    patient: Patient,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let (by, person) = (patient.who, patient.person);
    // Sent twice, or never this person's: the account page tells how things stand.
    let Ok(id) = fields.authorization.parse() else {
        return Ok(Redirect::to("/account").into_response());
    };
    let known = patient.services().people().connection(person, id).await?;
    let ended = patient.services().people().disconnect(by, id).await?;
    let account = patient.services().people().person(person).await?;
    let (Some(known), Some(application), Some(account)) = (known, ended, account) else {
        return Ok(Redirect::to("/account").into_response());
    };
    let view = disconnected::View {
        clinic: Clinic::from(&application),
        record: known.record.name,
        email: account.email,
    };
    Ok(patient.show(StatusCode::OK, disconnected::page, &view))
}

fn record(patient: &Patient, found: HomeRecord) -> account::Record {
    let age = patient.web.config.own_record_age;
    let asks = !found.goes_on && is_grown_child(found.record.about, this_year(patient), age);
    let past = found.past.into_iter().map(|past| account::Past {
        clinic: past.clinic,
        until: past.until,
    });
    account::Record {
        id: found.record.id,
        name: found.record.name,
        about: found.record.about,
        connections: found.connections.into_iter().map(connection).collect(),
        past: past.collect(),
        grown_from: asks.then_some(age),
    }
}

fn connection(found: HomeConnection) -> account::Connection {
    let HomeConnection {
        connection,
        last_use,
        optional,
        by,
    } = found;
    account::Connection {
        authorization: connection.authorization.id,
        clinic: Clinic::from(&connection.application),
        since: connection.authorization.granted_at,
        last_use,
        may: rule_names(&connection.authorization.rules),
        changeable: connection.changeable,
        optional,
        by,
    }
}

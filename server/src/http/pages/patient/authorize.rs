//! `/connect/authorize`: the decision.

use super::{Answered, answered, clinic, ended, see};
use crate::http::failed::Failed;
use crate::http::pages::over::Over;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use crate::service::{
    AuthorizeRefusal, Chosen, Decision, Failure, Flow, RecordChoice, Seen, Stage,
};
use app::pages::patient::authorize::{Problem, View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    decision: String,
    /// Names of the optional rules that were ticked.
    #[serde(default)]
    rule: Vec<String>,
    /// What the page showed.
    #[serde(default)]
    seen: String,
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let way = answered(&web, &visitor).await?;
    let view = view(&web, &way, Vec::new(), None).await?;
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}

pub async fn post(
    State(web): State<Web>,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let way = answered(&web, &visitor).await?;
    let choice = chosen(&way)?;
    match fields.decision.as_str() {
        "decline" => return Ok(see("/connect/declined")),
        "authorize" => {}
        _ => {
            let view = view(&web, &way, fields.rule, Some(Problem::NothingChosen)).await?;
            return Ok(show(
                StatusCode::UNPROCESSABLE_ENTITY,
                page(&web.frame(&visitor), &view),
            ));
        }
    }
    let Some(by) = visitor.signed_in() else {
        return Ok(Over::Account.redirect());
    };
    let decision = Decision {
        choice: &choice,
        optional_rules: &fields.rule,
        seen: Seen::sent(&fields.seen),
    };
    match web.services.authorize(&way.step.flow, by, &decision).await {
        Ok(connected) => {
            visitor.visit.flow = Some(Flow {
                stage: Stage::Done {
                    authorization: connected.authorization,
                },
                ..way.step.flow
            });
            visitor.keep().await.map_err(IntoResponse::into_response)?;
            Ok(see("/connect/done"))
        }
        Err(Failure::Refused(AuthorizeRefusal::End(end))) => Err(ended(&web, &visitor, end)),
        Err(Failure::Refused(AuthorizeRefusal::SignedOut)) => Err(Over::Account.redirect()),
        Err(Failure::Refused(AuthorizeRefusal::NoSuchRecord)) => Err(see("/connect/record")),
        Err(Failure::Refused(AuthorizeRefusal::Changed)) => {
            let way = answered(&web, &visitor).await?;
            let view = view(&web, &way, fields.rule, Some(Problem::Changed)).await?;
            Ok(show(
                StatusCode::CONFLICT,
                page(&web.frame(&visitor), &view),
            ))
        }
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
    }
}

fn chosen(way: &Answered) -> Result<RecordChoice, Response> {
    way.choice.clone().ok_or_else(|| see("/connect/record"))
}

async fn view(
    web: &Web,
    way: &Answered,
    ticked: Vec<String>,
    problem: Option<Problem>,
) -> Result<View, Response> {
    let failed = |fault| Failed::from(fault).into_response();
    let choice = chosen(way)?;
    let record = web
        .services
        .choose_record(way.person, &choice)
        .await
        .map_err(failed)?;
    let account = web.services.account(way.person).await.map_err(failed)?;
    let (Some(record), Some(account)) = (record, account) else {
        return Err(see("/connect/record"));
    };
    let application = &way.step.view.application;
    let request = &way.step.view.request;
    let seen = web
        .services
        .promised(application, request, &account.person.name, &record);
    let (id, name) = match record {
        Chosen::Existing(record) => (Some(record.id), record.name),
        Chosen::New { name } => (None, name),
    };
    let connected = account.connections.iter().any(|connection| {
        connection.application.id == application.id && Some(connection.record.id) == id
    });
    Ok(View {
        clinic: clinic(application),
        privacy_url: application.privacy_url.clone(),
        terms_url: application.terms_url.clone(),
        rules: application.rules.clone(),
        friendly_name: way.step.view.request.friendly_name.clone(),
        record: name,
        other_records: account
            .records
            .into_iter()
            .filter(|record| Some(record.id) != id)
            .map(|record| record.name)
            .collect(),
        connected,
        ticked,
        seen: seen.into_field(),
        problem,
    })
}

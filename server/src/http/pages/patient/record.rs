//! `/connect/record`: which record is to be connected.

use super::{AfterAnswer, Answered, clinic, see};
use crate::http::error::PageError;
use crate::http::extract::Admitted;
use crate::http::pages::over;
use app::pages::patient::record::{Choosable, Chosen, Problem, View, page};
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Form;
use domain::likeness::proposed_name;
use domain::policy;
use domain::record;
use serde::Deserialize;
use service::{AccountView, Flow, RecordChoice, Stage, is_taken};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    record: String,
    #[serde(default)]
    record_name: String,
}

/// The value of the last radio.
const NEW: &str = "new";

pub async fn get(way: AfterAnswer) -> Result<Response, PageError> {
    let account = account(&way).await?;
    let (chosen, name) = match &way.choice {
        Some(RecordChoice::Existing(id)) => (Some(Chosen::Record(*id)), String::new()),
        Some(RecordChoice::New { name }) => (Some(Chosen::New), name.clone()),
        None => (None, proposal(&way, &account)),
    };
    let view = view(&way, &account, chosen, name, None);
    Ok(way.show(StatusCode::OK, page, &view))
}

pub async fn post(way: AfterAnswer, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let account = account(&way).await?;
    match choose(&account, &fields) {
        Ok(choice) => {
            let Admitted {
                mut session,
                who: answered,
                ..
            } = way;
            session.data.flow = Some(Flow {
                stage: Stage::Answered {
                    at: answered.at,
                    choice: Some(choice),
                    all_the_same: false,
                },
                ..answered.step.flow
            });
            session.keep().await?;
            Ok(see("/connect/authorize"))
        }
        Err((chosen, problem)) => {
            let typed = fields
                .record_name
                .chars()
                .take(policy::NAME_MAX * 2)
                .collect();
            let view = view(&way, &account, chosen, typed, Some(problem));
            Ok(way.show(StatusCode::UNPROCESSABLE_ENTITY, page, &view))
        }
    }
}

fn choose(
    account: &AccountView,
    fields: &Fields,
) -> Result<RecordChoice, (Option<Chosen>, Problem)> {
    if fields.record == NEW {
        let wrong = |problem| (Some(Chosen::New), problem);
        let name =
            record::name(&fields.record_name).map_err(|error| wrong(Problem::Name(error)))?;
        return if is_taken(&account.records, &name) {
            Err(wrong(Problem::NameTaken))
        } else if account.records.len() >= policy::RECORDS {
            Err(wrong(Problem::TooMany))
        } else {
            Ok(RecordChoice::New { name })
        };
    }
    let id = fields.record.parse().ok();
    account
        .records
        .iter()
        .find(|record| Some(record.id) == id)
        .map(|record| RecordChoice::Existing(record.id))
        .ok_or((None, Problem::NothingChosen))
}

/// The name that the letter gives a new record, unless one has it.
fn proposal(way: &Answered, account: &AccountView) -> String {
    proposed_name(&way.step.view.request.friendly_name)
        .filter(|name| record::name(name).is_ok() && !is_taken(&account.records, name))
        .unwrap_or_default()
}

async fn account(way: &AfterAnswer) -> Result<AccountView, PageError> {
    let account = way.services().people().account(way.person).await?;
    account.ok_or_else(|| over::redirect(Begin::SignIn))
}

fn view(
    way: &Answered,
    account: &AccountView,
    chosen: Option<Chosen>,
    record_name: String,
    problem: Option<Problem>,
) -> View {
    let application = &way.step.view.application;
    let connected = |id| {
        account.connections.iter().any(|connection| {
            connection.application.id == application.id && connection.record.id == id
        })
    };
    View {
        clinic: clinic(application),
        friendly_name: way.step.view.request.friendly_name.clone(),
        person: account.person.name.clone(),
        records: account
            .records
            .iter()
            .map(|record| Choosable {
                id: record.id,
                name: record.name.clone(),
                made_at: record.made_at,
                connected: connected(record.id),
            })
            .collect(),
        chosen,
        record_name,
        problem,
    }
}

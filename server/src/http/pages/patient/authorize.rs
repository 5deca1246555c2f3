//! `/connect/authorize`: the decision; before it, where the names differ, the question whether this is the right record.

use super::right_record::{self, asked, pair};
use super::{AfterAnswer, clinic, ended, see};
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{Admitted, Guard};
use crate::http::pages::over;
use app::pages::patient::authorize::{Problem, View, page};
use app::pages::patient::right_record::THIS;
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{
    AuthorizeRejection, Consent, Decision, Flow, RecordChoice, Seen, SignedInPerson, Stage,
};

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
    /// "record" where the page asked about the record.
    #[serde(default)]
    question: String,
    /// Which record the patient means.
    #[serde(default)]
    record_check: String,
}

pub async fn get(way: AfterAnswer) -> Result<Response, PageError> {
    shown(&way, Vec::new(), None).await
}

pub async fn post(way: AfterAnswer, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let choice = way.chosen()?;
    if fields.question == "record" {
        let consent = consent(&way).await?;
        let sent = (fields.record_check.as_str(), fields.seen.as_str());
        return right_record::answer(way, &consent, sent).await;
    }
    match fields.decision.as_str() {
        "decline" => Ok(see("/connect/declined")),
        "authorize" => Box::pin(authorize(way, choice, fields)).await,
        _ => shown(&way, fields.rule, Some(Problem::NothingChosen)).await,
    }
}

async fn authorize(
    way: AfterAnswer,
    choice: RecordChoice,
    fields: Fields,
) -> Result<Response, PageError> {
    let Admitted {
        web,
        mut session,
        who: answered,
    } = way;
    let by = SignedInPerson::admit(&web, &session).await?;
    let decision = Decision {
        choice: &choice,
        optional_rules: &fields.rule,
        all_the_same: fields.record_check == THIS,
        seen: Seen::sent(&fields.seen),
    };
    match web
        .services
        .journey()
        .authorize(&answered.step.flow, by, &decision)
        .await
        .or_internal()?
    {
        Ok(connected) => {
            session.data.flow = Some(Flow {
                stage: Stage::Done {
                    authorization: connected.authorization,
                },
                ..answered.step.flow
            });
            session.keep().await?;
            Ok(see("/connect/done"))
        }
        Err(AuthorizeRejection::End(end)) => Err(ended(&web, &session, end)),
        Err(AuthorizeRejection::SignedOut) => Err(over::redirect(Begin::SignIn)),
        Err(
            AuthorizeRejection::NoSuchRecord
            | AuthorizeRejection::NameTaken
            | AuthorizeRejection::TooManyRecords,
        ) => Err(see("/connect/record").into()),
        Err(AuthorizeRejection::Changed | AuthorizeRejection::RecordInDoubt) => {
            let way = AfterAnswer::admit(&web, session).await?;
            shown(&way, fields.rule, Some(Problem::Changed)).await
        }
    }
}

async fn consent(way: &AfterAnswer) -> Result<Consent, PageError> {
    let friendly_name = &way.step.view.request.friendly_name;
    let found = way
        .services()
        .journey()
        .consent(way.person, friendly_name, &way.chosen()?)
        .await;
    match found {
        // Another tab made a record of this name, or the last one that there is room for.
        Ok(Some(consent)) if consent.is_taken() || consent.is_too_many() => {
            Err(see("/connect/record").into())
        }
        Ok(Some(consent)) => Ok(consent),
        Ok(None) => Err(see("/connect/record").into()),
        Err(fault) => Err(fault.into()),
    }
}

/// The page of the decision, or the question that comes first.
async fn shown(
    way: &AfterAnswer,
    ticked: Vec<String>,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let consent = consent(way).await?;
    if consent.verdict.asks() && !way.all_the_same {
        let problem = problem.map(|problem| match problem {
            Problem::NothingChosen => right_record::Problem::NothingChosen,
            Problem::Changed => right_record::Problem::Changed,
        });
        return Ok(asked(way, &consent, problem));
    }
    let view = view(way, consent, ticked, problem).await?;
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::NothingChosen) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Problem::Changed) => StatusCode::CONFLICT,
    };
    Ok(way.show(status, page, &view))
}

async fn view(
    way: &AfterAnswer,
    consent: Consent,
    ticked: Vec<String>,
    problem: Option<Problem>,
) -> Result<View, PageError> {
    let account = way.services().people().account(way.person).await?;
    let Some(account) = account else {
        return Err(see("/connect/record").into());
    };
    let application = &way.step.view.application;
    let request = &way.step.view.request;
    // A record that fits needs no word of the patient's.
    let all_the_same = way.all_the_same && consent.verdict.asks();
    let seen = way
        .services()
        .journey()
        .promised(application, request, &consent, all_the_same);
    let id = consent.chosen.id();
    let connected = account.connections.iter().any(|connection| {
        connection.application.id == application.id && Some(connection.record.id) == id
    });
    Ok(View {
        clinic: clinic(application),
        privacy_url: application.privacy_url.clone(),
        terms_url: application.terms_url.clone(),
        rules: application.rules.clone(),
        pair: pair(&request.friendly_name, &consent, all_the_same),
        holder: consent.holder,
        connected,
        ticked,
        seen: seen.into_field(),
        problem,
    })
}

//! `/connect/authorize`: the decision; before it, where the names differ, the question whether this is the right record.

use super::right_record::{self, asked, pair};
use super::{Answered, answered, chosen, clinic, ended, see};
use crate::http::failed::Failed;
use crate::http::pages::over;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::authorize::{Problem, View, page};
use app::pages::patient::right_record::THIS;
use app::pages::patient::trouble::Begin;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{AuthorizeRefusal, Consent, Decision, Failure, Flow, RecordChoice, Seen, Stage};

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

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let way = answered(&web, &visitor).await?;
    shown(&web, &visitor, &way, Vec::new(), None).await
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let way = answered(&web, &visitor).await?;
    let choice = chosen(&way)?;
    if fields.question == "record" {
        let consent = consent(&web, &way).await?;
        let sent = (fields.record_check.as_str(), fields.seen.as_str());
        return right_record::answer(&web, &visitor, way, &consent, sent).await;
    }
    match fields.decision.as_str() {
        "decline" => Ok(see("/connect/declined")),
        "authorize" => authorize(&web, visitor, way, choice, fields).await,
        _ => {
            shown(
                &web,
                &visitor,
                &way,
                fields.rule,
                Some(Problem::NothingChosen),
            )
            .await
        }
    }
}

async fn authorize(
    web: &Web,
    mut visitor: Visitor,
    way: Answered,
    choice: RecordChoice,
    fields: Fields,
) -> Result<Response, Response> {
    let Some(by) = visitor.signed_in() else {
        return Ok(over::redirect(Begin::SignIn));
    };
    let decision = Decision {
        choice: &choice,
        optional_rules: &fields.rule,
        all_the_same: fields.record_check == THIS,
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
        Err(Failure::Refused(AuthorizeRefusal::End(end))) => Err(ended(web, &visitor, end)),
        Err(Failure::Refused(AuthorizeRefusal::SignedOut)) => Err(over::redirect(Begin::SignIn)),
        Err(Failure::Refused(AuthorizeRefusal::NoSuchRecord | AuthorizeRefusal::NameTaken)) => {
            Err(see("/connect/record"))
        }
        Err(Failure::Refused(AuthorizeRefusal::Changed | AuthorizeRefusal::RecordInDoubt)) => {
            let way = answered(web, &visitor).await?;
            shown(web, &visitor, &way, fields.rule, Some(Problem::Changed)).await
        }
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
    }
}

async fn consent(web: &Web, way: &Answered) -> Result<Consent, Response> {
    let friendly_name = &way.step.view.request.friendly_name;
    let found = web
        .services
        .consent(way.person, friendly_name, &chosen(way)?)
        .await;
    match found {
        // Another tab made a record of this name meanwhile.
        Ok(Some(consent)) if consent.is_taken() => Err(see("/connect/record")),
        Ok(Some(consent)) => Ok(consent),
        Ok(None) => Err(see("/connect/record")),
        Err(fault) => Err(Failed::from(fault).into_response()),
    }
}

/// The page of the decision, or the question that comes first.
async fn shown(
    web: &Web,
    visitor: &Visitor,
    way: &Answered,
    ticked: Vec<String>,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let consent = consent(web, way).await?;
    if consent.verdict.asks() && !way.all_the_same {
        let problem = problem.map(|problem| match problem {
            Problem::NothingChosen => right_record::Problem::NothingChosen,
            Problem::Changed => right_record::Problem::Changed,
        });
        return Ok(asked(web, visitor, way, &consent, problem));
    }
    let view = view(web, way, consent, ticked, problem).await?;
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::NothingChosen) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Problem::Changed) => StatusCode::CONFLICT,
    };
    Ok(show(status, page(&web.frame(visitor), &view)))
}

async fn view(
    web: &Web,
    way: &Answered,
    consent: Consent,
    ticked: Vec<String>,
    problem: Option<Problem>,
) -> Result<View, Response> {
    let account = web
        .services
        .account(way.person)
        .await
        .map_err(|fault| Failed::from(fault).into_response())?;
    let Some(account) = account else {
        return Err(see("/connect/record"));
    };
    let application = &way.step.view.application;
    let request = &way.step.view.request;
    // A record that fits needs no word of the patient's.
    let all_the_same = way.all_the_same && consent.verdict.asks();
    let seen = web
        .services
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

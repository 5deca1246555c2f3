//! The question whether the chosen record is the right one, which `/connect/authorize` asks in place of the decision.

use super::{AfterAnswer, clinic, ended, see};
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Admitted;
use app::pages::patient::pair::Pair;
pub use app::pages::patient::right_record::Problem;
use app::pages::patient::right_record::{ANOTHER, Better, NOT_SURE, THIS, View, page};
use axum::http::StatusCode;
use axum::response::Response;
use service::{Consent, Flow, RecordAnswer, RecordChoice, Seen, Stage};
use words::t;

/// What the patient chose.
enum Chosen {
    This,
    Record(RecordChoice),
    Another,
    NotSure,
}

/// The page that asks.
pub(super) fn asked(way: &AfterAnswer, consent: &Consent, problem: Option<Problem>) -> Response {
    let application = &way.step.view.application;
    let request = &way.step.view.request;
    let seen = way
        .services()
        .journey()
        .promised(application, request, consent, false);
    let view = View {
        clinic: clinic(application),
        pair: pair(&request.friendly_name, consent, false),
        better: better(consent),
        action: "/connect/authorize".to_owned(),
        carried: vec![
            ("question", "record".to_owned()),
            ("seen", seen.into_field()),
        ],
        stop: ("/connect/declined".to_owned(), t!("right-record-stop")),
        problem,
    };
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::NothingChosen) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Problem::Changed) => StatusCode::CONFLICT,
    };
    way.show(status, page, &view)
}

pub fn pair(letter: &str, consent: &Consent, all_the_same: bool) -> Pair {
    Pair {
        letter: letter.to_owned(),
        record: consent.chosen.name().to_owned(),
        verdict: consent.verdict.clone(),
        all_the_same,
    }
}

pub fn better(consent: &Consent) -> Vec<Better> {
    let better = consent.better();
    better
        .map(|record| Better {
            id: record.id,
            name: record.name.clone(),
            made_at: record.made_at,
        })
        .collect()
}

/// Takes the answer: the choice changes, or stays and was meant.
pub(super) async fn answer(
    way: AfterAnswer,
    consent: &Consent,
    sent: (&str, &str),
) -> Result<Response, PageError> {
    let (answer, seen) = sent;
    let Some(answered) = read(consent, answer) else {
        let problem = Some(Problem::NothingChosen);
        return Ok(asked(&way, consent, problem));
    };
    let noted = match answered {
        Chosen::This => RecordAnswer::ThisOne,
        Chosen::Record(_) | Chosen::Another => RecordAnswer::AnotherOne,
        Chosen::NotSure => RecordAnswer::NotSure,
    };
    let choice = way.chosen()?;
    let seen = Seen::sent(seen);
    let flow = &way.step.flow;
    let answer = way
        .services()
        .journey()
        .answer_about_record(flow, way.person, &choice, noted, &seen);
    match answer.await.or_internal()? {
        Ok(true) => {}
        Ok(false) => return Ok(asked(&way, consent, Some(Problem::Changed))),
        Err(end) => return Err(ended(&way.web, &way.session, end)),
    }
    let (choice, all_the_same) = match answered {
        Chosen::This => (choice, true),
        Chosen::Record(choice) => (choice, false),
        Chosen::Another => return Ok(see("/connect/record")),
        Chosen::NotSure => return Ok(see("/connect/not-sure")),
    };
    let Admitted { session, who, .. } = way;
    let flow = Flow {
        stage: Stage::Answered {
            at: who.at,
            choice: Some(choice),
            all_the_same,
        },
        ..who.step.flow
    };
    session.keep_flow(flow).await?;
    Ok(see("/connect/authorize"))
}

fn read(consent: &Consent, answer: &str) -> Option<Chosen> {
    match answer {
        THIS => Some(Chosen::This),
        ANOTHER => Some(Chosen::Another),
        NOT_SURE => Some(Chosen::NotSure),
        id => {
            let id = id.parse().ok()?;
            let mut others = consent.others.iter();
            others
                .any(|record| record.id == id)
                .then_some(Chosen::Record(RecordChoice::Existing(id)))
        }
    }
}

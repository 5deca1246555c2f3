//! `/account/connections/{id}/change`: another record in the place of the wrong one.

use super::rule_names;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Patient};
use crate::http::pages::over;
use crate::http::pages::patient::right_record::{better, pair};
use app::pages::account::change_record::{
    self as form, Choosable, Chosen, Done, NEW, Problem, Refused, View, Why, action, page,
};
use app::pages::patient::not_sure::{self, Rest};
use app::pages::patient::right_record::{self, ANOTHER, NOT_SURE, THIS};
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Form;
use domain::clinic::Clinic;
use domain::ids::AuthorizationId;
use domain::policy;
use domain::record;
use serde::Deserialize;
use service::{
    ChangeRejection, ChangeableRecord, Consent, Flow, Letter, RecordChange, RecordChanged,
    RecordChoice, Seen, Stage, Touched,
};
use words::t;

#[derive(Default, Deserialize)]
pub struct Fields {
    #[serde(default)]
    letter: String,
    #[serde(default)]
    record: String,
    #[serde(default)]
    record_name: String,
    /// The answer to the question whether this is the right record.
    record_check: Option<String>,
    /// What the first page showed, and the one that asked.
    #[serde(default)]
    seen: String,
    #[serde(default)]
    doubt_seen: String,
}

pub async fn get(
    patient: Patient,
    PathId(id): PathId<AuthorizationId>,
) -> Result<Response, PageError> {
    let found = found(&patient, id).await?;
    shown(&patient, id, &found, &Fields::default(), None).await
}

pub async fn post(
    patient: Patient,
    PathId(id): PathId<AuthorizationId>,
    Form(mut fields): Form<Fields>,
) -> Result<Response, PageError> {
    let found = found(&patient, id).await?;
    let letter = fields.letter.parse().ok();
    let Some(letter) = letter.and_then(|letter| found.letter(letter)) else {
        return shown(&patient, id, &found, &fields, Some(Problem::NoLetter)).await;
    };
    let mut all_the_same = false;
    match fields.record_check.as_deref() {
        None => {}
        Some(THIS) => all_the_same = true,
        Some(NOT_SURE) => return not_sure(&patient, id, letter).await,
        Some(ANOTHER) => return shown(&patient, id, &found, &fields, None).await,
        Some(id) => id.clone_into(&mut fields.record),
    }
    let choice = match choice(&found, &fields) {
        Ok(choice) => choice,
        Err(problem) => return shown(&patient, id, &found, &fields, Some(problem)).await,
    };
    let change = RecordChange {
        letter: letter.request,
        choice: &choice,
        all_the_same,
        seen: Seen::sent(if all_the_same {
            &fields.doubt_seen
        } else {
            &fields.seen
        }),
    };
    match patient
        .services()
        .journey()
        .change_record(patient.who, id, &change)
        .await
        .or_internal()?
    {
        Ok(changed) => done(&patient, id, changed).await,
        Err(ChangeRejection::RecordInDoubt) => {
            doubted(&patient, id, (&found, letter), (&choice, &fields)).await
        }
        Err(refusal) => {
            let problem = match refusal {
                ChangeRejection::NoSuchLetter => Problem::NoLetter,
                ChangeRejection::NoSuchRecord => Problem::NothingChosen,
                ChangeRejection::NameTaken => Problem::NameTaken,
                ChangeRejection::TooManyRecords => Problem::TooMany,
                ChangeRejection::Changed | ChangeRejection::RecordInDoubt => Problem::Changed,
                over => return Err(refused(&patient, over)),
            };
            let found = self::found(&patient, id).await?;
            shown(&patient, id, &found, &fields, Some(problem)).await
        }
    }
}

/// The connection, if its record may be changed; else the page that says why not.
async fn found(patient: &Patient, id: AuthorizationId) -> Result<ChangeableRecord, PageError> {
    let found = patient
        .services()
        .journey()
        .changeable_record(patient.person, id);
    let found = found.await.or_internal()?;
    found.map_err(|refusal| refused(patient, refusal))
}

fn refused(patient: &Patient, refusal: ChangeRejection) -> PageError {
    let (application, why) = match refusal {
        ChangeRejection::SignedOut => return over::redirect(Begin::SignIn),
        ChangeRejection::TooLate(application) => {
            let hours = policy::RECORD_CHANGE.as_secs() / 3_600;
            (application, Why::TooLate { hours })
        }
        ChangeRejection::Ended(application) => (application, Why::Ended),
        _ => return PageError::NotFound,
    };
    let view = Refused {
        clinic: Clinic::from(&*application),
        why,
    };
    patient.show(StatusCode::GONE, form::refused, &view).into()
}

fn choice(found: &ChangeableRecord, fields: &Fields) -> Result<RecordChoice, Problem> {
    if fields.record == NEW {
        return record::name(&fields.record_name)
            .map(|name| RecordChoice::New { name })
            .map_err(Problem::Name);
    }
    let id = fields.record.parse().ok();
    let mut others = found.others.iter();
    others
        .find(|record| Some(record.id) == id)
        .map(|record| RecordChoice::Existing(record.id))
        .ok_or(Problem::NothingChosen)
}

async fn shown(
    patient: &Patient,
    id: AuthorizationId,
    found: &ChangeableRecord,
    fields: &Fields,
    problem: Option<Problem>,
) -> Result<Response, PageError> {
    let account = patient.services().people().account(patient.person).await?;
    let connections = account.map_or(Vec::new(), |account| account.connections);
    let connected = |id| {
        let mut ours = connections.iter();
        ours.any(|one| one.application.id == found.application.id && one.record.id == id)
    };
    let records = found.others.iter().map(|record| Choosable {
        id: record.id,
        name: record.name.clone(),
        made_at: record.made_at,
        connected: connected(record.id),
    });
    let letters = found.letters.iter().map(|letter| form::Letter {
        request: letter.request,
        friendly_name: letter.friendly_name.clone(),
    });
    let chosen = match fields.record.as_str() {
        NEW => Some(Chosen::New),
        id => id.parse().ok().map(Chosen::Record),
    };
    let view = View {
        authorization: id,
        clinic: Clinic::from(&found.application),
        record: found.record.name.clone(),
        letters: letters.collect(),
        letter: fields.letter.parse().ok(),
        records: records.collect(),
        chosen,
        record_name: fields
            .record_name
            .chars()
            .take(policy::NAME_MAX * 2)
            .collect(),
        may: rule_names(&found.authorization.rules),
        touched: touched(found.touched),
        seen: patient
            .services()
            .journey()
            .change_shown(found)
            .into_field(),
        problem,
    };
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::Changed) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(patient.show(status, page, &view))
}

/// Asks whether the record is the right one; what was chosen is carried along.
async fn doubted(
    patient: &Patient,
    id: AuthorizationId,
    about: (&ChangeableRecord, &Letter),
    sent: (&RecordChoice, &Fields),
) -> Result<Response, PageError> {
    let ((found, letter), (choice, fields)) = (about, sent);
    let consent: Option<Consent> = patient
        .services()
        .journey()
        .change_consent(patient.person, letter, choice)
        .await?;
    let Some(consent) = consent else {
        return shown(patient, id, found, fields, Some(Problem::Changed)).await;
    };
    let mut better = better(&consent);
    // The wrong record may be the one that fits: it is not offered again.
    better.retain(|record| record.id != found.record.id);
    let carried = vec![
        ("letter", letter.request.to_string()),
        ("record", fields.record.clone()),
        ("record_name", fields.record_name.clone()),
        (
            "seen",
            patient
                .services()
                .journey()
                .change_shown(found)
                .into_field(),
        ),
        (
            "doubt_seen",
            patient
                .services()
                .journey()
                .doubt_shown(found, &consent)
                .into_field(),
        ),
    ];
    let view = right_record::View {
        clinic: Clinic::from(&found.application),
        pair: pair(&letter.friendly_name, &consent, false),
        better,
        action: action(id),
        carried,
        stop: (
            "/account".to_owned(),
            t!("change-keep", record = found.record.name.clone()),
        ),
        problem: None,
    };
    Ok(patient.show(StatusCode::OK, right_record::page, &view))
}

async fn not_sure(
    patient: &Patient,
    id: AuthorizationId,
    letter: &Letter,
) -> Result<Response, PageError> {
    let noted = patient
        .services()
        .journey()
        .unsure_of_change(patient.who, id, letter.request)
        .await;
    let application = noted
        .or_internal()?
        .map_err(|refusal| refused(patient, refusal))?;
    let view = not_sure::View {
        clinic: Clinic::from(&application),
        pair: None,
        rest: Rest::Connection,
    };
    Ok(patient.show(StatusCode::OK, not_sure::page, &view))
}

async fn done(
    patient: &Patient,
    id: AuthorizationId,
    changed: RecordChanged,
) -> Result<Response, PageError> {
    // The page after connecting shows what is connected now.
    if let Some(flow) = &patient.session.data.flow
        && flow.stage == (Stage::Done { authorization: id })
    {
        let flow = Flow {
            stage: Stage::Done {
                authorization: changed.authorization,
            },
            ..flow.clone()
        };
        patient.session.keep_flow(flow).await?;
    }
    let account = patient.services().people().person(patient.person).await?;
    let view = Done {
        clinic: Clinic::from(&changed.application),
        former: changed.former.name,
        record: changed.record.name,
        touched: touched(changed.touched),
        still_connected: changed.still_connected,
        email: account.map_or(String::new(), |person| person.email),
    };
    Ok(patient.show(StatusCode::OK, form::done, &view))
}

fn touched(touched: Touched) -> form::Touched {
    form::Touched {
        read: touched.read,
        written: touched.written,
    }
}

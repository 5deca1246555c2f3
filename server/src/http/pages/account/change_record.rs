//! `/account/connections/{id}/change`: another record in the place of the wrong one.

use super::rule_names;
use crate::http::failed::Failed;
use crate::http::pages::over;
use crate::http::pages::patient::right_record::{better, pair};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::account::change_record::{
    self as form, Choosable, Chosen, Done, NEW, Problem, Refused, View, Why, action, page,
};
use app::pages::patient::not_sure::{self, Rest};
use app::pages::patient::right_record::{self, ANOTHER, NOT_SURE, THIS};
use app::pages::patient::trouble::Begin;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use domain::clinic::Clinic;
use domain::ids::AuthorizationId;
use domain::policy;
use serde::Deserialize;
use service::{
    ChangeRefusal, ChangeableRecord, Consent, Failure, Flow, Letter, Outcome, RecordChange,
    RecordChanged, RecordChoice, Seen, Services, SignedInPerson, Stage, Touched,
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

/// A person's connection, as an address names it.
struct At {
    by: SignedInPerson,
    id: AuthorizationId,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let at = at(&visitor, &id)?;
    let found = found(&web, &visitor, &at).await?;
    shown(&web, &visitor, &at, &found, &Fields::default(), None).await
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut fields): Form<Fields>,
) -> Result<Response, Response> {
    let at = at(&visitor, &id)?;
    let found = found(&web, &visitor, &at).await?;
    let letter = fields.letter.parse().ok();
    let Some(letter) = letter.and_then(|letter| found.letter(letter)) else {
        return shown(
            &web,
            &visitor,
            &at,
            &found,
            &fields,
            Some(Problem::NoLetter),
        )
        .await;
    };
    let mut all_the_same = false;
    match fields.record_check.as_deref() {
        None => {}
        Some(THIS) => all_the_same = true,
        Some(NOT_SURE) => return not_sure(&web, &visitor, &at, letter).await,
        Some(ANOTHER) => return shown(&web, &visitor, &at, &found, &fields, None).await,
        Some(id) => id.clone_into(&mut fields.record),
    }
    let choice = match choice(&found, &fields) {
        Ok(choice) => choice,
        Err(problem) => return shown(&web, &visitor, &at, &found, &fields, Some(problem)).await,
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
    match web.services.change_record(at.by, at.id, &change).await {
        Ok(changed) => done(&web, visitor, &at, changed).await,
        Err(Failure::Refused(ChangeRefusal::RecordInDoubt)) => {
            doubted(&web, &visitor, &at, (&found, letter), (&choice, &fields)).await
        }
        Err(Failure::Refused(refusal)) => {
            let problem = match refusal {
                ChangeRefusal::NoSuchLetter => Problem::NoLetter,
                ChangeRefusal::NoSuchRecord => Problem::NothingChosen,
                ChangeRefusal::NameTaken => Problem::NameTaken,
                ChangeRefusal::Changed | ChangeRefusal::RecordInDoubt => Problem::Changed,
                over => return Err(refused(&web, &visitor, over)),
            };
            let found = self::found(&web, &visitor, &at).await?;
            shown(&web, &visitor, &at, &found, &fields, Some(problem)).await
        }
        Err(Failure::Fault(fault)) => Err(failed(fault)),
    }
}

fn failed(fault: impl Into<Failed>) -> Response {
    fault.into().into_response()
}

fn at(visitor: &Visitor, id: &str) -> Result<At, Response> {
    let Some(by) = visitor.signed_in() else {
        return Err(over::redirect(Begin::SignIn));
    };
    match id.parse() {
        Ok(id) => Ok(At { by, id }),
        Err(_) => Err(StatusCode::NOT_FOUND.into_response()),
    }
}

/// The connection, if its record may be changed; else the page that says why not.
async fn found(web: &Web, visitor: &Visitor, at: &At) -> Result<ChangeableRecord, Response> {
    let found: Outcome<_, _> = web.services.changeable_record(at.by.person, at.id).await;
    found.map_err(|failure| match failure {
        Failure::Refused(refusal) => refused(web, visitor, refusal),
        Failure::Fault(fault) => failed(fault),
    })
}

fn refused(web: &Web, visitor: &Visitor, refusal: ChangeRefusal) -> Response {
    let (application, why) = match refusal {
        ChangeRefusal::SignedOut => return over::redirect(Begin::SignIn),
        ChangeRefusal::TooLate(application) => {
            let hours = policy::RECORD_CHANGE.as_secs() / 3_600;
            (application, Why::TooLate { hours })
        }
        ChangeRefusal::Ended(application) => (application, Why::Ended),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let view = Refused {
        clinic: Clinic::from(&*application),
        why,
    };
    show(StatusCode::GONE, form::refused(&web.frame(visitor), &view))
}

fn choice(found: &ChangeableRecord, fields: &Fields) -> Result<RecordChoice, Problem> {
    if fields.record == NEW {
        return Services::record_name(&fields.record_name)
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
    web: &Web,
    visitor: &Visitor,
    at: &At,
    found: &ChangeableRecord,
    fields: &Fields,
    problem: Option<Problem>,
) -> Result<Response, Response> {
    let account = web.services.account(at.by.person).await.map_err(failed)?;
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
        authorization: at.id,
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
        seen: web.services.change_shown(found).into_field(),
        problem,
    };
    let status = match problem {
        None => StatusCode::OK,
        Some(Problem::Changed) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(show(status, page(&web.frame(visitor), &view)))
}

/// Asks whether the record is the right one; what was chosen is carried along.
async fn doubted(
    web: &Web,
    visitor: &Visitor,
    at: &At,
    about: (&ChangeableRecord, &Letter),
    sent: (&RecordChoice, &Fields),
) -> Result<Response, Response> {
    let ((found, letter), (choice, fields)) = (about, sent);
    let consent: Option<Consent> = web
        .services
        .change_consent(at.by.person, letter, choice)
        .await
        .map_err(failed)?;
    let Some(consent) = consent else {
        return shown(web, visitor, at, found, fields, Some(Problem::Changed)).await;
    };
    let mut better = better(&consent);
    // The wrong record may be the one that fits: it is not offered again.
    better.retain(|record| record.id != found.record.id);
    let carried = vec![
        ("letter", letter.request.to_string()),
        ("record", fields.record.clone()),
        ("record_name", fields.record_name.clone()),
        ("seen", web.services.change_shown(found).into_field()),
        (
            "doubt_seen",
            web.services.doubt_shown(found, &consent).into_field(),
        ),
    ];
    let view = right_record::View {
        clinic: Clinic::from(&found.application),
        pair: pair(&letter.friendly_name, &consent, false),
        better,
        action: action(at.id),
        carried,
        stop: (
            "/account".to_owned(),
            t!("change-keep", record = found.record.name.clone()),
        ),
        problem: None,
    };
    Ok(show(
        StatusCode::OK,
        right_record::page(&web.frame(visitor), &view),
    ))
}

async fn not_sure(
    web: &Web,
    visitor: &Visitor,
    at: &At,
    letter: &Letter,
) -> Result<Response, Response> {
    let noted = web
        .services
        .unsure_of_change(at.by, at.id, letter.request)
        .await;
    let application = noted.map_err(|failure| match failure {
        Failure::Refused(refusal) => refused(web, visitor, refusal),
        Failure::Fault(fault) => failed(fault),
    })?;
    let view = not_sure::View {
        clinic: Clinic::from(&application),
        pair: None,
        rest: Rest::Connection,
    };
    Ok(show(
        StatusCode::OK,
        not_sure::page(&web.frame(visitor), &view),
    ))
}

async fn done(
    web: &Web,
    visitor: Visitor,
    at: &At,
    changed: RecordChanged,
) -> Result<Response, Response> {
    // The page after connecting shows what is connected now.
    if let Some(flow) = &visitor.visit.flow
        && flow.stage
            == (Stage::Done {
                authorization: at.id,
            })
    {
        let flow = Flow {
            stage: Stage::Done {
                authorization: changed.authorization,
            },
            ..flow.clone()
        };
        visitor.keep_flow(flow).await.map_err(failed)?;
    }
    let account = web.services.person(at.by.person).await.map_err(failed)?;
    let view = Done {
        clinic: Clinic::from(&changed.application),
        former: changed.former.name,
        record: changed.record.name,
        touched: touched(changed.touched),
        still_connected: changed.still_connected,
        email: account.map_or(String::new(), |person| person.email),
    };
    Ok(show(
        StatusCode::OK,
        form::done(&web.frame(&visitor), &view),
    ))
}

fn touched(touched: Touched) -> form::Touched {
    form::Touched {
        read: touched.read,
        written: touched.written,
    }
}

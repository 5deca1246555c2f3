//! The person adds things to a record, corrects what they added, and removes what they like.

use super::contents::item;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, PathIds, Patient};
use crate::http::pages::over;
use app::pages::account::ask::{self, Question};
use app::pages::account::item_form::{self, Choose, Trouble, View, choose, kept};
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::RecordId;
use domain::record::Record;
use domain::thing::own::{ADDABLE, Draft, day_of};
use domain::thing::reading::Sort;
use domain::units::Units;
use serde::Deserialize;
use service::{OwnThingRejection, ThingKey, WholeItem};
use uuid::Uuid;
use words::t;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    date: String,
    units: String,
    weight: String,
    systolic: String,
    diastolic: String,
    name: String,
    more: String,
    note: String,
    seen: String,
}

impl Fields {
    fn draft(&self) -> Draft {
        Draft {
            date: self.date.clone(),
            units: Units::from_name(&self.units).unwrap_or_default(),
            weight: self.weight.clone(),
            systolic: self.systolic.clone(),
            diastolic: self.diastolic.clone(),
            name: self.name.clone(),
            more: self.more.clone(),
            note: self.note.clone(),
        }
    }
}

/// A sort that people may add, as the path names it.
pub struct Addable(Sort);

impl std::str::FromStr for Addable {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let sort = Sort::from_name(name).filter(|sort| ADDABLE.contains(sort));
        sort.map(Self).ok_or(())
    }
}

pub async fn get_choice(
    patient: Patient,
    PathId(id): PathId<RecordId>,
) -> Result<Response, PageError> {
    let record = record(&patient, id).await?;
    let view = Choose {
        record: id,
        name: record.name,
    };
    Ok(patient.show(StatusCode::OK, choose, &view))
}

pub async fn get_add(
    patient: Patient,
    PathIds(id, Addable(sort)): PathIds<RecordId, Addable>,
) -> Result<Response, PageError> {
    let record = record(&patient, id).await?;
    let chosen = patient.services().people().preferences(patient.person);
    let draft = Draft {
        units: chosen.await?.map_or(Units::Metric, |chosen| chosen.units),
        date: day_of(patient.services().ports().now()),
        ..Draft::default()
    };
    let view = adding(id, record.name, sort, &draft, Vec::new());
    Ok(patient.show(StatusCode::OK, item_form::page, &view))
}

pub async fn post_add(
    patient: Patient,
    PathIds(id, Addable(sort)): PathIds<RecordId, Addable>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let draft = fields.draft();
    let added = patient
        .services()
        .records()
        .add_own_thing(patient.who, id, sort, &draft)
        .await;
    let Err(refusal) = added.or_internal()? else {
        return Ok(Redirect::to(&format!("/account/records/{id}")).into_response());
    };
    let (status, problems) = troubles(refusal)?;
    let record = record(&patient, id).await?;
    let view = adding(id, record.name, sort, &draft, problems);
    Ok(patient.show(status, item_form::page, &view))
}

fn adding(
    record: RecordId,
    name: String,
    sort: Sort,
    draft: &Draft,
    problems: Vec<Trouble>,
) -> View {
    View {
        record,
        name,
        sort,
        action: format!("/account/records/{record}/add/{}", sort.name()),
        seen: None,
        draft: bounded(draft),
        problems,
    }
}

/// As much of what was typed as a page shows again.
fn bounded(draft: &Draft) -> Draft {
    Draft {
        date: kept(&draft.date),
        units: draft.units,
        weight: kept(&draft.weight),
        systolic: kept(&draft.systolic),
        diastolic: kept(&draft.diastolic),
        name: kept(&draft.name),
        more: kept(&draft.more),
        note: kept(&draft.note),
    }
}

pub async fn get_change(
    patient: Patient,
    PathIds(record, id): PathIds<RecordId, Uuid>,
) -> Result<Response, PageError> {
    let found = own(&patient, record, id).await?;
    let draft = Draft::of(&found.item.facts, found.item.effective_at, found.item.units);
    let view = changing(&found, draft, Vec::new());
    Ok(patient.show(StatusCode::OK, item_form::page, &view))
}

pub async fn post_change(
    patient: Patient,
    PathIds(record, id): PathIds<RecordId, Uuid>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let found = own(&patient, record, id).await?;
    let draft = fields.draft();
    let key = ThingKey {
        id,
        stamp: fields.seen.parse().unwrap_or_default(),
    };
    let changed = patient
        .services()
        .records()
        .change_own_thing(patient.who, record, key, &draft)
        .await;
    let refusal = match changed.or_internal()? {
        Ok(()) => return Ok(Redirect::to(&format!("/account/records/{record}")).into_response()),
        Err(refusal) => refusal,
    };
    let (status, problems) = troubles(refusal)?;
    let view = changing(&found, bounded(&draft), problems);
    Ok(patient.show(status, item_form::page, &view))
}

fn changing(found: &WholeItem, draft: Draft, problems: Vec<Trouble>) -> View {
    let (record, item) = (found.record.id, &found.item);
    View {
        record,
        name: found.record.name.clone(),
        sort: item.sort,
        action: format!("/account/records/{record}/items/{}/change", item.id),
        seen: Some(item.stamp.to_string()),
        draft,
        problems,
    }
}

pub async fn get_remove(
    patient: Patient,
    PathIds(record, id): PathIds<RecordId, Uuid>,
) -> Result<Response, PageError> {
    asked(&patient, record, id, false).await
}

pub async fn post_remove(
    patient: Patient,
    PathIds(record, id): PathIds<RecordId, Uuid>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let Ok(stamp) = fields.seen.parse() else {
        return asked(&patient, record, id, false).await;
    };
    let key = ThingKey { id, stamp };
    let removed = patient
        .services()
        .records()
        .remove_own_thing(patient.who, record, key)
        .await;
    match removed.or_internal()? {
        Ok(()) => Ok(Redirect::to(&format!("/account/records/{record}")).into_response()),
        Err(OwnThingRejection::Changed) => asked(&patient, record, id, true).await,
        Err(refusal) => Err(ended(&refusal)),
    }
}

async fn asked(
    patient: &Patient,
    record: RecordId,
    id: Uuid,
    changed: bool,
) -> Result<Response, PageError> {
    let found = patient
        .services()
        .records()
        .item(patient.person, record, id)
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let stamp = found.item.stamp;
    let shown = item(found.item);
    let question = Question {
        heading: t!("item-remove-heading"),
        about: t!(
            "item-remove-what",
            what = shown.title(),
            date = shown.date()
        ),
        effects: vec![t!("item-remove-effect"), t!("item-remove-copies")],
        action: format!("/account/records/{record}/items/{id}/remove"),
        seen: stamp.to_string(),
        act: t!("item-remove-act"),
        leave: t!("item-remove-leave"),
        back: format!("/account/records/{record}"),
        changed,
    };
    let status = if changed {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    Ok(patient.show(status, ask::page, &question))
}

async fn record(patient: &Patient, id: RecordId) -> Result<Record, PageError> {
    let found = patient
        .services()
        .records()
        .own_record(patient.person, id)
        .await?;
    let (record, _) = found.ok_or(PageError::NotFound)?;
    Ok(record)
}

/// A thing that the person added; a clinic's is changed by the clinic alone.
async fn own(patient: &Patient, record: RecordId, id: Uuid) -> Result<WholeItem, PageError> {
    let found = patient
        .services()
        .records()
        .item(patient.person, record, id)
        .await?;
    let found = found.filter(|found| found.item.own && ADDABLE.contains(&found.item.sort));
    found.ok_or(PageError::NotFound)
}

fn troubles(refusal: OwnThingRejection) -> Result<(StatusCode, Vec<Trouble>), PageError> {
    match refusal {
        OwnThingRejection::Typed(problems) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            problems.into_iter().map(Trouble::Typed).collect(),
        )),
        OwnThingRejection::Changed => Ok((StatusCode::CONFLICT, vec![Trouble::Changed])),
        OwnThingRejection::TooMany => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, vec![Trouble::TooMany]))
        }
        refusal => Err(ended(&refusal)),
    }
}

fn ended(refusal: &OwnThingRejection) -> PageError {
    match refusal {
        OwnThingRejection::SignedOut => over::redirect(Begin::SignIn),
        _ => PageError::NotFound,
    }
}

//! `/account/activity`: who did what with the person's records.

use crate::http::error::PageError;
use crate::http::extract::Patient;
use app::pages::account::activity::{Clinic, Line, View, Who, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::ids::{ApplicationId, RecordId};
use domain::thing::PATIENT_CONNECT;
use domain::thing::reading::Sort;
use domain::zone::Zone;
use serde::Deserialize;
use service::{Activity, ActivityFilter, ActivityLine};
use uuid::Uuid;

/// What is no id filters nothing.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    clinic: String,
    #[serde(default)]
    record: String,
    #[serde(default)]
    before: String,
}

pub async fn get(patient: Patient, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let filter = ActivityFilter {
        application: asked.clinic.parse().ok().map(ApplicationId),
        record: asked.record.parse().ok().map(RecordId),
        before: asked.before.parse().ok(),
    };
    let found = patient
        .services()
        .records()
        .activity(patient.person, filter)
        .await?;
    let view = View {
        lines: found.lines.iter().map(|one| line(&found, one)).collect(),
        clinics: found
            .clinics
            .iter()
            .map(|clinic| Clinic {
                id: clinic.id,
                name: clinic.name.clone(),
                phone: clinic.phone.clone(),
            })
            .collect(),
        records: found
            .records
            .iter()
            .map(|record| (record.id, record.name.clone()))
            .collect(),
        clinic: filter.application,
        record: filter.record,
        further: filter.before.is_some(),
        next: found.next,
        monthly_mail: found.monthly_mail,
    };
    Ok(patient.show(StatusCode::OK, page, &view))
}

fn line(found: &Activity, line: &ActivityLine) -> Line {
    let mut clinics = found.clinics.iter();
    let clinic = clinics.find(|one| one.id.0 == line.actor);
    let mut records = found.records.iter();
    let record = records.find(|one| one.id == line.record);
    Line {
        who: match clinic {
            _ if line.actor == PATIENT_CONNECT.0 => Who::You,
            Some(clinic) => Who::Clinic(clinic.name.clone()),
            None => {
                let mut others = found.others.iter();
                let other = others.find(|(id, _)| id.0 == line.actor);
                other.map_or(Who::Another, |(_, name)| Who::Person(name.clone()))
            }
        },
        act: line.act,
        sort: (line.type_id != Uuid::nil()).then(|| Sort::of(line.type_id)),
        record: record.map_or(String::new(), |record| record.name.clone()),
        at: line.last_at,
        zone: clinic.map_or(Zone::UTC, |clinic| clinic.time_zone),
        times: line.times,
        things: line.things,
    }
}

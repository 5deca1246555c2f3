//! `/staff/audit` and its file: who did what. Managers alone come in.

use crate::http::csv_file::csv_file;
use crate::http::error::PageError;
use crate::http::extract::Manager;
use app::pages::staff::clinic::audit_log::{Row, View, Who, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::audit::Action;
use domain::external_id::ExternalId;
use domain::zone::Zone;
use serde::Deserialize;
use service::{LogFilter, LogPage, Logged};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    action: String,
    /// The id of one of the staff.
    #[serde(default)]
    staff: String,
    /// The clinic's own ID of a patient.
    #[serde(default)]
    patient: String,
    /// As "2026-05-04".
    #[serde(default)]
    day: String,
    #[serde(default)]
    before: String,
}

impl Fields {
    /// What is not an action, an id or a day asks for all of them; None for a text that no patient ID can be: it has no
    /// entries.
    fn filter(&self, zone: Zone) -> Option<LogFilter> {
        let patient = match self.patient.trim() {
            "" => None,
            typed => Some(ExternalId::parse(typed).ok()?),
        };
        Some(LogFilter {
            patient,
            action: Action::from_name(&self.action),
            staff: self.staff.parse().ok(),
            until: zone
                .start_of_day(&self.day)
                .map(|first| zone.day_after(first, 1)),
            before: self.before.parse().ok(),
        })
    }
}

pub async fn get(manager: Manager, Query(fields): Query<Fields>) -> Result<Response, PageError> {
    let filter = fields.filter(manager.staff.time_zone);
    let found = match &filter {
        Some(filter) => manager.services().audit().page(manager.by, filter).await?,
        None => LogPage::default(),
    };
    let filter = filter.unwrap_or_default();
    let team = manager.services().staff().team(manager.by).await?;
    let view = View {
        rows: found.records.into_iter().map(row).collect(),
        team: team
            .into_iter()
            .map(|staff| (staff.id.to_string(), staff.name))
            .collect(),
        staff: filter.staff.map(|id| id.to_string()).unwrap_or_default(),
        patient: fields.patient,
        day: filter.until.map_or_else(String::new, |_| fields.day),
        action: filter
            .action
            .map_or_else(String::new, |action| action.name().to_owned()),
        next: found.next,
    };
    Ok(manager.show(StatusCode::OK, page, &view))
}

fn row(record: Logged) -> Row {
    let subject = record.subject_id.map(|id| id.to_string());
    Row {
        at: record.at.into(),
        request: subject.filter(|_| record.action.starts_with("connect-request.")),
        who: Who::named(&record.actor_kind, record.staff_name),
        action: record.action,
        outcome: record.outcome,
        patient: record.external_id,
    }
}

pub async fn get_csv(
    manager: Manager,
    Query(fields): Query<Fields>,
) -> Result<Response, PageError> {
    let zone = manager.staff.time_zone;
    let records = match fields.filter(zone) {
        Some(filter) => {
            manager
                .services()
                .audit()
                .export(manager.by, &filter)
                .await?
        }
        None => Vec::new(),
    };
    let rows = records.into_iter().map(|record| {
        [
            record.number.to_string(),
            zone.at(record.at.into()).rfc3339(),
            record.actor_kind,
            record
                .actor_id
                .map_or_else(String::new, |id| id.to_string()),
            record.staff_name.unwrap_or_default(),
            record.action,
            record
                .subject_id
                .map_or_else(String::new, |id| id.to_string()),
            record.outcome,
            record.external_id.unwrap_or_default(),
        ]
    });
    let head = [
        "number",
        "at",
        "actor_kind",
        "actor_id",
        "staff_name",
        "action",
        "subject_id",
        "outcome",
        "external_id",
    ];
    Ok(csv_file("audit.csv", head, rows))
}

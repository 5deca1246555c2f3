//! `/staff/audit` and its file: who did what. Managers alone come in.

use super::frame;
use super::manager::Manager;
use crate::http::csv_file::csv_file;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use crate::service::{LogFilter, Logged};
use app::domain::timestamp::Timestamp;
use app::pages::staff::audit_log::{ACTIONS, Row, View, Who, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    action: String,
    #[serde(default)]
    before: String,
}

impl Fields {
    /// What is not an action asks for all of them.
    fn action(&self) -> Option<String> {
        Some(self.action.clone()).filter(|action| ACTIONS.iter().any(|(known, _)| known == action))
    }
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(fields): Query<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let filter = LogFilter {
        action: fields.action(),
        before: fields.before.parse().ok(),
    };
    let found = web.services.audit_log(manager.by, &filter).await;
    let found = found.map_err(|fault| Failed::from(fault).into_response())?;
    let view = View {
        rows: found.records.into_iter().map(row).collect(),
        action: filter.action.unwrap_or_default(),
        next: found.next,
    };
    Ok(show(
        StatusCode::OK,
        page(&frame(&web, &manager.staff), &view),
    ))
}

fn row(record: Logged) -> Row {
    let subject = record.subject_id.map(|id| id.to_string());
    Row {
        at: record.at.into(),
        request: subject.filter(|_| record.action.starts_with("connect-request.")),
        who: Who::named(&record.actor_kind, record.staff_name),
        action: record.action,
        outcome: record.outcome,
    }
}

pub async fn get_csv(
    State(web): State<Web>,
    visitor: Visitor,
    Query(fields): Query<Fields>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let action = fields.action();
    let records = web
        .services
        .export_audit_log(manager.by, action.as_deref())
        .await;
    let records = records.map_err(|fault| Failed::from(fault).into_response())?;
    let rows = records.into_iter().map(|record| {
        [
            record.number.to_string(),
            Timestamp::from(record.at).rfc3339(),
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
    ];
    Ok(csv_file("audit.csv", head, rows))
}

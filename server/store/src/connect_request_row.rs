//! A row of table `connect_request`, and the request that it is.

use super::connect_requests::Stored;
use super::{Result, Stamp, inconsistent, unreadable};
use domain::challenge::{AnswerFold, AnswerMode};
use domain::connect_request::{Binding, Code, ConnectRequest, Delivery, Proof};
use domain::connection::Connection;
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, ConnectRequestId, PersonId, RecordId};
use domain::statistics::Reached;
use domain::timestamp::Timestamp;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    application_id: Uuid,
    external_id: String,
    friendly_name: String,
    email: Option<String>,
    language: String,
    callback_url: Option<String>,
    question: Option<Vec<u8>>,
    answer_hash: Option<String>,
    answer_mode: String,
    answer_edges: bool,
    answer_fold: i64,
    answer_full_stop: bool,
    wrong_answers: i64,
    code_digest: Vec<u8>,
    code_sealed: Option<Vec<u8>>,
    code_state: String,
    code_state_at: Option<Stamp>,
    made_at: Stamp,
    expires_at: Stamp,
    person_id: Option<Uuid>,
    picked_up_at: Option<Stamp>,
    reason: Option<String>,
    proof: String,
    delivery: String,
    connected_since: Option<Stamp>,
    disconnected_at: Option<Stamp>,
    connected_record_id: Option<Uuid>,
    reached: i64,
}

impl Row {
    pub(super) fn into_domain(self) -> Result<Stored> {
        let broken = || inconsistent("connect_request", &self.id);
        let code = match (
            self.code_state.as_str(),
            self.code_state_at.map(Timestamp::from),
        ) {
            ("usable", None) => Code::Usable,
            ("ended", Some(at)) => Code::Ended { at },
            ("stopped", Some(at)) => Code::Stopped { at },
            ("refused", Some(at)) => Code::Refused { at },
            ("replaced", Some(at)) => Code::Replaced { at },
            ("deleted", Some(at)) => Code::Deleted { at },
            _ => return Err(broken()),
        };
        let binding = match (self.person_id, self.picked_up_at) {
            (Some(person), Some(at)) => Some(Binding {
                person: PersonId(person),
                last_at: at.into(),
            }),
            (None, None) => None,
            _ => return Err(broken()),
        };
        let reached = Reached::from_number(self.reached).ok_or_else(broken)?;
        let record = self.connected_record_id.map(RecordId);
        let answer_fold = AnswerFold::from_number(self.answer_fold).ok_or_else(broken)?;
        let connection = match (self.connected_since, self.disconnected_at, record) {
            (None, None, None) => Connection::None,
            (Some(since), None, Some(record)) => Connection::Connected {
                since: since.into(),
                record,
            },
            (Some(since), Some(until), Some(record)) => Connection::Disconnected {
                since: since.into(),
                until: until.into(),
                record,
            },
            _ => return Err(broken()),
        };
        Ok(Stored {
            wrong_answers: u32::try_from(self.wrong_answers)
                .map_err(unreadable("connect_request", &self.id))?,
            request: ConnectRequest {
                id: ConnectRequestId(self.id),
                application: ApplicationId(self.application_id),
                answer_mode: AnswerMode::from_name(&self.answer_mode).ok_or_else(broken)?,
                external_id: ExternalId::from_stored(self.external_id),
                friendly_name: self.friendly_name,
                proof: Proof::from_name(&self.proof).ok_or_else(broken)?,
                delivery: Delivery::from_name(&self.delivery).ok_or_else(broken)?,
                email: self.email,
                language: self.language,
                made_at: self.made_at.into(),
                expires_at: self.expires_at.into(),
                code,
                binding,
                connection,
            },
            reached,
            question: self.question,
            answer_hash: self.answer_hash,
            answer_edges: self.answer_edges,
            answer_fold,
            answer_full_stop: self.answer_full_stop,
            code_digest: self.code_digest,
            code_sealed: self.code_sealed,
            callback_url: self.callback_url,
            reason: self.reason,
        })
    }
}

pub(super) fn code_state(code: Code) -> (&'static str, Option<Stamp>) {
    match code {
        Code::Usable => ("usable", None),
        Code::Ended { at } => ("ended", Some(Stamp(at))),
        Code::Stopped { at } => ("stopped", Some(Stamp(at))),
        Code::Refused { at } => ("refused", Some(Stamp(at))),
        Code::Replaced { at } => ("replaced", Some(Stamp(at))),
        Code::Deleted { at } => ("deleted", Some(Stamp(at))),
    }
}

/// What is inserted of a request.
pub(super) const INSERTED: &str = "id, application_id, external_id, friendly_name, email, language, callback_url, \
    question, answer_hash, answer_mode, answer_edges, answer_fold, answer_full_stop, wrong_answers, code_digest, code_sealed, code_state, \
    code_state_at, made_at, expires_at, person_id, picked_up_at, reason, proof, delivery";
/// What a [`Row`] is read from; the last four are written by [`super::connections`] and [`super::statistics`].
pub(super) const FIELDS: &str = const_format::concatcp!(
    INSERTED,
    ", connected_since, disconnected_at, connected_record_id, reached"
);
pub(super) const COLUMNS: &str =
    const_format::concatcp!("select ", FIELDS, " from connect_request");

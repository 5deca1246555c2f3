//! The session layer's store: it keeps sessions in our rows, through the service.

use super::{CROWDED, PLACE, SessionData, StaffSession, VISIT, WRITTEN};
use async_trait::async_trait;
use domain::ids::PersonId;
use domain::policy;
use serde_json::Value;
use service::{Crowded, Failure, InternalError, Place, Rested, Services};
use std::collections::HashMap;
use std::time::Duration;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result as StoreResult};

/// The sessions that a service keeps, as the session layer asks for them.
#[derive(Clone)]
pub struct Sessions(pub Services);

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        // The crate draws its ids from the system; ours come from the port.
        let place = record.data.remove(PLACE).map(serde_json::from_value);
        let place = place
            .transpose()
            .map_err(|error| Error::Encode(error.to_string()))?
            .map(|(network, goes_on)| Place { network, goes_on });
        let data = encode(record)?;
        let person = person_of(record);
        let made = self
            .0
            .sign_ins()
            .create_session(&data, person, place.as_ref());
        let id = made.await.map_err(|failure| match failure {
            Failure::Rejected(Crowded { wait }) => {
                Error::Backend(format!("{CROWDED}{}", wait.as_micros()))
            }
            Failure::Internal(fault) => backend(&fault),
        })?;
        record.id = Id(i128::from_le_bytes(id));
        record.data.insert(WRITTEN.to_owned(), Value::Bool(true));
        Ok(())
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        if record.data.contains_key(WRITTEN) {
            return Ok(());
        }
        let person = person_of(record);
        self.0
            .sign_ins()
            .save_session(record.id.0.to_le_bytes(), &encode(record)?, person)
            .await
            .map_err(|fault| backend(&fault))
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let found = self
            .0
            .sign_ins()
            .load_session(id.0.to_le_bytes(), rested)
            .await
            .map_err(|fault| backend(&fault))?;
        let decode = |data: Vec<u8>| {
            serde_json::from_slice(&data).map_err(|error| Error::Decode(error.to_string()))
        };
        Ok(found.map(decode).transpose()?.map(|data| Record {
            id: *id,
            data,
            expiry_date: (self.0.ports().now() + policy::SESSION_IDLE).date_time(),
        }))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        self.0
            .sign_ins()
            .delete_session(id.0.to_le_bytes())
            .await
            .map_err(|fault| backend(&fault))
    }
}

/// A desk's screen is where others walk by: left alone it locks, and keeps what it was sent until the session's
/// end. Everything of a patient ends with their idle limit.
fn rested(data: &[u8], unseen: Duration) -> Rested {
    let Ok(mut kept) = serde_json::from_slice::<HashMap<String, Value>>(data) else {
        return Rested::Over;
    };
    let visit = kept.get(VISIT).cloned().map(serde_json::from_value);
    let before: SessionData = visit.and_then(Result::ok).unwrap_or_default();
    let mut after = before.clone();
    if let Some(StaffSession::Open(sign_in)) = &before.desk
        && unseen >= policy::DESK_IDLE
    {
        let sign_in = sign_in.clone();
        after.desk = Some(StaffSession::Locked {
            sign_in,
            held: None,
        });
    }
    let belongs_to_a_desk = before
        .desk
        .as_ref()
        .and_then(StaffSession::sign_in)
        .is_some();
    if unseen >= policy::SESSION_IDLE {
        if !belongs_to_a_desk {
            return Rested::Over;
        }
        after = SessionData {
            desk: after.desk,
            ..SessionData::default()
        };
    }
    if after == before {
        return Rested::AsItWas;
    }
    let changed = serde_json::to_value(&after).and_then(|visit| {
        kept.insert(VISIT.to_owned(), visit);
        serde_json::to_vec(&kept)
    });
    changed.map_or(Rested::Over, Rested::Changed)
}

/// The device that a session's data names; empty for data of no person.
pub fn device_of(data: &[u8]) -> String {
    let kept: HashMap<String, Value> = serde_json::from_slice(data).unwrap_or_default();
    let visit = kept.get(VISIT).cloned().map(serde_json::from_value);
    let visit: SessionData = visit.and_then(Result::ok).unwrap_or_default();
    visit.person.map_or(String::new(), |person| person.device)
}

/// Who is signed in, where it is a person.
fn person_of(record: &Record) -> Option<PersonId> {
    let visit: SessionData = serde_json::from_value(record.data.get(VISIT)?.clone()).ok()?;
    visit.person.map(|person| person.id)
}

fn encode(record: &Record) -> StoreResult<Vec<u8>> {
    serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(fault: &InternalError) -> Error {
    Error::Backend(fault.to_string())
}

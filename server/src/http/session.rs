//! Sessions: sealed rows under the digest of their id, with limits on our own clock.
//!
//! A session holds who is signed in and how far a patient has come; never a code or an answer.

use super::failed::Failed;
use super::web::Web;
use crate::service::{Fault, Flow, Services};
use crate::store::{self, sessions};
use app::domain::ids::{PersonId, SignUpId, StaffId};
use app::domain::policy;
use async_trait::async_trait;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result as StoreResult};
use tower_sessions::{Session, SessionStore};

/// What a session remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub person: Option<SignedIn>,
    pub staff: Option<StaffId>,
    pub flow: Option<Flow>,
    /// An account that waits for its digits.
    pub sign_up: Option<SignUpId>,
}

/// A person, and the name that pages greet them by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    pub id: PersonId,
    pub name: String,
}

const VISIT: &str = "visit";

/// The visit of a request, and the way to change it.
pub struct Visitor {
    session: Session,
    pub visit: Visit,
}

impl Visitor {
    /// Keeps the visit as it is now.
    pub async fn keep(&self) -> Result<(), Failed> {
        self.session.insert(VISIT, &self.visit).await.map_err(|error| Failed::session(&error))?;
        Ok(())
    }

    /// Keeps the visit under a new id: whoever knew the old one knows nothing any more.
    pub async fn renew(&self) -> Result<(), Failed> {
        self.session.cycle_id().await.map_err(|error| Failed::session(&error))?;
        self.keep().await
    }

    /// Forgets everything.
    pub async fn end(&self) -> Result<(), Failed> {
        self.session.flush().await.map_err(|error| Failed::session(&error))?;
        Ok(())
    }

    pub fn person(&self) -> Option<PersonId> {
        self.visit.person.as_ref().map(|person| person.id)
    }
}

impl FromRequestParts<Web> for Visitor {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failed> {
        let session = Session::from_request_parts(parts, web)
            .await
            .map_err(|_| Failed::from(Fault::Unreadable("session")))?;
        let visit = session.get(VISIT).await.map_err(|error| Failed::session(&error))?.unwrap_or_default();
        Ok(Self { session, visit })
    }
}

/// The rows behind sessions.
#[derive(Clone)]
pub struct Sessions(pub Services);

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

impl Sessions {
    fn digest(&self, id: Id) -> Vec<u8> {
        self.0.sealer().digest("session", &[&id.0.to_le_bytes()])
    }

    fn seal(&self, digest: &[u8], record: &Record) -> StoreResult<Vec<u8>> {
        let data = serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        Ok(self.0.sealer().seal("session", digest, &data, self.0.ports()))
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        let now = self.0.ports().now();
        let mut tx = self.0.store().begin().await.map_err(backend)?;
        loop {
            // The crate draws its ids from the system; ours come from the port.
            record.id = Id(i128::from_le_bytes(self.0.ports().bytes()));
            let digest = self.digest(record.id);
            let data = self.seal(&digest, record)?;
            if sessions::insert(&mut tx, &digest, &data, now, now).await.map_err(backend)? {
                break;
            }
        }
        tx.commit().await.map_err(backend)
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        let digest = self.digest(record.id);
        let data = self.seal(&digest, record)?;
        let mut tx = self.0.store().begin().await.map_err(backend)?;
        sessions::update(&mut tx, &digest, &data, self.0.ports().now()).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let now = self.0.ports().now();
        let digest = self.digest(*id);
        let mut tx = self.0.store().read().await.map_err(backend)?;
        let found = sessions::find(&mut tx, &digest).await.map_err(backend)?;
        drop(tx);
        let Some(row) = found else {
            return Ok(None);
        };
        let unseen = now.since(row.seen_at.into());
        if unseen >= policy::SESSION_IDLE || now.since(row.made_at.into()) >= policy::SESSION_LIFE {
            return Ok(None);
        }
        if unseen >= policy::SESSION_TOUCH {
            let mut tx = self.0.store().begin().await.map_err(backend)?;
            sessions::touch(&mut tx, &digest, now).await.map_err(backend)?;
            tx.commit().await.map_err(backend)?;
        }
        let Some(data) = self.0.sealer().open("session", &digest, &row.data) else {
            return Ok(None);
        };
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_slice(&data).map_err(|error| Error::Decode(error.to_string()))?,
            expiry_date: (now + policy::SESSION_IDLE).date_time(),
        }))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        let mut tx = self.0.store().begin().await.map_err(backend)?;
        sessions::delete(&mut tx, &self.digest(*id)).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}

fn backend(error: store::Error) -> Error {
    Error::Backend(error.to_string())
}

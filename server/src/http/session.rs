//! Sessions as handlers see them; a service keeps them.
//!
//! A session holds who is signed in and how far a patient has come; never a code or an answer.

use super::failed::Failed;
use super::web::Web;
use crate::service::{Fault, Flow, Services};
use app::domain::ids::{ConnectRequestId, PersonId, SignUpId, StaffId};
use app::domain::new_request::Draft;
use app::domain::policy;
use async_trait::async_trait;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result as StoreResult};
use tower_sessions::{Session, SessionStore};

/// What a session remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub person: Option<SignedIn>,
    pub staff: Option<StaffId>,
    /// What the desk handed over, while a patient has its screen.
    pub handed: Option<Handed>,
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

/// The screen of a desk in a patient's hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// What the clinic said of the request; question and answer are empty in it.
    pub draft: Draft,
    /// The request, once the patient made it.
    pub made: Option<ConnectRequestId>,
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
        self.session
            .insert(VISIT, &self.visit)
            .await
            .map_err(|error| Failed::session(&error))?;
        Ok(())
    }

    /// Keeps the visit under a new id: whoever knew the old one knows nothing any more.
    pub async fn renew(&self) -> Result<(), Failed> {
        self.session
            .cycle_id()
            .await
            .map_err(|error| Failed::session(&error))?;
        self.keep().await
    }

    /// Forgets everything.
    pub async fn end(&self) -> Result<(), Failed> {
        self.session
            .flush()
            .await
            .map_err(|error| Failed::session(&error))?;
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
        let visit = session
            .get(VISIT)
            .await
            .map_err(|error| Failed::session(&error))?
            .unwrap_or_default();
        Ok(Self { session, visit })
    }
}

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
        let id = self
            .0
            .create_session(&encode(record)?)
            .await
            .map_err(|fault| backend(&fault))?;
        record.id = Id(i128::from_le_bytes(id));
        Ok(())
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        self.0
            .save_session(record.id.0.to_le_bytes(), &encode(record)?)
            .await
            .map_err(|fault| backend(&fault))
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let found = self
            .0
            .load_session(id.0.to_le_bytes(), idle_limit)
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
            .delete_session(id.0.to_le_bytes())
            .await
            .map_err(|fault| backend(&fault))
    }
}

/// How long a session may rest unseen: a desk's screen stands where others walk by.
fn idle_limit(data: &[u8]) -> Duration {
    #[derive(Deserialize)]
    struct Kept {
        visit: Option<Visit>,
    }
    let kept = serde_json::from_slice::<Kept>(data);
    let at_a_desk = kept.is_ok_and(|kept| kept.visit.is_some_and(|visit| visit.staff.is_some()));
    if at_a_desk {
        policy::DESK_IDLE
    } else {
        policy::SESSION_IDLE
    }
}

fn encode(record: &Record) -> StoreResult<Vec<u8>> {
    serde_json::to_vec(&record.data).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(fault: &Fault) -> Error {
    Error::Backend(fault.to_string())
}

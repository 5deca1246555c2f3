//! Sessions as handlers see them; a service keeps them.
//!
//! A session holds who is signed in and how far a patient has come; never a code or an answer. All of it is sealed, what
//! a desk was sent while it was locked and an authenticator that is not confirmed yet among it.

use super::agent;
mod store;

pub use store::{Sessions, device_of};

use super::client_address::ClientAddress;
use super::error::{OrInternal, PageError};
use super::web::Web;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::ids::{ConnectRequestId, PasswordResetId, PersonId, SignUpId};
use domain::new_request::Draft;
use serde::{Deserialize, Serialize};
use service::{
    Crowded, Flow, HalfSignedIn, HalfSignedInPerson, NewSecret, Place, SignedInPerson,
    SignedInStaff,
};
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;
use tower_sessions::Session;
use tower_sessions::session::{self};
use tower_sessions::session_store::Error;
use uuid::Uuid;

/// What a session remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionData {
    pub person: Option<SignedIn>,
    pub desk: Option<StaffSession>,
    /// An authenticator that is being set up.
    pub enrolment: Option<Enrolment>,
    /// What the desk handed over, while a patient has its screen.
    pub handed: Option<Handed>,
    pub flow: Option<Flow>,
    /// A person whose password was right. Opens nothing: the second step is still to come.
    #[serde(default)]
    pub half: Option<HalfSignedInPerson>,
    /// A person's authenticator that is being set up.
    #[serde(default)]
    pub own_enrolment: Option<Enrolment>,
    /// An account that waits for its digits.
    pub sign_up: Option<SignUpId>,
    /// A forgotten password that waits for its digits.
    #[serde(default)]
    pub reset: Option<PasswordResetId>,
    /// The invitation to look after a record that someone follows.
    #[serde(default)]
    pub joining: Option<Uuid>,
    /// What waits at the desk for a fresh proof.
    #[serde(default)]
    pub unproven: Option<HeldRequest>,
}

/// A person, and the name that pages greet them by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    pub id: PersonId,
    pub name: String,
    /// All sessions of an earlier round were ended at once.
    #[serde(default)]
    pub round: i64,
    /// What they signed in with, for their list of devices.
    #[serde(default)]
    pub device: String,
}

impl SignedIn {
    pub fn sign_in(&self) -> SignedInPerson {
        SignedInPerson {
            person: self.id,
            round: self.round,
        }
    }
}

/// A secret that someone scans: in a later round of their sessions it is another one, for who saw it in this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    pub secret: NewSecret,
    pub round: i64,
}

/// How far a staff sign-in is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StaffSession {
    /// The password was right. Opens nothing: the second step is still to come.
    PasswordRight(HalfSignedIn),
    Open(SignedInStaff),
    /// Left alone: opens nothing until the password is given once more.
    Locked {
        sign_in: SignedInStaff,
        held: Option<HeldRequest>,
    },
}

/// What was asked of a locked desk, for when it is open again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeldRequest {
    /// Path and query.
    Page(String),
    Form {
        path: String,
        content_type: String,
        /// In base64.
        body: String,
    },
}

impl HeldRequest {
    /// A form as it was sent.
    pub fn form(parts: &Parts, body: &[u8]) -> Self {
        let path = parts.uri.path_and_query().map(ToString::to_string);
        let content_type = parts.headers.get(header::CONTENT_TYPE);
        let content_type = content_type.and_then(|kind| kind.to_str().ok());
        Self::Form {
            path: path.unwrap_or_default(),
            content_type: content_type.unwrap_or_default().to_owned(),
            body: BASE64_STANDARD.encode(body),
        }
    }
}

impl std::fmt::Debug for HeldRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HeldRequest")
    }
}

impl StaffSession {
    /// The sign-in of a desk that is open or locked.
    pub fn sign_in(&self) -> Option<&SignedInStaff> {
        match self {
            Self::PasswordRight(_) => None,
            Self::Open(sign_in) | Self::Locked { sign_in, .. } => Some(sign_in),
        }
    }
}

/// The screen of a desk in a patient's hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// What the clinic said of the request; question and answer are empty in it.
    pub draft: Draft,
    /// The request, once the patient made it.
    pub made: Option<ConnectRequestId>,
}

impl SessionData {
    /// Whether it is of no one who proved who they are.
    fn is_of_nobody(&self) -> bool {
        self.person.is_none() && self.desk.is_none() && self.handed.is_none()
    }
}

const VISIT: &str = "visit";
/// The place of a session that is to be made, for the store alone: it is no part of what is kept.
const PLACE: &str = "place";
/// The session was written already with what it holds.
const WRITTEN: &str = "written";
/// How the store says that there is no room: the session layer hands on nothing but a text.
const CROWDED: &str = "crowded for ";

/// The session's cookie.
pub fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-pc" } else { "pc" }
}

/// The visit of a request, and the way to change it.
pub struct SessionHandle {
    inner: Session,
    network: String,
    /// Browser and system, as far as the browser says so.
    pub device: String,
    /// The browser showed a session that is over.
    pub came_too_late: bool,
    pub data: SessionData,
}

impl SessionHandle {
    /// Keeps the visit as it is now. A visit that holds nothing has no session.
    pub async fn keep(&self) -> Result<(), PageError> {
        if self.data == SessionData::default() {
            return self.end().await;
        }
        self.write(&self.data, false).await
    }

    async fn write(&self, data: &SessionData, goes_on: bool) -> Result<(), PageError> {
        let write = async {
            self.inner.insert(VISIT, data).await?;
            if self.inner.id().is_some() {
                if self.inner.get_value(WRITTEN).await?.is_some() {
                    self.inner.remove_value(WRITTEN).await?;
                }
                return Ok(());
            }
            if data.is_of_nobody() {
                let place = (&self.network, goes_on);
                self.inner.insert(PLACE, place).await?;
            }
            // Made here and not by the session layer, which has no words for what is refused.
            self.inner.save().await
        };
        let written: Result<(), session::Error> = write.await;
        let Err(error) = written else {
            return Ok(());
        };
        // The session layer would try once more.
        self.inner.clear().await;
        Err(match crowded(&error) {
            Some(wait) => PageError::Crowded(wait),
            None => error.into(),
        })
    }

    /// Refuses where the visit would need a session and there is no room for one.
    pub async fn find_place(&self, web: &Web) -> Result<(), PageError> {
        if self.inner.id().is_some() {
            return Ok(());
        }
        let place = Place {
            network: self.network.clone(),
            goes_on: false,
        };
        let room = web.services.sign_ins().room_for_stranger(&place).await;
        room.or_internal()?
            .map_err(|Crowded { wait }| PageError::Crowded(wait))
    }

    /// Keeps the visit as it is, with its way changed.
    pub async fn keep_flow(&self, flow: Flow) -> Result<(), PageError> {
        let visit = SessionData {
            flow: Some(flow),
            ..self.data.clone()
        };
        self.write(&visit, false).await
    }

    /// Keeps the visit under a new id: anyone who knew the old one knows nothing any more.
    pub async fn renew(&self) -> Result<(), PageError> {
        if self.data == SessionData::default() {
            return self.end().await;
        }
        let goes_on = self.inner.id().is_some();
        if goes_on {
            self.inner.cycle_id().await?;
        }
        self.write(&self.data, goes_on).await
    }

    /// Forgets everything.
    pub async fn end(&self) -> Result<(), PageError> {
        if self.inner.id().is_none() {
            return Ok(());
        }
        self.inner.flush().await?;
        Ok(())
    }

    /// The sign-in of a desk that is open or locked.
    pub fn staff_sign_in(&self) -> Option<&SignedInStaff> {
        self.data.desk.as_ref().and_then(StaffSession::sign_in)
    }

    /// The session's id, where there is one.
    pub fn session_id(&self) -> Option<[u8; 16]> {
        self.inner.id().map(|id| id.0.to_le_bytes())
    }

    pub fn person(&self) -> Option<PersonId> {
        self.data.person.as_ref().map(|person| person.id)
    }

    /// Whose session it is, and of which round: compared again where something is changed.
    pub fn signed_in(&self) -> Option<SignedInPerson> {
        self.data.person.as_ref().map(SignedIn::sign_in)
    }
}

impl FromRequestParts<Web> for SessionHandle {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, PageError> {
        let inner = Session::from_request_parts(parts, web)
            .await
            .map_err(|(_, why)| PageError::Internal(why.into()))?;
        let shown = inner.id().is_some();
        let mut data: SessionData = inner.get(VISIT).await?.unwrap_or_default();
        if let Some(person) = &data.person
            && !web.services.people().is_signed_in(person.sign_in()).await?
        {
            data.person = None;
        }
        let nobody = ClientAddress(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let address = parts.extensions.get().copied().unwrap_or(nobody);
        Ok(Self {
            came_too_late: shown && inner.id().is_none(),
            network: address.network_key(),
            device: agent::name(&parts.headers),
            inner,
            data,
        })
    }
}

/// How long there is no room, where that is what the store said.
fn crowded(error: &session::Error) -> Option<Duration> {
    let session::Error::Store(Error::Backend(said)) = error else {
        return None;
    };
    let micros = said.strip_prefix(CROWDED)?.parse().ok()?;
    Some(Duration::from_micros(micros))
}

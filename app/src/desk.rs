//! What a server function may ask for. The server implements it; database, mail and hashing stay out of this crate.

use async_trait::async_trait;
use domain::application::MayNotConnect;
use domain::ids::{ApplicationId, ConnectRequestId, StaffId};
use domain::new_request::{Draft, FieldError, Problem};
use domain::staff::{Role, Staff};
use domain::timestamp::Timestamp;
use std::sync::{Arc, Mutex, PoisonError};

/// Who works the desk, and whose desk it is.
#[derive(Clone, Debug)]
pub struct StaffContext {
    pub staff: StaffId,
    pub application: ApplicationId,
    pub role: Role,
    pub name: String,
}

impl StaffContext {
    /// None for operators, who work at no desk.
    pub fn of(staff: &Staff) -> Option<Self> {
        Some(Self {
            staff: staff.id,
            application: staff.application?,
            role: staff.role,
            name: staff.name.clone(),
        })
    }
}

/// The desk's use cases that stand behind server functions.
#[async_trait]
pub trait StaffDesk: Send + Sync {
    /// Makes a request and, where it has an e-mail address, queues its mail.
    async fn create_connect_request(
        &self,
        staff: &StaffContext,
        draft: &Draft,
    ) -> Result<Created, CreateError>;

    /// Looks whether all but question and answer is there, which the patient types on the desk's screen.
    async fn hand_over(&self, staff: &StaffContext, draft: &Draft) -> Result<(), CreateError>;

    /// Queues the mail with the code; a new address replaces the stored one.
    async fn send_email(
        &self,
        staff: &StaffContext,
        request: ConnectRequestId,
        email: &str,
    ) -> Result<(), SendError>;
}

/// A request that was made.
#[derive(Clone)]
pub struct Created {
    pub request: ConnectRequestId,
    /// The words to hand over, where it is proven by such: known here and never again.
    pub phrase: Option<String>,
}

/// Why no request was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateError {
    Invalid(Vec<Problem>),
    /// Another request of the application holds the external id.
    Taken {
        holder: ConnectRequestId,
        made_at: Timestamp,
    },
    MayNot(MayNotConnect),
    /// Too much is being hashed just now, or the database does not answer.
    Unavailable,
}

/// Why no mail was queued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendError {
    Address(FieldError),
    /// The code does not work any more, so there is nothing to send.
    CodeOver,
    /// The last mail is still on its way.
    AlreadyQueued,
    NotFound,
    MayNot(MayNotConnect),
    Unavailable,
}

/// What a server function of the desk came to; the form wrapper builds its response from this alone.
#[derive(Clone)]
pub enum Outcome {
    Created(Created),
    /// The patient gets the screen, to type question and answer.
    HandedOver(Box<Draft>),
    NotCreated {
        draft: Box<Draft>,
        error: CreateError,
    },
    Sent(ConnectRequestId),
    /// `request` is what the form named, as typed.
    NotSent {
        request: String,
        email: String,
        error: SendError,
    },
}

/// Where a server function leaves its outcome for the form wrapper.
#[derive(Clone, Default)]
pub struct OutcomeCell(Arc<Mutex<Option<Outcome>>>);

impl OutcomeCell {
    pub fn put(&self, outcome: Outcome) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
    }

    pub fn take(&self) -> Option<Outcome> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

//! The patient's way: a code, an answer, a record, a decision. Here: its stages, the code, "not me".
//!
//! The answer is in `answers.rs`, the decision in `authorize.rs`.

use crate::audit::log::Entry;
use crate::journey::answers::wrong_count;
use crate::{Actor, Failure, InternalError, Journey, Outcome, reject};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{Code, ConnectRequest, Ending, NotMe};
use domain::event::EventKind;
use domain::identity_code::IdentityCode;
use domain::ids::{AuthorizationId, ConnectRequestId, PersonId, RecordId};
use domain::policy;
use domain::statistics::Reached;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use store::connect_requests::{self as table, Stored};
use store::{Tx, answer_tries};
use uuid::Uuid;

/// One way from a code to its end, as the session keeps it. The code itself is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    pub id: Uuid,
    pub request: ConnectRequestId,
    pub stage: Stage,
}

/// How far a patient has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// The code was right.
    Question { since: Timestamp },
    /// The answer was right.
    Answered {
        at: Timestamp,
        choice: Option<RecordChoice>,
        /// The letter names another record, and the patient means this one all the same.
        #[serde(default)]
        all_the_same: bool,
    },
    /// Connected.
    Done { authorization: AuthorizationId },
    /// It was refused for its time, and stays over, even where the clock is set back later.
    TimedOut,
}

impl Flow {
    /// Whether the way has taken longer than it may.
    pub fn is_over(&self, now: Timestamp) -> bool {
        match &self.stage {
            Stage::Question { since: at } | Stage::Answered { at, .. } => {
                now.since(*at) >= policy::FLOW
            }
            Stage::Done { .. } => false,
            Stage::TimedOut => true,
        }
    }

    /// The same way for anyone who signs in now: a choice was someone's own.
    #[must_use]
    pub fn without_choice(self) -> Self {
        let stage = match self.stage {
            Stage::Answered { at, .. } => Stage::Answered {
                at,
                choice: None,
                all_the_same: false,
            },
            other => other,
        };
        Self { stage, ..self }
    }
}

/// Which record is to be connected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecordChoice {
    Existing(RecordId),
    /// Made with the authorization, not before.
    New {
        name: String,
    },
}

/// The result of a typed code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    Found(ConnectRequestId),
    Unknown,
    /// Too many unknown codes from this address.
    SlowDown,
}

/// What a page of the way shows.
pub struct FlowView {
    pub application: Application,
    pub request: ConnectRequest,
    pub question: String,
    /// Answers left, once one was wrong.
    pub tries_left: Option<u32>,
}

/// Why the way ends here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowEnd {
    /// The request is gone: purged.
    Gone,
    Ending {
        ending: Ending,
        application: Box<Application>,
    },
}

/// What telling "not me" did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMeDone {
    Refused,
    OnlyTold,
}

impl Journey<'_> {
    /// Looks a well-formed code up. It is charged to the address it came from; one that someone made is given back.
    pub async fn enter_code(
        self,
        code: &IdentityCode,
        from: &str,
    ) -> Result<Entered, InternalError> {
        if !self.sign_ins().charge_code(from).await? {
            return Ok(Entered::SlowDown);
        }
        let mut tx = self.store().read().await?;
        let found =
            table::find_by_code(&mut tx, &self.connect_requests().code_digest(code)).await?;
        let Some(id) = found else {
            return Ok(Entered::Unknown);
        };
        let stored = table::get(&mut tx, id).await?;
        drop(tx);
        self.sign_ins().release_code(from).await?;
        if let Some(stored) = stored {
            self.note_entered(&stored).await?;
        }
        Ok(Entered::Found(id))
    }

    /// Counts that a working code was entered, once.
    async fn note_entered(self, stored: &Stored) -> Result<(), InternalError> {
        let works = stored.request.gate(self.ports().now(), None).is_ok();
        if works && stored.reached < Reached::Entered {
            let mut tx = self.store().begin().await?;
            self.installation()
                .reach(&mut tx, &stored.request, Reached::Entered)
                .await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// What a step shows, if the code may still be used (by `person`, once one is known).
    pub async fn flow_view(
        self,
        id: ConnectRequestId,
        person: Option<PersonId>,
    ) -> Outcome<FlowView, FlowEnd> {
        let looked = self.look_at_flow(id, person).await;
        self.noticing(id, looked).await
    }

    async fn look_at_flow(
        self,
        id: ConnectRequestId,
        person: Option<PersonId>,
    ) -> Outcome<FlowView, FlowEnd> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let Some(stored) = table::get(&mut tx, id).await? else {
            return reject(FlowEnd::Gone);
        };
        let application = self
            .application(&mut tx, stored.request.application)
            .await?;
        if let Err(ending) = stored.request.gate(now, person) {
            return reject(ended(ending, application));
        }
        let tries = answer_tries::list(&mut tx, id, now).await?;
        let wrong = wrong_count(&tries);
        Ok(FlowView {
            question: self.open_question(&stored)?,
            tries_left: (wrong > 0).then(|| stored.wrong_answers.saturating_sub(wrong)),
            request: stored.request,
            application,
        })
    }

    /// The clinic behind a request, for pages that only name it.
    pub async fn clinic(self, id: ConnectRequestId) -> Result<Option<Application>, InternalError> {
        let mut tx = self.store().read().await?;
        match table::get(&mut tx, id).await? {
            Some(stored) => Ok(Some(
                self.application(&mut tx, stored.request.application)
                    .await?,
            )),
            None => Ok(None),
        }
    }

    fn open_question(self, stored: &Stored) -> Result<String, InternalError> {
        let sealed = stored.question.as_deref();
        let sealed = sealed.ok_or(InternalError::Contradiction("connect_request"))?;
        let place = stored.request.id.0;
        Ok(self
            .sealer()
            .open_text("question", place.as_bytes(), sealed)?)
    }

    /// The request, locked, if its code may be used.
    pub(crate) async fn usable(
        self,
        tx: &mut Tx,
        id: ConnectRequestId,
        now: Timestamp,
    ) -> Outcome<Stored, FlowEnd> {
        self.usable_by(tx, id, now, None).await
    }

    pub(crate) async fn usable_by(
        self,
        tx: &mut Tx,
        id: ConnectRequestId,
        now: Timestamp,
        person: Option<PersonId>,
    ) -> Outcome<Stored, FlowEnd> {
        let Some(stored) = table::lock(tx, id).await? else {
            return reject(FlowEnd::Gone);
        };
        match stored.request.gate(now, person) {
            Ok(()) => Ok(stored),
            Err(ending) => {
                let application = self.application(tx, stored.request.application).await?;
                reject(ended(ending, application))
            }
        }
    }

    /// The holder of a code says that it was not meant for them.
    pub async fn not_me(self, id: ConnectRequestId) -> Outcome<NotMeDone, FlowEnd> {
        let done = self.reject(id).await;
        self.noticing(id, done).await
    }

    async fn reject(self, id: ConnectRequestId) -> Outcome<NotMeDone, FlowEnd> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let request = self.usable(&mut tx, id, now).await?.request;
        let application = request.application;
        // The gate was passed under the lock, so this cannot fail.
        let (done, request) = match request.clone().not_me(now) {
            Ok(NotMe::Refused(refused)) => {
                self.connect_requests()
                    .end(&mut tx, &refused, Code::Usable)
                    .await?;
                (NotMeDone::Refused, refused)
            }
            Ok(NotMe::OnlyTold(_)) | Err(_) => (NotMeDone::OnlyTold, request),
        };
        let entry = Entry {
            application: Some(application),
            actor: Actor::CodeHolder,
            action: Action::ConnectRequestNotMe,
            subject: Some(id.0),
            outcome: match done {
                NotMeDone::Refused => ActionOutcome::Refused,
                NotMeDone::OnlyTold => ActionOutcome::Told,
            },
        };
        // A code that someone connected with stays usable: it may be said of it any number of times.
        let entry = match done {
            NotMeDone::Refused => Some(entry),
            NotMeDone::OnlyTold => self.sign_ins().of_code_holder(&mut tx, entry).await?,
        };
        let Some(entry) = entry else {
            return Ok(done);
        };
        self.applications()
            .append_event(&mut tx, EventKind::Rejected, &request, None)
            .await?;
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        self.applications().notify(application);
        Ok(done)
    }

    /// Hands an outcome on. Where a code was refused as ended by the clock, its end is recorded first: a clock that
    /// steps back later revives nothing.
    pub(crate) async fn noticing<T>(
        self,
        id: ConnectRequestId,
        outcome: Outcome<T, FlowEnd>,
    ) -> Outcome<T, FlowEnd> {
        if let Err(Failure::Rejected(FlowEnd::Ending {
            ending: Ending::Ended { at },
            ..
        })) = &outcome
        {
            self.installation().end_by_clock(id, *at).await?;
        }
        outcome
    }
}

pub(crate) fn ended(ending: Ending, application: Application) -> FlowEnd {
    FlowEnd::Ending {
        ending,
        application: Box::new(application),
    }
}

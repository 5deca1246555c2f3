//! The answer to the secret question, each try reserved before it is evaluated.

use crate::audit::log::Entry;
use crate::journey::entry::{FlowEnd, ended};
use crate::journey::typed_answer::{Slip, TypedAnswer};
use crate::secrets::{Class, HashError, Hasher};
use crate::{Actor, InternalError, Journey, MailJob, Outcome, reject};
use domain::audit::{Action, ActionOutcome};
use domain::challenge::AnswerFold;
use domain::connect_request::{Code, Ending};
use domain::event::EventKind;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::statistics::Reached;
use domain::text::TextError;
use store::answer_tries;
use store::connect_requests as table;
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// The result of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Right,
    Wrong {
        left: u32,
    },
    /// The very same wrong answer as before: not charged.
    WrongAgain {
        left: u32,
    },
    /// Not evaluated.
    NotReadable(TextError),
    /// Not evaluated: the agreed answer has no blank at its end.
    BlankAtAnEnd,
    /// Not evaluated: the agreed answer does not end with a full stop.
    FullStopAtTheEnd,
    /// Not evaluated: others are being evaluated just now.
    TryAgain,
}

impl Journey<'_> {
    /// Evaluates an answer. A try is reserved before the answer is hashed and settled after: however many
    /// come at once, no more are evaluated than the request allows.
    pub async fn answer(self, id: ConnectRequestId, input: &str) -> Outcome<Answered, FlowEnd> {
        let answered = self.evaluate(id, input).await;
        self.noticing(id, answered).await
    }

    async fn evaluate(self, id: ConnectRequestId, input: &str) -> Outcome<Answered, FlowEnd> {
        let reserved = match self.reserve_try(id, input).await? {
            Ok(reserved) => reserved,
            Err(answered) => return Ok(answered),
        };
        let right = match self.is_right(&reserved).await {
            Ok(right) => right,
            Err(error) => {
                let mut tx = self.store().begin().await?;
                answer_tries::release(&mut tx, reserved.id).await?;
                tx.commit().await?;
                return match error {
                    HashError::Busy(_) => Ok(Answered::TryAgain),
                    failed => Err(failed.into()),
                };
            }
        };
        let answered = self.settle_try(id, &reserved, right).await?;
        if answered == Answered::Right && reserved.is_outdated() {
            self.renew_answer_hash(id, &reserved).await?;
        }
        Ok(answered)
    }

    async fn is_right(self, reserved: &Reserved) -> Result<bool, HashError> {
        let hasher = self.hasher();
        for form in reserved.answer.forms() {
            if hasher
                .verify(Class::Person, form, Some(&reserved.hash))
                .await?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn renew_answer_hash(
        self,
        id: ConnectRequestId,
        reserved: &Reserved,
    ) -> Result<(), InternalError> {
        let today = &reserved.answer.today;
        let hash = self.hasher().hash(Class::Person, today.as_bytes()).await?;
        let full_stop = today.ends_with_a_full_stop();
        let mut tx = self.store().begin().await?;
        table::renew_answer_hash(&mut tx, id, &reserved.hash, &hash, full_stop).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn reserve_try(
        self,
        id: ConnectRequestId,
        input: &str,
    ) -> Outcome<Result<Reserved, Answered>, FlowEnd> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let stored = self.usable(&mut tx, id, now).await?;
        let answer = match TypedAnswer::read(input, &stored) {
            Ok(answer) => answer,
            Err(error) => return Ok(Err(Answered::NotReadable(error))),
        };
        match answer.slip(&stored) {
            Some(Slip::BlankAtAnEnd) => return Ok(Err(Answered::BlankAtAnEnd)),
            Some(Slip::FullStopAtTheEnd) => return Ok(Err(Answered::FullStopAtTheEnd)),
            None => {}
        }
        let tries = answer_tries::list(&mut tx, id, now).await?;
        let answer_mac = self
            .sealer()
            .digest("answer", &[id.0.as_bytes(), answer.as_bytes()]);
        let left = stored.wrong_answers.saturating_sub(wrong_count(&tries));
        if tries
            .iter()
            .any(|one| one.is_wrong() && one.answer_mac.ct_eq(&answer_mac).into())
        {
            return Ok(Err(Answered::WrongAgain { left }));
        }
        if tries.len() >= stored.wrong_answers as usize {
            return Ok(Err(Answered::TryAgain));
        }
        let reserved = Reserved {
            id: self.ports().id(),
            hash: stored
                .answer_hash
                .ok_or(InternalError::Contradiction("connect_request"))?,
            fold: stored.answer_fold,
            answer,
        };
        answer_tries::reserve(
            &mut tx,
            reserved.id,
            id,
            &answer_mac,
            now,
            now + policy::TRY_LEASE,
        )
        .await?;
        tx.commit().await?;
        Ok(Ok(reserved))
    }

    async fn settle_try(
        self,
        id: ConnectRequestId,
        reserved: &Reserved,
        right: bool,
    ) -> Outcome<Answered, FlowEnd> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let stored = self.usable(&mut tx, id, now).await?;
        if !answer_tries::is_held(&mut tx, reserved.id, now).await? {
            return Ok(Answered::TryAgain);
        }
        let application = stored.request.application;
        let mut changes = true;
        let outcome = if right {
            let tries = answer_tries::list(&mut tx, id, now).await?;
            changes = wrong_count(&tries) > 0;
            answer_tries::settle_right(&mut tx, id, reserved.id).await?;
            if stored.reached < Reached::Answered {
                self.installation()
                    .reach(&mut tx, &stored.request, Reached::Answered)
                    .await?;
            }
            Ok(Answered::Right)
        } else {
            answer_tries::settle_wrong(&mut tx, reserved.id).await?;
            let tries = answer_tries::list(&mut tx, id, now).await?;
            match stored.wrong_answers.saturating_sub(wrong_count(&tries)) {
                0 => {
                    let stopped = stored.request.stop(now);
                    if let Ok(stopped) = &stopped {
                        self.connect_requests()
                            .end(&mut tx, stopped, Code::Usable)
                            .await?;
                        if stopped.email.is_some() {
                            self.outbox()
                                .queue(&mut tx, &MailJob::Stopped { request: id })
                                .await?;
                        }
                        self.applications()
                            .append_event(&mut tx, EventKind::Stopped, stopped, None)
                            .await?;
                    }
                    Err(Ending::Stopped)
                }
                left => Ok(Answered::Wrong { left }),
            }
        };
        let entry = Entry {
            application: Some(application),
            actor: Actor::CodeHolder,
            action: Action::ConnectRequestAnswer,
            subject: Some(id.0),
            outcome: match &outcome {
                Ok(Answered::Right) => ActionOutcome::Right,
                Ok(_) => ActionOutcome::Wrong,
                Err(_) => ActionOutcome::Stopped,
            },
        };
        // A right answer that is given again changes nothing.
        let entry = if changes {
            Some(entry)
        } else {
            self.sign_ins().of_code_holder(&mut tx, entry).await?
        };
        let clinic = self.application(&mut tx, application).await?;
        if let Some(entry) = entry {
            self.audit().record(&mut tx, entry).await?;
        }
        tx.commit().await?;
        self.applications().notify(application);
        match outcome {
            Ok(answered) => Ok(answered),
            Err(ending) => reject(ended(ending, clinic)),
        }
    }
}

/// A try that may be evaluated.
struct Reserved {
    id: Uuid,
    hash: String,
    /// By which rule the agreed answer was folded.
    fold: AnswerFold,
    answer: TypedAnswer,
}

impl Reserved {
    /// Whether the stored hash was made by an earlier rule, or with weaker numbers than today's.
    fn is_outdated(&self) -> bool {
        self.fold != AnswerFold::TODAY || Hasher::is_outdated(&self.hash)
    }
}

pub(crate) fn wrong_count(tries: &[answer_tries::Try]) -> u32 {
    let wrong = tries.iter().filter(|one| one.is_wrong()).count();
    u32::try_from(wrong).unwrap_or(u32::MAX)
}

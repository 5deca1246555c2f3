//! The patient's way: a code, an answer, a record, a decision.

use super::audit::Entry;
use super::seen::Seen;
use super::{Actor, Failure, Fault, MailJob, Outcome, Services, refuse};
use crate::secrets::{Class, HashError, Hasher};
use crate::store::connect_requests::{self as table, Stored};
use crate::store::pickups::Pickup;
use crate::store::{Tx, answer_tries, authorizations, connections, persons, pickups, records};
use app::domain::application::{Application, Rule};
use app::domain::audit::{Action, ActionOutcome};
use app::domain::authorization::Authorization;
use app::domain::challenge::{AnswerMode, FoldedAnswer};
use app::domain::connect_request::{ConnectRequest, Ending, NotMe};
use app::domain::event::EventKind;
use app::domain::identity_code::IdentityCode;
use app::domain::ids::{AuthorizationId, ConnectRequestId, PersonId, RecordId};
use app::domain::policy;
use app::domain::record::Record;
use app::domain::tally::Counted;
use app::domain::text::{self, TextError};
use app::domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
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
    },
    /// Connected.
    Done { authorization: AuthorizationId },
    /// It was refused for its time, and stays over whatever the clock says later.
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

/// What became of a typed code.
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

/// What became of an answer.
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
    /// Not evaluated: others are being evaluated just now.
    TryAgain,
}

/// What telling "not me" did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMeDone {
    Refused,
    OnlyTold,
}

/// What a record choice refers to, for the last page.
pub enum Chosen {
    Existing(Record),
    New { name: String },
}

impl Chosen {
    fn name(&self) -> &str {
        match self {
            Self::Existing(record) => &record.name,
            Self::New { name } => name,
        }
    }
}

/// What the last page promises: who learns what about which record.
#[derive(Serialize)]
struct Promise<'a> {
    clinic: &'a str,
    privacy_url: Option<&'a str>,
    terms_url: Option<&'a str>,
    rules: &'a [Rule],
    friendly_name: &'a str,
    holder: &'a str,
    /// None where it is made with the authorization.
    record: Option<Uuid>,
    record_name: &'a str,
}

/// A decision of the last page, and what it was about.
pub struct Decision<'a> {
    pub choice: &'a RecordChoice,
    /// Names of the optional rules that were ticked.
    pub optional_rules: &'a [String],
    /// What the page showed.
    pub seen: Seen,
}

/// A pick-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connected {
    pub authorization: AuthorizationId,
    pub record: RecordId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorizeRefusal {
    End(FlowEnd),
    /// The chosen record is not the person's.
    NoSuchRecord,
    /// The page promised something else than what holds now.
    Changed,
}

impl Services {
    /// Looks a well-formed code up. It is charged to the address it came from; one that somebody made is given back.
    pub async fn enter_code(&self, code: &IdentityCode, from: &str) -> Result<Entered, Fault> {
        if !self.charge_code(from).await? {
            return Ok(Entered::SlowDown);
        }
        let mut tx = self.0.store.read().await?;
        let found = table::find_by_code(&mut tx, &self.code_digest(code)).await?;
        drop(tx);
        let Some(id) = found else {
            return Ok(Entered::Unknown);
        };
        self.release_code(from).await?;
        Ok(Entered::Found(id))
    }

    /// What a step shows, if the code may still be used (by `person`, once one is known).
    pub async fn flow_view(
        &self,
        id: ConnectRequestId,
        person: Option<PersonId>,
    ) -> Outcome<FlowView, FlowEnd> {
        let looked = self.look_at_flow(id, person).await;
        self.noticing(id, looked).await
    }

    async fn look_at_flow(
        &self,
        id: ConnectRequestId,
        person: Option<PersonId>,
    ) -> Outcome<FlowView, FlowEnd> {
        let now = self.0.ports.now();
        let mut tx = self.0.store.read().await?;
        let Some(stored) = table::get(&mut tx, id).await? else {
            return refuse(FlowEnd::Gone);
        };
        let application = self
            .application(&mut tx, stored.request.application)
            .await?;
        if let Err(ending) = stored.request.gate(now, person) {
            return refuse(ended(ending, application));
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
    pub async fn clinic(&self, id: ConnectRequestId) -> Result<Option<Application>, Fault> {
        let mut tx = self.0.store.read().await?;
        match table::get(&mut tx, id).await? {
            Some(stored) => Ok(Some(
                self.application(&mut tx, stored.request.application)
                    .await?,
            )),
            None => Ok(None),
        }
    }

    fn open_question(&self, stored: &Stored) -> Result<String, Fault> {
        stored
            .question
            .as_deref()
            .and_then(|sealed| {
                self.0
                    .sealer
                    .open_text("question", stored.request.id.0.as_bytes(), sealed)
            })
            .ok_or(Fault::Unreadable("connect_request"))
    }

    /// Evaluates an answer. A try is reserved before the answer is hashed and settled after: however many
    /// come at once, no more are evaluated than the request allows.
    pub async fn answer(&self, id: ConnectRequestId, input: &str) -> Outcome<Answered, FlowEnd> {
        let answered = self.evaluate(id, input).await;
        self.noticing(id, answered).await
    }

    async fn evaluate(&self, id: ConnectRequestId, input: &str) -> Outcome<Answered, FlowEnd> {
        let reserved = match self.reserve_try(id, input).await? {
            Ok(reserved) => reserved,
            Err(answered) => return Ok(answered),
        };
        let verified = self
            .0
            .hasher
            .verify(
                Class::Person,
                reserved.answer.as_bytes(),
                Some(&reserved.hash),
            )
            .await;
        let right = match verified {
            Ok(right) => right,
            Err(error) => {
                let mut tx = self.0.store.begin().await?;
                answer_tries::release(&mut tx, reserved.id).await?;
                tx.commit().await?;
                return match error {
                    HashError::Busy(_) => Ok(Answered::TryAgain),
                    failed => Err(failed.into()),
                };
            }
        };
        let answered = self.settle_try(id, &reserved, right).await?;
        if answered == Answered::Right && Hasher::is_outdated(&reserved.hash) {
            let hash = self
                .0
                .hasher
                .hash(Class::Person, reserved.answer.as_bytes())
                .await?;
            let mut tx = self.0.store.begin().await?;
            table::set_answer_hash(&mut tx, id, &hash).await?;
            tx.commit().await?;
        }
        Ok(answered)
    }

    async fn reserve_try(
        &self,
        id: ConnectRequestId,
        input: &str,
    ) -> Outcome<Result<Reserved, Answered>, FlowEnd> {
        let mut tx = self.0.store.begin().await?;
        let now = self.0.ports.now();
        let stored = self.usable(&mut tx, id, now).await?;
        let answer = match FoldedAnswer::parse(input, stored.request.answer_mode) {
            Ok(answer) => answer,
            Err(error) => return Ok(Err(Answered::NotReadable(error))),
        };
        let strict = stored.request.answer_mode == AnswerMode::Strict;
        if strict && answer.has_blank_at_an_end() && !stored.answer_edges {
            return Ok(Err(Answered::BlankAtAnEnd));
        }
        let tries = answer_tries::list(&mut tx, id, now).await?;
        let answer_mac = self
            .0
            .sealer
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
            id: self.0.ports.id(),
            hash: stored
                .answer_hash
                .ok_or(Fault::Unreadable("connect_request"))?,
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
        &self,
        id: ConnectRequestId,
        reserved: &Reserved,
        right: bool,
    ) -> Outcome<Answered, FlowEnd> {
        let mut tx = self.0.store.begin().await?;
        let now = self.0.ports.now();
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
            Ok(Answered::Right)
        } else {
            answer_tries::settle_wrong(&mut tx, reserved.id).await?;
            let tries = answer_tries::list(&mut tx, id, now).await?;
            match stored.wrong_answers.saturating_sub(wrong_count(&tries)) {
                0 => {
                    let stopped = stored.request.stop(now);
                    if let Ok(stopped) = &stopped {
                        self.end(&mut tx, stopped).await?;
                        if stopped.email.is_some() {
                            self.queue(&mut tx, &MailJob::Stopped { request: id })
                                .await?;
                        }
                        self.tell(&mut tx, EventKind::Stopped, stopped, None)
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
            self.of_code_holder(&mut tx, entry).await?
        };
        let clinic = self.application(&mut tx, application).await?;
        if let Some(entry) = entry {
            self.audit(&mut tx, entry).await?;
        }
        tx.commit().await?;
        self.wake(application);
        match outcome {
            Ok(answered) => Ok(answered),
            Err(ending) => refuse(ended(ending, clinic)),
        }
    }

    /// The request, locked, if its code may be used.
    async fn usable(
        &self,
        tx: &mut Tx,
        id: ConnectRequestId,
        now: Timestamp,
    ) -> Outcome<Stored, FlowEnd> {
        self.usable_by(tx, id, now, None).await
    }

    async fn usable_by(
        &self,
        tx: &mut Tx,
        id: ConnectRequestId,
        now: Timestamp,
        person: Option<PersonId>,
    ) -> Outcome<Stored, FlowEnd> {
        let Some(stored) = table::lock(tx, id).await? else {
            return refuse(FlowEnd::Gone);
        };
        match stored.request.gate(now, person) {
            Ok(()) => Ok(stored),
            Err(ending) => {
                let application = self.application(tx, stored.request.application).await?;
                refuse(ended(ending, application))
            }
        }
    }

    /// The holder of a code says that it was not meant for them.
    pub async fn not_me(&self, id: ConnectRequestId) -> Outcome<NotMeDone, FlowEnd> {
        let done = self.reject(id).await;
        self.noticing(id, done).await
    }

    async fn reject(&self, id: ConnectRequestId) -> Outcome<NotMeDone, FlowEnd> {
        let mut tx = self.0.store.begin().await?;
        let now = self.0.ports.now();
        let request = self.usable(&mut tx, id, now).await?.request;
        let application = request.application;
        // The gate was passed under the lock, so this cannot fail.
        let (done, request) = match request.clone().not_me(now) {
            Ok(NotMe::Refused(refused)) => {
                self.end(&mut tx, &refused).await?;
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
        // A code that somebody connected with stays usable: it may be said of it any number of times.
        let entry = match done {
            NotMeDone::Refused => Some(entry),
            NotMeDone::OnlyTold => self.of_code_holder(&mut tx, entry).await?,
        };
        let Some(entry) = entry else {
            return Ok(done);
        };
        self.tell(&mut tx, EventKind::Rejected, &request, None)
            .await?;
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        self.wake(application);
        Ok(done)
    }

    /// Reads a choice from the form: an id, or a new record's name.
    pub async fn choose_record(
        &self,
        person: PersonId,
        choice: &RecordChoice,
    ) -> Result<Option<Chosen>, Fault> {
        let mut tx = self.0.store.read().await?;
        chosen(&mut tx, person, choice).await
    }

    /// A new record's name, as typed.
    pub fn record_name(input: &str) -> Result<String, TextError> {
        text::line(input, policy::NAME_MAX)
    }

    /// What the last page shows, for its form.
    pub fn promised(
        &self,
        application: &Application,
        request: &ConnectRequest,
        holder: &str,
        chosen: &Chosen,
    ) -> Seen {
        let promise = Promise {
            clinic: &application.name,
            privacy_url: application.privacy_url.as_deref(),
            terms_url: application.terms_url.as_deref(),
            rules: &application.rules,
            friendly_name: &request.friendly_name,
            holder,
            record: match chosen {
                Chosen::Existing(record) => Some(record.id.0),
                Chosen::New { .. } => None,
            },
            record_name: chosen.name(),
        };
        self.seen("authorize", &promise)
    }

    /// Connects: binds the request to the person, grants, tells the application. However often one way's last
    /// step is sent, it is done once. Nothing is granted that the page did not show.
    pub async fn authorize(
        &self,
        flow: &Flow,
        person: PersonId,
        decision: &Decision<'_>,
    ) -> Outcome<Connected, AuthorizeRefusal> {
        match self.authorize_once(flow, person, decision).await {
            Err(Failure::Refused(AuthorizeRefusal::End(end))) => self
                .noticing(flow.request, refuse(end))
                .await
                .map_err(|failure| failure.map(AuthorizeRefusal::End)),
            outcome => outcome,
        }
    }

    async fn authorize_once(
        &self,
        flow: &Flow,
        person: PersonId,
        decision: &Decision<'_>,
    ) -> Outcome<Connected, AuthorizeRefusal> {
        let mut tx = self.0.store.begin().await?;
        let now = self.0.ports.now();
        let stored = self
            .usable_by(&mut tx, flow.request, now, Some(person))
            .await
            .map_err(|failure| failure.map(AuthorizeRefusal::End))?;
        if let Some((record, authorization)) =
            pickups::of_flow(&mut tx, flow.request, flow.id).await?
        {
            return Ok(Connected {
                authorization,
                record,
            });
        }
        let application = self
            .application(&mut tx, stored.request.application)
            .await?;
        let chosen = chosen(&mut tx, person, decision.choice).await?;
        let holder = persons::find(&mut tx, person).await?;
        let (Some(chosen), Some(holder)) = (chosen, holder) else {
            return refuse(AuthorizeRefusal::NoSuchRecord);
        };
        let promised = self.promised(&application, &stored.request, &holder.name, &chosen);
        if !decision.seen.is(&promised) {
            return refuse(AuthorizeRefusal::Changed);
        }
        let record = self.record_for(&mut tx, person, chosen, now).await?;
        let first = stored.request.binding.is_none();
        let request = match stored.request.pick_up(person, now) {
            Ok(request) => request,
            Err(ending) => return refuse(AuthorizeRefusal::End(ended(ending, application))),
        };
        table::update(&mut tx, &request).await?;
        if first {
            self.count(&mut tx, &request, Counted::Connected).await?;
        }
        let granted = Authorization {
            id: AuthorizationId(self.0.ports.id()),
            application: application.id,
            person,
            record,
            rules: granted_rules(&application, decision.optional_rules),
            granted_at: now,
            revoked_at: None,
        };
        let authorization = authorizations::grant(&mut tx, &granted).await?;
        let pickup = Pickup {
            connect_request: request.id,
            record,
            authorization,
            application: application.id,
            person,
            flow: flow.id,
            at: now,
        };
        pickups::put(&mut tx, &pickup).await?;
        connections::begin(
            &mut tx,
            application.id,
            &request.external_id,
            authorization,
            now,
        )
        .await?;
        self.queue(
            &mut tx,
            &MailJob::Receipt {
                person,
                application: application.id,
            },
        )
        .await?;
        self.tell(
            &mut tx,
            EventKind::Authorized,
            &request,
            Some((person, record)),
        )
        .await?;
        let entry = Entry {
            application: Some(application.id),
            actor: Actor::Person(person),
            action: Action::ConnectRequestAuthorize,
            subject: Some(request.id.0),
            outcome: ActionOutcome::Connected,
        };
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        self.wake(application.id);
        Ok(Connected {
            authorization,
            record,
        })
    }

    async fn record_for(
        &self,
        tx: &mut Tx,
        person: PersonId,
        chosen: Chosen,
        now: Timestamp,
    ) -> Result<RecordId, Fault> {
        match chosen {
            Chosen::Existing(record) => Ok(record.id),
            Chosen::New { name } => {
                let record = Record {
                    id: RecordId(self.0.ports.id()),
                    name,
                    made_at: now,
                };
                records::insert(tx, person, &record).await?;
                Ok(record.id)
            }
        }
    }

    /// Hands an outcome on. Where a code was refused as ended by the clock, its end is recorded first: a clock that
    /// steps back later revives nothing.
    async fn noticing<T>(
        &self,
        id: ConnectRequestId,
        outcome: Outcome<T, FlowEnd>,
    ) -> Outcome<T, FlowEnd> {
        if let Err(Failure::Refused(FlowEnd::Ending {
            ending: Ending::Ended { at },
            ..
        })) = &outcome
        {
            self.end_by_clock(id, *at).await?;
        }
        outcome
    }
}

/// What a choice refers to; None where the record is not the person's.
async fn chosen(
    tx: &mut Tx,
    person: PersonId,
    choice: &RecordChoice,
) -> Result<Option<Chosen>, Fault> {
    Ok(match choice {
        RecordChoice::New { name } => Some(Chosen::New { name: name.clone() }),
        RecordChoice::Existing(id) => {
            let found = records::find(tx, person, *id).await?;
            found.map(Chosen::Existing)
        }
    })
}

/// A try that may be evaluated.
struct Reserved {
    id: Uuid,
    hash: String,
    answer: FoldedAnswer,
}

fn wrong_count(tries: &[answer_tries::Try]) -> u32 {
    let wrong = tries.iter().filter(|one| one.is_wrong()).count();
    u32::try_from(wrong).unwrap_or(u32::MAX)
}

fn ended(ending: Ending, application: Application) -> FlowEnd {
    FlowEnd::Ending {
        ending,
        application: Box::new(application),
    }
}

/// The rules that the application requires, and those of its optional ones that were ticked.
fn granted_rules(application: &Application, ticked: &[String]) -> Vec<Rule> {
    application
        .rules
        .iter()
        .filter(|rule| !rule.optional || ticked.contains(&rule.name))
        .cloned()
        .collect()
}

//! The decision: which record, what is promised, and the connection itself.

use crate::audit::log::Entry;
use crate::journey::entry::{Flow, FlowEnd, RecordChoice, ended};
use crate::people::accounts::SignedInPerson;
use crate::seen::Seen;
use crate::{Actor, Failure, InternalError, Journey, MailJob, Outcome, reject};
use domain::application::{Application, Rule};
use domain::audit::{Action, ActionOutcome};
use domain::authorization::Authorization;
use domain::connect_request::ConnectRequest;
use domain::event::EventKind;
use domain::ids::{AuthorizationId, PersonId, RecordId};
use domain::likeness::{self, Verdict};
use domain::policy;
use domain::record::{About, Record};
use domain::statistics::Counted;
use domain::timestamp::Timestamp;
use serde::Serialize;
use store::connect_requests as table;
use store::pickups::Pickup;
use store::{Tx, authorizations, connections, persons, pickups, records};
use uuid::Uuid;

/// What a record choice refers to, for the last page.
pub enum Chosen {
    Existing(Record),
    New { name: String },
}

impl Chosen {
    pub fn name(&self) -> &str {
        match self {
            Self::Existing(record) => &record.name,
            Self::New { name } => name,
        }
    }

    /// None where it is made with the authorization.
    pub fn id(&self) -> Option<RecordId> {
        match self {
            Self::Existing(record) => Some(record.id),
            Self::New { .. } => None,
        }
    }
}

/// What a decision is about: whose record, beside which others, and how well it fits the letter.
pub struct Consent {
    /// The name of the account's holder.
    pub holder: String,
    pub chosen: Chosen,
    /// The person's other records.
    pub others: Vec<Record>,
    pub verdict: Verdict,
}

impl Consent {
    /// Of the others, those that fit the letter better.
    pub fn better(&self) -> impl Iterator<Item = &Record> {
        let better = self.verdict.better().iter();
        better.filter_map(|index| self.others.get(*index))
    }

    /// Whether a new record would have the name of another one.
    pub fn is_taken(&self) -> bool {
        matches!(self.chosen, Chosen::New { .. }) && is_taken(&self.others, self.chosen.name())
    }

    /// Whether a new record would be one more than a person may have.
    pub fn is_too_many(&self) -> bool {
        matches!(self.chosen, Chosen::New { .. }) && self.others.len() >= policy::RECORDS
    }

    pub(crate) fn shown(&self, all_the_same: bool) -> Shown<'_> {
        Shown {
            holder: &self.holder,
            record: self.chosen.id().map(|id| id.0),
            record_name: self.chosen.name(),
            verdict: self.verdict.name(),
            better: self.better().map(|record| record.id.0).collect(),
            all_the_same,
        }
    }
}

/// Whether one of the records has this name, as a reader takes names.
pub fn is_taken(records: &[Record], name: &str) -> bool {
    let mut names = records.iter().map(|record| record.name.as_str());
    names.any(|known| likeness::is_same_name(known, name))
}

/// What a page says about the record.
#[derive(Serialize)]
pub(crate) struct Shown<'a> {
    holder: &'a str,
    /// None where it is made with the authorization.
    record: Option<Uuid>,
    record_name: &'a str,
    verdict: &'static str,
    better: Vec<Uuid>,
    /// The patient said that they mean a record which fits ill.
    all_the_same: bool,
}

/// What a patient answers who is asked whether a record is the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordAnswer {
    ThisOne,
    AnotherOne,
    NotSure,
}

impl RecordAnswer {
    const fn outcome(self) -> ActionOutcome {
        match self {
            Self::ThisOne => ActionOutcome::ThisRecord,
            Self::AnotherOne => ActionOutcome::AnotherRecord,
            Self::NotSure => ActionOutcome::NotSure,
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
    about: Shown<'a>,
}

/// A decision of the last page, and what it was about.
pub struct Decision<'a> {
    pub choice: &'a RecordChoice,
    /// Names of the optional rules that were ticked.
    pub optional_rules: &'a [String],
    /// The patient means this record although the letter names another one.
    pub all_the_same: bool,
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
pub enum AuthorizeRejection {
    End(FlowEnd),
    /// The chosen record is not the person's.
    NoSuchRecord,
    /// All sessions of their round were ended, by a new password among others.
    SignedOut,
    /// The page promised something else than what holds now.
    Changed,
    /// The record fits the letter ill, and the patient did not say that they mean it.
    RecordInDoubt,
    /// Another record of the person has the new one's name.
    NameTaken,
    /// The person has as many records as one may have.
    TooManyRecords,
}

impl Journey<'_> {
    /// What a choice is about; None where the record is not the person's.
    pub async fn consent(
        self,
        person: PersonId,
        friendly_name: &str,
        choice: &RecordChoice,
    ) -> Result<Option<Consent>, InternalError> {
        let mut tx = self.store().read().await?;
        consent(&mut tx, person, friendly_name, choice).await
    }

    /// What the last page shows, for its form.
    pub fn promised(
        self,
        application: &Application,
        request: &ConnectRequest,
        consent: &Consent,
        all_the_same: bool,
    ) -> Seen {
        let promise = Promise {
            clinic: &application.name,
            privacy_url: application.privacy_url.as_deref(),
            terms_url: application.terms_url.as_deref(),
            rules: &application.rules,
            friendly_name: &request.friendly_name,
            about: consent.shown(all_the_same),
        };
        self.seen("authorize", &promise)
    }

    /// Notes what the patient answered to the question whether this is the right record; false where their page
    /// asked about something else than what holds now.
    pub async fn answer_about_record(
        self,
        flow: &Flow,
        person: PersonId,
        choice: &RecordChoice,
        answer: RecordAnswer,
        seen: &Seen,
    ) -> Outcome<bool, FlowEnd> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let request = self
            .usable_by(&mut tx, flow.request, now, Some(person))
            .await?
            .request;
        let application = self.application(&mut tx, request.application).await?;
        let consent = consent(&mut tx, person, &request.friendly_name, choice).await?;
        let asked = consent.is_some_and(|consent| {
            seen.is(&self.promised(&application, &request, &consent, false))
        });
        if !asked {
            return Ok(false);
        }
        let entry = Entry {
            application: Some(application.id),
            actor: Actor::Person(person),
            action: Action::ConnectRequestCheckRecord,
            subject: Some(request.id.0),
            outcome: answer.outcome(),
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Connects: binds the request to the person, grants, tells the application. However often one way's last
    /// step is sent, it is done once. Nothing is granted that the page did not show.
    pub async fn authorize(
        self,
        flow: &Flow,
        by: SignedInPerson,
        decision: &Decision<'_>,
    ) -> Outcome<Connected, AuthorizeRejection> {
        match self.authorize_once(flow, by, decision).await {
            Err(Failure::Rejected(AuthorizeRejection::End(end))) => self
                .noticing(flow.request, reject(end))
                .await
                .map_err(|failure| failure.map(AuthorizeRejection::End)),
            outcome => outcome,
        }
    }

    async fn authorize_once(
        self,
        flow: &Flow,
        by: SignedInPerson,
        decision: &Decision<'_>,
    ) -> Outcome<Connected, AuthorizeRejection> {
        let person = by.person;
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        let stored = self
            .usable_by(&mut tx, flow.request, now, Some(person))
            .await
            .map_err(|failure| failure.map(AuthorizeRejection::End))?;
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
        let consent = self
            .agreed(&mut tx, &application, &stored.request, by, decision)
            .await?;
        let outcome = connected(&consent.verdict);
        let record = self
            .record_for(&mut tx, person, consent.chosen, now)
            .await?;
        let first = stored.request.binding.is_none();
        let request = match stored.request.pick_up(person, now) {
            Ok(request) => request,
            Err(ending) => return reject(AuthorizeRejection::End(ended(ending, application))),
        };
        table::update(&mut tx, &request).await?;
        if first {
            self.installation()
                .count(&mut tx, &request, Counted::Connected)
                .await?;
        }
        let granted = Authorization {
            id: AuthorizationId(self.ports().id()),
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
        self.outbox()
            .queue(
                &mut tx,
                &MailJob::Receipt {
                    person,
                    application: application.id,
                    authorization: Some(authorization),
                },
            )
            .await?;
        self.applications()
            .append_event(
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
            outcome,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        self.applications().notify(application.id);
        Ok(Connected {
            authorization,
            record,
        })
    }

    /// What the person decided on, if their page showed it and they said all that it takes.
    async fn agreed(
        self,
        tx: &mut Tx,
        application: &Application,
        request: &ConnectRequest,
        by: SignedInPerson,
        decision: &Decision<'_>,
    ) -> Outcome<Consent, AuthorizeRejection> {
        // With the row's lock, two tabs make no two records of one name.
        if self.people().still_signed_in(tx, by).await?.is_none() {
            return reject(AuthorizeRejection::SignedOut);
        }
        let consent = consent(tx, by.person, &request.friendly_name, decision.choice).await?;
        let Some(consent) = consent else {
            return reject(AuthorizeRejection::NoSuchRecord);
        };
        if consent.is_taken() {
            return reject(AuthorizeRejection::NameTaken);
        }
        if consent.is_too_many() {
            return reject(AuthorizeRejection::TooManyRecords);
        }
        let promised = self.promised(application, request, &consent, decision.all_the_same);
        if !decision.seen.is(&promised) {
            return reject(AuthorizeRejection::Changed);
        }
        if consent.verdict.asks() && !decision.all_the_same {
            return reject(AuthorizeRejection::RecordInDoubt);
        }
        Ok(consent)
    }

    pub(crate) async fn record_for(
        self,
        tx: &mut Tx,
        person: PersonId,
        chosen: Chosen,
        now: Timestamp,
    ) -> Result<RecordId, InternalError> {
        match chosen {
            Chosen::Existing(record) => Ok(record.id),
            Chosen::New { name } => {
                let record = Record {
                    id: RecordId(self.ports().id()),
                    name,
                    made_at: now,
                    about: About::default(),
                };
                records::insert(tx, person, &record).await?;
                Ok(record.id)
            }
        }
    }
}

/// The audit log says where the names differ and the patient meant the record all the same.
const fn connected(verdict: &Verdict) -> ActionOutcome {
    if verdict.asks() {
        ActionOutcome::ConnectedAllTheSame
    } else {
        ActionOutcome::Connected
    }
}

/// What a choice is about; None where the record is not the person's.
pub(crate) async fn consent(
    tx: &mut Tx,
    person: PersonId,
    friendly_name: &str,
    choice: &RecordChoice,
) -> Result<Option<Consent>, InternalError> {
    let Some(holder) = persons::find(tx, person).await? else {
        return Ok(None);
    };
    let mut others = records::list(tx, person).await?;
    let chosen = match choice {
        RecordChoice::New { name } => Chosen::New { name: name.clone() },
        RecordChoice::Existing(id) => {
            let Some(at) = others.iter().position(|record| record.id == *id) else {
                return Ok(None);
            };
            Chosen::Existing(others.remove(at))
        }
    };
    let names: Vec<&str> = others.iter().map(|record| record.name.as_str()).collect();
    let verdict = likeness::judge(friendly_name, chosen.name(), &names);
    Ok(Some(Consent {
        holder: holder.name,
        chosen,
        verdict,
        others,
    }))
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

//! The decision: which record, what is promised, and the connection itself.

use super::consent::{Chosen, Consent, consent, granted_rules};
use crate::audit::log::Entry;
use crate::journey::entry::{Flow, FlowEnd, RecordChoice, ended};
use crate::people::accounts::SignedInPerson;
use crate::seen::Seen;
use crate::{Actor, Failure, InternalError, Journey, MailJob, Outcome, reject};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::authorization::Authorization;
use domain::connect_request::ConnectRequest;
use domain::event::EventKind;
use domain::ids::{AuthorizationId, PersonId, RecordId};
use domain::likeness::Verdict;
use domain::record::{About, Record};
use domain::timestamp::Timestamp;
use store::connect_requests as table;
use store::pickups::Pickup;
use store::{Tx, authorizations, connections, pickups, records};

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
    /// The page promised something other than what holds now.
    Changed,
    /// The record fits the letter ill, and the patient did not say that they mean it.
    RecordInDoubt,
    /// Another record of the person has the new one's name.
    NameTaken,
    /// The person has as many records as one may have.
    TooManyRecords,
}

impl Journey<'_> {
    /// Notes what the patient answered to the question whether this is the right record; false where their page
    /// asked about something other than what holds now.
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
        let reached = stored.reached;
        let request = match stored.request.pick_up(person, now) {
            Ok(request) => request,
            Err(ending) => return reject(AuthorizeRejection::End(ended(ending, application))),
        };
        table::update(&mut tx, &request).await?;
        if first {
            self.installation()
                .count_connected(&mut tx, &request, reached)
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

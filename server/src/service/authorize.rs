//! The decision: which record, what is promised, and the connection itself.

use super::audit::Entry;
use super::patient::{Flow, FlowEnd, RecordChoice, ended};
use super::seen::Seen;
use super::{Actor, Failure, Fault, MailJob, Outcome, Services, refuse};
use crate::store::connect_requests as table;
use crate::store::pickups::Pickup;
use crate::store::{Tx, authorizations, connections, persons, pickups, records};
use app::domain::application::{Application, Rule};
use app::domain::authorization::Authorization;
use app::domain::connect_request::ConnectRequest;
use app::domain::event::EventKind;
use app::domain::ids::{AuthorizationId, PersonId, RecordId};
use app::domain::policy;
use app::domain::record::Record;
use app::domain::tally::Counted;
use app::domain::text::{self, TextError};
use app::domain::timestamp::Timestamp;
use serde::Serialize;
use uuid::Uuid;

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
            action: "connect-request.authorize",
            subject: Some(request.id.0),
            outcome: "connected",
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

/// The rules that the application requires, and those of its optional ones that were ticked.
fn granted_rules(application: &Application, ticked: &[String]) -> Vec<Rule> {
    application
        .rules
        .iter()
        .filter(|rule| !rule.optional || ticked.contains(&rule.name))
        .cloned()
        .collect()
}

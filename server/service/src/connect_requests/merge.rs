//! Two external ids that are one patient become one. What was connected by either is under the one that stays.

use crate::audit::log::Entry;
use crate::seen::Seen;
use crate::{Caller, ConnectRequests, Failure, InternalError, Outcome, reject};
use domain::application::MayNotConnect;
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{ConnectRequest, Standing};
use domain::event::{Event, EventKind};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, ConnectRequestId, PersonId};
use domain::new_request::FieldError;
use domain::timestamp::Timestamp;
use store::Tx;
use store::connect_requests as table;
use store::connections;
use store::events;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeRejection {
    Invalid(FieldError),
    /// It is the request's own external id.
    Same,
    MayNot(MayNotConnect),
    NotFound,
    /// One of the two changed in the meantime, or was replaced or deleted.
    Over,
    /// Each is connected, by different people, and no one said that this is right.
    DifferentPeople,
}

/// What is under an external id.
pub struct Side {
    pub external_id: ExternalId,
    /// The one that holds it.
    pub request: Option<(ConnectRequest, Standing)>,
    /// Records that are connected.
    pub connected: usize,
    /// The latest of them.
    pub connected_since: Option<Timestamp>,
}

/// Two external ids before they become one.
pub struct Merging {
    pub leaving: Side,
    pub staying: Side,
    /// Each is connected, by different people.
    pub different_people: bool,
    /// What its page shows.
    pub seen: Seen,
}

/// A live connection.
struct Live {
    person: PersonId,
    since: Timestamp,
}

/// What is known under both ids, read within one transaction.
struct Both {
    leaving: ConnectRequest,
    staying: Option<ConnectRequest>,
    held: [Vec<Live>; 2],
}

impl Both {
    fn different_people(&self) -> bool {
        let people = |held: &[Live]| {
            let mut people: Vec<_> = held.iter().map(|holding| holding.person).collect();
            people.sort_unstable();
            people.dedup();
            people
        };
        let [leaving, staying] = &self.held;
        !leaving.is_empty() && !staying.is_empty() && people(leaving) != people(staying)
    }
}

impl ConnectRequests<'_> {
    /// What would become one: the request's external id goes, the other one stays.
    pub async fn merging(
        self,
        caller: Caller,
        id: ConnectRequestId,
        staying: &str,
    ) -> Outcome<Merging, MergeRejection> {
        let staying = parsed(staying)?;
        let mut tx = self.store().read().await?;
        let both = self.both(&mut tx, caller, id, &staying).await?;
        let different_people = both.different_people();
        let seen = self.both_shown(&both);
        let now = self.ports().now();
        let [held, held_staying] = &both.held;
        let leaving = side(
            both.leaving.external_id.clone(),
            Some(both.leaving),
            held,
            now,
        );
        Ok(Merging {
            leaving,
            staying: side(staying, both.staying, held_staying, now),
            different_people,
            seen,
        })
    }

    /// Makes two external ids one; the application is told. Answers the request that holds the one that stays.
    pub async fn merge(
        self,
        caller: Caller,
        id: ConnectRequestId,
        staying: &str,
        although_different_people: bool,
        shown: &Seen,
    ) -> Outcome<ConnectRequestId, MergeRejection> {
        let staying = parsed(staying)?;
        let mut tx = self.store().begin().await?;
        let seen = self.both(&mut tx, caller, id, &staying).await?;
        self.lock_both(&mut tx, &seen).await?;
        let both = self.both(&mut tx, caller, id, &staying).await?;
        if both.staying.as_ref().map(|request| request.id) != seen.staying.map(|request| request.id)
        {
            return reject(MergeRejection::Over);
        }
        if !shown.is(&self.both_shown(&both)) {
            return reject(MergeRejection::Over);
        }
        if both.different_people() && !although_different_people {
            return reject(MergeRejection::DifferentPeople);
        }
        let former = both.leaving.external_id.clone();
        let left = ConnectRequest {
            external_id: staying,
            ..both.leaving
        };
        let stays = match both.staying {
            Some(stays) => {
                let replaced = left.clone().replace(self.ports().now());
                self.end(&mut tx, &replaced, left.code).await?;
                stays.id
            }
            None if table::rename(&mut tx, &left).await? => left.id,
            None => return reject(MergeRejection::Over),
        };
        let application = caller.application;
        table::rename_tombstones(&mut tx, application, &former, &left.external_id).await?;
        connections::rename(&mut tx, application, &former, &left.external_id).await?;
        self.tell_of_merge(&mut tx, &left, former).await?;
        if stays != left.id {
            self.audit_merge(&mut tx, caller, left.id, ActionOutcome::Replaced)
                .await?;
        }
        self.audit_merge(&mut tx, caller, stays, ActionOutcome::Merged)
            .await?;
        tx.commit().await?;
        self.applications().notify(application);
        Ok(stays)
    }

    /// What the page of two external ids shows: who holds them, its state, and who is connected.
    fn both_shown(self, both: &Both) -> Seen {
        let now = self.ports().now();
        let request = |request: &ConnectRequest| {
            (
                request.id.0,
                request.friendly_name.clone(),
                request.standing(now).name(),
            )
        };
        let held = both.held.each_ref().map(|held| {
            let mut held: Vec<_> = held
                .iter()
                .map(|holding| (holding.person.0, holding.since.micros()))
                .collect();
            held.sort_unstable();
            held
        });
        let shown = (
            &both.leaving.external_id,
            request(&both.leaving),
            both.staying.as_ref().map(request),
            held,
        );
        self.seen("merge", &shown)
    }

    async fn both(
        self,
        tx: &mut Tx,
        caller: Caller,
        id: ConnectRequestId,
        staying: &ExternalId,
    ) -> Outcome<Both, MergeRejection> {
        let application = caller.application;
        self.application(tx, application)
            .await?
            .may_connect()
            .map_err(|why| Failure::Rejected(MergeRejection::MayNot(why)))?;
        let Some(leaving) = table::find(tx, application, id).await? else {
            return reject(MergeRejection::NotFound);
        };
        let leaving = leaving.request;
        if !leaving.holds_external_id() {
            return reject(MergeRejection::Over);
        }
        if leaving.external_id == *staying {
            return reject(MergeRejection::Same);
        }
        Ok(Both {
            staying: table::holder(tx, application, staying).await?,
            held: [
                held(tx, application, &leaving.external_id).await?,
                held(tx, application, staying).await?,
            ],
            leaving,
        })
    }

    /// In the order of their ids: two who merge the same two at once do not wait for each other.
    async fn lock_both(self, tx: &mut Tx, both: &Both) -> Result<(), InternalError> {
        let mut ids = vec![both.leaving.id];
        ids.extend(both.staying.as_ref().map(|request| request.id));
        ids.sort_unstable();
        for id in ids {
            table::lock(tx, id).await?;
        }
        Ok(())
    }

    async fn tell_of_merge(
        self,
        tx: &mut Tx,
        left: &ConnectRequest,
        former: ExternalId,
    ) -> Result<(), InternalError> {
        let event = Event {
            number: events::next_number(tx, left.application).await?,
            kind: EventKind::Merged,
            connect_request: Some(left.id),
            external_id: left.external_id.clone(),
            former_external_id: Some(former),
            person: None,
            record: None,
            former_record: None,
            at: self.ports().now(),
        };
        events::insert(tx, left.application, &event).await?;
        Ok(())
    }

    async fn audit_merge(
        self,
        tx: &mut Tx,
        caller: Caller,
        request: ConnectRequestId,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(caller.application),
            actor: caller.actor,
            action: Action::ConnectRequestMerge,
            subject: Some(request.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

fn parsed(external_id: &str) -> Outcome<ExternalId, MergeRejection> {
    ExternalId::parse(external_id)
        .map_err(|error| Failure::Rejected(MergeRejection::Invalid(error.into())))
}

async fn held(
    tx: &mut Tx,
    application: ApplicationId,
    external_id: &ExternalId,
) -> Result<Vec<Live>, InternalError> {
    let rows = connections::of_external_id(tx, application, external_id).await?;
    let live = rows.into_iter().filter(|row| row.span.until.is_none());
    Ok(live
        .map(|row| Live {
            person: row.person,
            since: row.span.since,
        })
        .collect())
}

fn side(
    external_id: ExternalId,
    request: Option<ConnectRequest>,
    held: &[Live],
    now: Timestamp,
) -> Side {
    Side {
        external_id,
        request: request.map(|request| {
            let standing = request.standing(now);
            (request, standing)
        }),
        connected: held.len(),
        connected_since: held.iter().map(|holding| holding.since).max(),
    }
}

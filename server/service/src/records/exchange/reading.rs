//! Reads things by record: one by its id, or those that fit a search, a page at a time. Each answer is one audit record and
//! one entry in the log of the record's people.

use super::grants::Grants;
use crate::records::access_log::Acts;
use crate::{InternalError, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, RecordId};
use domain::policy;
use domain::thing::{Act, Permission, Thing};
use domain::timestamp::Timestamp;
use store::Tx;
use store::exchange as table;
use store::things::{self as things, Head};
use uuid::Uuid;

pub use store::exchange::Order as ThingOrder;

/// Why a thing is not read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangeRejection {
    /// Not there, not connected, or not granted: nobody learns which.
    NotFound,
    /// It was there, and was removed.
    Removed,
    /// It is not in the state that was asked for, or changed meanwhile.
    Changed,
    /// There is no such thing to change: it is of another record than the others, or of another type.
    Other,
    /// Several things have the id that only one may have.
    Several,
}

/// Which things of a record are searched for.
#[derive(Clone, Debug)]
pub struct ThingSearch {
    pub record: RecordId,
    pub types: Vec<Uuid>,
    pub ids: Option<Vec<Uuid>>,
    /// The client's own ids of it: one of them.
    pub client_ids: Option<Vec<String>>,
    /// The moment they are about: from, until.
    pub effective: (Option<Timestamp>, Option<Timestamp>),
    /// The moment of their last change: from, until.
    pub updated: (Option<Timestamp>, Option<Timestamp>),
    pub order: ThingOrder,
    pub behind: Option<(Timestamp, Uuid)>,
    pub limit: usize,
}

/// A page of what was found.
#[derive(Debug, Default)]
pub struct ThingPage {
    pub things: Vec<Thing>,
    /// The place behind which the next page begins, where there is more.
    pub next: Option<(Timestamp, Uuid)>,
    /// Types that were searched for and may not be read are among them.
    pub left_out: bool,
}

impl Records<'_> {
    /// A thing of one of these types, by its id.
    pub async fn exchange_thing(
        self,
        application: ApplicationId,
        types: &[Uuid],
        id: Uuid,
    ) -> Outcome<Thing, ExchangeRejection> {
        let mut tx = self.store().read().await?;
        let head = table::thing(&mut tx, application, id).await?;
        let Some(head) = head.filter(|head| types.contains(&head.type_id)) else {
            return reject(ExchangeRejection::NotFound);
        };
        let record = RecordId(head.record_id);
        let grants = self.grants(&mut tx, application, record).await?;
        if !grants.is_some_and(|grants| grants.may(Permission::Read, head.type_id)) {
            return reject(ExchangeRejection::NotFound);
        }
        if head.removed {
            return reject(ExchangeRejection::Removed);
        }
        let thing = self.whole(&mut tx, &head).await?;
        drop(tx);
        let Some(thing) = thing else {
            return reject(ExchangeRejection::Changed);
        };
        let found = std::slice::from_ref(&thing);
        self.note_exchange(application, record, &[head.type_id], found)
            .await?;
        Ok(thing)
    }

    /// Things of a record that fit, and that `keep` lets by: so many are opened to be looked at, and no more.
    pub async fn exchange_things(
        self,
        application: ApplicationId,
        search: &ThingSearch,
        keep: impl Fn(&Thing) -> bool + Send + Sync,
    ) -> Outcome<ThingPage, ExchangeRejection> {
        let mut tx = self.store().read().await?;
        let Some(grants) = self.grants(&mut tx, application, search.record).await? else {
            return reject(ExchangeRejection::NotFound);
        };
        let may = |kind: &Uuid| grants.may(Permission::Read, *kind);
        let types: Vec<Uuid> = search.types.iter().copied().filter(may).collect();
        let mut page = ThingPage {
            left_out: types.len() < search.types.len(),
            ..ThingPage::default()
        };
        let mut wanted = self.things_of(search, types.clone());
        let (mut opened, mut bytes) = (0, 0);
        'pages: loop {
            let heads = table::things(&mut tx, search.record, &wanted, search.limit + 1).await?;
            let is_last = heads.len() <= search.limit;
            for head in &heads {
                let size = usize::try_from(head.bytes).unwrap_or(usize::MAX);
                let is_full = page.things.len() >= search.limit
                    || opened >= policy::FHIR_OPENED
                    || (opened > 0 && bytes + size > policy::THING_BYTES);
                if is_full {
                    page.next = wanted.behind;
                    break 'pages;
                }
                wanted.behind = Some(place(head, search.order));
                (opened, bytes) = (opened + 1, bytes + size);
                // What changed while it was read is found by the next search.
                let whole = self.whole(&mut tx, head).await?;
                page.things.extend(whole.filter(&keep));
            }
            if is_last {
                break;
            }
        }
        drop(tx);
        self.note_exchange(application, search.record, &types, &page.things)
            .await?;
        Ok(page)
    }

    pub(super) fn things_of(self, search: &ThingSearch, types: Vec<Uuid>) -> table::Things {
        let digest = |id: &String| self.client_id_digest(search.record, id);
        let client_ids = search.client_ids.as_ref();
        table::Things {
            types,
            ids: search.ids.clone(),
            effective: search.effective,
            updated: search.updated,
            client_ids: client_ids.map(|ids| ids.iter().map(digest).collect()),
            order: search.order,
            behind: search.behind,
        }
    }

    pub(super) async fn whole(
        self,
        tx: &mut Tx,
        head: &Head,
    ) -> Result<Option<Thing>, InternalError> {
        let sealed = things::data(tx, head.id, head.version_stamp).await?;
        sealed.map(|sealed| self.opened(head, &sealed)).transpose()
    }

    /// Leaves the records of a read, in the transaction that looks at the grants again: what may no longer be read is
    /// not answered.
    async fn note_exchange(
        self,
        application: ApplicationId,
        record: RecordId,
        types: &[Uuid],
        read: &[Thing],
    ) -> Outcome<(), ExchangeRejection> {
        let mut tx = self.store().begin().await?;
        let Some(grants) = self.held_grants(&mut tx, application, record).await? else {
            return reject(ExchangeRejection::NotFound);
        };
        let may = |thing: &Thing| grants.may(Permission::Read, thing.data.type_id);
        if !read.iter().all(may) {
            return reject(ExchangeRejection::NotFound);
        }
        let mut acts = Acts::default();
        for kind in types {
            acts.none(Act::Read, *kind);
        }
        for thing in read {
            acts.count(Act::Read, thing.data.type_id);
        }
        self.note_read(&mut tx, &grants, types, acts).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn note_read(
        self,
        tx: &mut Tx,
        grants: &Grants,
        types: &[Uuid],
        acts: Acts,
    ) -> Result<(), InternalError> {
        let Some(first) = grants.that_read(types).next().or(grants.first()) else {
            return Ok(());
        };
        self.note_acts(tx, first.access, first.zone(), acts).await?;
        for grant in grants.that_read(types) {
            self.tell_of_first_read(tx, grant).await?;
        }
        let (action, outcome) = (Action::ThingRead, ActionOutcome::Read);
        self.audit_access(tx, first.access, action, outcome).await
    }
}

fn place(head: &Head, order: ThingOrder) -> (Timestamp, Uuid) {
    let at = if order.by_update {
        head.updated_at
    } else {
        head.effective_at
    };
    (at.into(), head.id)
}

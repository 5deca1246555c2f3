//! Things: what an application reads and writes in a record that a person lets it use, by its rules.

mod grant;
mod reading;
mod updates;
mod writing;

use crate::audit::log::Entry;
use crate::{Actor, InternalError, Records};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::policy;
use domain::thing::{Permission, Thing, ThingData, Touch};
use domain::timestamp::Timestamp;
use std::collections::BTreeMap;
use store::things::Head;
use store::{Stamp, Tx};
use uuid::Uuid;

pub use store::things::{Filter as ThingFilter, UpdatedRecord};

/// An application at a person's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    pub application: ApplicationId,
    /// The application, as the audit log names it.
    pub actor: Actor,
    pub person: PersonId,
    pub record: RecordId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThingRejection {
    /// The person does not let the application do this, or no longer does.
    NoAccess,
    /// No such thing in the record.
    NotFound,
    /// Sent for another type than the thing has.
    OtherType,
    /// Someone changed it since.
    StampMismatch,
    /// More things than the answer has room to name.
    TooLong,
}

/// A thing on its way in.
pub struct ThingPut {
    /// The thing to change and the stamp it was read with; None makes a new one.
    pub change: Option<ThingKey>,
    pub type_id: Uuid,
    /// The time the data is about, where it names one.
    pub effective_at: Option<Timestamp>,
    /// The client's own id of it.
    pub client_id: Option<String>,
    pub xml: String,
}

impl ThingPut {
    /// What it takes to put it.
    fn permission(&self) -> Permission {
        match self.change {
            None => Permission::Create,
            Some(_) => Permission::Update,
        }
    }
}

/// A thing, in one of its states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThingKey {
    pub id: Uuid,
    pub stamp: Uuid,
}

/// Which things of a record are asked for, and how much of them.
#[derive(Clone, Copy)]
pub struct ThingsWanted<'a> {
    pub filters: &'a [ThingFilter],
    /// Of these things, only those that a client named so; where none is named, all.
    pub client_ids: &'a [String],
    /// Of these things, only those in exactly these states.
    pub keys: &'a [ThingKey],
    pub max: usize,
    /// So many of them whole.
    pub max_full: usize,
    pub with_data: bool,
}

/// What an answer may still hold.
#[derive(Clone, Copy, Debug)]
pub struct ThingRoom {
    /// Things, by their names at the least.
    pub names: usize,
    /// Bytes of their data.
    pub bytes: usize,
}

impl ThingRoom {
    /// Of one whole answer.
    pub const ANSWER: Self = Self {
        names: policy::THINGS_NAMED,
        bytes: policy::THING_BYTES,
    };
}

/// Things that were asked for, the latest first.
#[derive(Debug)]
pub struct ThingsFound {
    pub full: Vec<Thing>,
    /// What is named alone: for its number, for want of room, or since it changed while it was read. Without data.
    pub rest: Vec<Thing>,
    /// What the application may do to things of each type that is among them.
    pub permissions: BTreeMap<Uuid, Vec<Permission>>,
}

impl Records<'_> {
    pub(super) async fn audit_access(
        self,
        tx: &mut Tx,
        access: Access,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(access.application),
            actor: access.actor,
            action,
            subject: Some(access.record.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
    /// A client's own id of a thing in a record, as it is looked for.
    fn client_id_digest(self, record: RecordId, client_id: &str) -> Vec<u8> {
        let parts = [record.0.as_bytes().as_slice(), client_id.as_bytes()];
        self.sealer().digest("client-thing-id", &parts)
    }
}

pub(super) fn thing_of(head: &Head, xml: String) -> Thing {
    let touch = |at: Stamp, application, person| Touch {
        at: at.into(),
        application: ApplicationId(application),
        person: PersonId(person),
    };
    Thing {
        id: head.id,
        record: RecordId(head.record_id),
        version_stamp: head.version_stamp,
        removed: head.removed,
        data: ThingData {
            type_id: head.type_id,
            effective_at: head.effective_at.into(),
            xml,
        },
        created: touch(head.created_at, head.created_by, head.created_for),
        updated: touch(head.updated_at, head.updated_by, head.updated_for),
    }
}

pub(super) fn head_of(thing: &Thing) -> Head {
    Head {
        id: thing.id,
        record_id: thing.record.0,
        type_id: thing.data.type_id,
        version_stamp: thing.version_stamp,
        removed: thing.removed,
        effective_at: Stamp(thing.data.effective_at),
        bytes: i64::try_from(thing.data.xml.len()).unwrap_or(i64::MAX),
        created_at: Stamp(thing.created.at),
        created_by: thing.created.application.0,
        created_for: thing.created.person.0,
        updated_at: Stamp(thing.updated.at),
        updated_by: thing.updated.application.0,
        updated_for: thing.updated.person.0,
    }
}

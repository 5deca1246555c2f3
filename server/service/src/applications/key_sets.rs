//! An application's key sets: registered by text or by the URL where they are published, beside each other, so that one can
//! be replaced without a pause. What a URL answers is brought by the caller: nothing here calls out.

use crate::audit::log::Entry;
use crate::secrets::{KeySetFault, read_key_set};
use crate::seen::Seen;
use crate::{Administrator, Applications, Failure, InternalError, Outcome, reject};
use domain::address::AddressError;
use domain::audit::{Action, ActionOutcome};
use domain::ids::ApplicationId;
use domain::policy;
use std::time::Duration;
use store::Stamp;
use store::key_sets as table;
use uuid::Uuid;

pub use store::key_sets::KeySet;

/// What a manager registers.
#[derive(Clone, Copy, Debug)]
pub enum NewKeySet<'a> {
    /// The URL where the application publishes its keys.
    Url(&'a str),
    /// The set itself.
    Text(&'a str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeySetRejection {
    Address(AddressError),
    Keys(KeySetFault),
    /// The application has as many as it may have.
    TooMany,
    NoSuchApplication,
    NoSuchKeySet,
    /// It is another one than the question showed.
    ChangedMeanwhile,
    NotProven,
}

/// A published set whose URL is to be asked now, by this caller alone.
pub struct KeySetToAsk {
    pub id: Uuid,
    pub url: String,
}

/// What the URL of a set answered.
pub struct PublishedKeys {
    pub text: String,
    /// How long it may be kept, where the answer says.
    pub max_age: Option<Duration>,
}

impl Applications<'_> {
    /// Registers a key set beside those that the application has.
    pub async fn add_key_set(
        self,
        by: Administrator,
        new: NewKeySet<'_>,
    ) -> Outcome<KeySet, KeySetRejection> {
        let (url, keys) = match new {
            NewKeySet::Url(url) => {
                let url = domain::callback::address(url);
                let refused = |error| Failure::Rejected(KeySetRejection::Address(error));
                (Some(url.map_err(refused)?), None)
            }
            NewKeySet::Text(text) => {
                if let Err(fault) = read_key_set(text) {
                    return reject(KeySetRejection::Keys(fault));
                }
                (None, Some(text.to_owned()))
            }
        };
        let set = KeySet {
            id: self.ports().id(),
            application_id: by.application.0,
            url,
            keys,
            fresh_until: None,
            made_at: Stamp(self.ports().now()),
        };
        let mut tx = self.store().begin().await?;
        if store::applications::lock(&mut tx, by.application)
            .await?
            .is_none()
        {
            return reject(KeySetRejection::NoSuchApplication);
        }
        self.staff()
            .require_proof::<KeySetRejection>(&mut tx, by)
            .await?;
        if table::list(&mut tx, by.application).await?.len() >= policy::KEY_SETS {
            return reject(KeySetRejection::TooMany);
        }
        table::insert(&mut tx, &set).await?;
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::KeySetAdd,
            subject: Some(set.id),
            outcome: ActionOutcome::Added,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(set)
    }

    /// The digest of a key set, as the question before its removal shows it.
    pub fn key_set_shown(self, set: &KeySet) -> Seen {
        self.seen("key-set", &(set.id, &set.url))
    }

    /// Removes a key set, for a form only the one that its question showed; tokens that it opened end with it.
    pub async fn remove_key_set(
        self,
        by: Administrator,
        id: Uuid,
        seen: Option<&Seen>,
    ) -> Outcome<(), KeySetRejection> {
        let mut tx = self.store().begin().await?;
        let Some(found) = table::find(&mut tx, by.application, id).await? else {
            return reject(KeySetRejection::NoSuchKeySet);
        };
        if !Seen::fits(seen, &self.key_set_shown(&found)) {
            return reject(KeySetRejection::ChangedMeanwhile);
        }
        if !table::remove(&mut tx, by.application, id, self.ports().now()).await? {
            return reject(KeySetRejection::NoSuchKeySet);
        }
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::KeySetRemove,
            subject: Some(id),
            outcome: ActionOutcome::Removed,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The application's live key sets, oldest first.
    pub async fn key_sets(self, by: Administrator) -> Result<Vec<KeySet>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::list(&mut tx, by.application).await?)
    }

    /// Whether some of the sets are published, and none has a key of this id that counts now.
    pub(super) fn lacks_key(self, sets: &[KeySet], key_id: &str) -> bool {
        let now = self.ports().now();
        let has_it = |set: &KeySet| {
            let keys = set.fresh(now).and_then(|text| read_key_set(text).ok());
            keys.is_some_and(|keys| keys.iter().any(|key| key.id == key_id))
        };
        sets.iter().any(|set| set.url.is_some()) && !sets.iter().any(has_it)
    }

    /// The published sets of an application that are asked now, as none of its sets has a key of this id: each once in a
    /// while, by whichever process comes first.
    pub(crate) async fn claim_key_sets(
        self,
        application: ApplicationId,
        key_id: &str,
    ) -> Result<Vec<KeySetToAsk>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let sets = table::list(&mut tx, application).await?;
        drop(tx);
        if !self.lacks_key(&sets, key_id) {
            return Ok(Vec::new());
        }
        let mut claimed = Vec::new();
        let mut tx = self.store().begin().await?;
        for set in sets {
            let Some(url) = set.url else { continue };
            if table::claim(&mut tx, set.id, now, policy::KEY_SET_PAUSE).await? {
                claimed.push(KeySetToAsk { id: set.id, url });
            }
        }
        tx.commit().await?;
        Ok(claimed)
    }

    /// Keeps what the URL of a set answered, for as long as the answer lets us. An answer that is no key set changes nothing.
    pub async fn keep_key_set(
        self,
        asked: &KeySetToAsk,
        answer: &PublishedKeys,
    ) -> Result<(), InternalError> {
        if read_key_set(&answer.text).is_err() {
            return Ok(());
        }
        let life = answer
            .max_age
            .unwrap_or(policy::KEY_SET_LIFE)
            .clamp(policy::KEY_SET_LIFE_LEAST, policy::KEY_SET_LIFE_MOST);
        let fresh_until = self.ports().now() + life;
        let mut tx = self.store().begin().await?;
        table::keep(&mut tx, asked.id, &answer.text, fresh_until).await?;
        tx.commit().await?;
        Ok(())
    }
}

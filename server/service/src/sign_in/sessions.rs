//! Sessions at rest: sealed data under the digest of an id, with idle and absolute limits on our clock.

use crate::secrets::SealError;
use crate::{InternalError, Outcome, SignIns, reject};
use domain::ids::PersonId;
use domain::policy;
use domain::timestamp::Timestamp;
use std::time::Duration;
use store::sessions::{self as table, New};
use store::{Tx, rate_limits};

/// What a session's rest makes of it.
pub enum Rested {
    AsItWas,
    /// It continues with this.
    Changed(Vec<u8>),
    Over,
}

/// Where a session of no one who signed in comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub network: String,
    /// Whether it takes the place of an earlier one: a visitor who continues is not shut out by those who begin.
    pub goes_on: bool,
}

/// No room for another session of no one for as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowded {
    pub wait: Duration,
}

impl SignIns<'_> {
    /// Keeps a new session and answers its id, which no one had before. One of no one who signed in names its place,
    /// and needs room there.
    pub async fn create_session(
        self,
        data: &[u8],
        person: Option<PersonId>,
        place: Option<&Place>,
    ) -> Outcome<[u8; 16], Crowded> {
        if let Some(place) = place {
            self.room_for_stranger(place).await?;
        }
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        if let Some(place) = place {
            let key = self.sealer().digest("throttle", &[b"stranger-sessions"]);
            rate_limits::lock(&mut tx, &key, now).await?;
            self.room_in(&mut tx, place, now).await?;
        }
        let network = place.map(|place| self.network_digest(&place.network));
        loop {
            let id = self.ports().bytes::<16>();
            let digest = self.session_digest(id);
            let sealed = self.seal_session(&digest, data)?;
            let new = New {
                digest: &digest,
                data: &sealed,
                network: network.as_deref(),
                person,
            };
            if table::insert(&mut tx, &new, now).await? {
                tx.commit().await?;
                return Ok(id);
            }
        }
    }

    /// Whether there is room for a session of no one; its row takes it, not this.
    pub async fn room_for_stranger(self, place: &Place) -> Outcome<(), Crowded> {
        let mut tx = self.store().read().await?;
        self.room_in(&mut tx, place, self.ports().now()).await
    }

    async fn room_in(self, tx: &mut Tx, place: &Place, now: Timestamp) -> Outcome<(), Crowded> {
        let twice = if place.goes_on { 2 } else { 1 };
        let most = policy::STRANGER_SESSIONS_A_NETWORK * twice;
        let live = (now - policy::STRANGER_SESSION, now);
        let network = self.network_digest(&place.network);
        let of_network = table::of_network(tx, &network, live, most).await?;
        let in_all = policy::STRANGER_SESSIONS * twice;
        let of_all = table::of_strangers(tx, live, in_all).await?;
        for (strangers, most) in [(of_network, most), (of_all, in_all)] {
            if strangers.count >= most {
                let first = strangers.first.map_or(now, Timestamp::from);
                let wait = (first + policy::STRANGER_SESSION).since(now);
                return reject(Crowded { wait });
            }
        }
        Ok(())
    }

    fn network_digest(self, network: &str) -> Vec<u8> {
        let parts = [b"stranger-session".as_slice(), network.as_bytes()];
        self.sealer().digest("throttle", &parts)
    }

    /// Keeps what changed, and whose it is; a session that ended meanwhile stays ended.
    pub async fn save_session(
        self,
        id: [u8; 16],
        data: &[u8],
        person: Option<PersonId>,
    ) -> Result<(), InternalError> {
        let digest = self.session_digest(id);
        let sealed = self.seal_session(&digest, data)?;
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        table::update_of(&mut tx, &digest, &sealed, person, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps what its rest made of a session.
    async fn keep_rested(self, id: [u8; 16], data: &[u8]) -> Result<(), InternalError> {
        let digest = self.session_digest(id);
        let mut tx = self.store().begin().await?;
        table::update(
            &mut tx,
            &digest,
            &self.seal_session(&digest, data)?,
            self.ports().now(),
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// A session's data while it lasts; what its rest unseen makes of it depends on what it holds.
    /// That it was seen is written at most once a minute.
    pub async fn load_session(
        self,
        id: [u8; 16],
        rested: impl FnOnce(&[u8], Duration) -> Rested,
    ) -> Result<Option<Vec<u8>>, InternalError> {
        let now = self.ports().now();
        let digest = self.session_digest(id);
        let mut tx = self.store().read().await?;
        let found = table::find(&mut tx, &digest).await?;
        drop(tx);
        let Some(row) = found else {
            return Ok(None);
        };
        let Ok(data) = self.sealer().open("session", &digest, &row.data) else {
            return Ok(None);
        };
        let unseen = now.since(row.seen_at.into());
        let life = now.since(row.made_at.into());
        // What is over is deleted when that is noticed: it does not come back with a clock that steps back.
        let most = match row.network {
            Some(_) => policy::STRANGER_SESSION,
            None => policy::SESSION_LIFE,
        };
        if life >= most {
            self.delete_session(id).await?;
            return Ok(None);
        }
        match rested(&data, unseen) {
            Rested::Over => {
                self.delete_session(id).await?;
                Ok(None)
            }
            Rested::Changed(data) => {
                self.keep_rested(id, &data).await?;
                Ok(Some(data))
            }
            Rested::AsItWas => {
                if unseen >= policy::SESSION_TOUCH {
                    let mut tx = self.store().begin().await?;
                    table::touch(&mut tx, &digest, now).await?;
                    tx.commit().await?;
                }
                Ok(Some(data.to_vec()))
            }
        }
    }

    pub async fn delete_session(self, id: [u8; 16]) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        table::delete(&mut tx, &self.session_digest(id)).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) fn session_digest(self, id: [u8; 16]) -> Vec<u8> {
        self.sealer().digest("session", &[&id])
    }

    fn seal_session(self, digest: &[u8], data: &[u8]) -> Result<Vec<u8>, SealError> {
        self.sealer().seal("session", digest, data, self.ports())
    }
}

//! Sessions at rest: sealed data under the digest of an id, with idle and absolute limits on our clock.

use super::{Fault, Services};
use crate::store::sessions as table;
use app::domain::policy;
use std::time::Duration;

/// What a session's rest makes of it.
pub enum Rested {
    AsItWas,
    /// It goes on with this.
    Changed(Vec<u8>),
    Over,
}

impl Services {
    /// Keeps a new session and answers its id, which nobody had before.
    pub async fn create_session(&self, data: &[u8]) -> Result<[u8; 16], Fault> {
        let now = self.0.ports.now();
        let mut tx = self.0.store.begin().await?;
        loop {
            let id = self.0.ports.bytes::<16>();
            let digest = self.session_digest(id);
            if table::insert(
                &mut tx,
                &digest,
                &self.seal_session(&digest, data),
                now,
                now,
            )
            .await?
            {
                tx.commit().await?;
                return Ok(id);
            }
        }
    }

    /// Keeps what changed; a session that ended meanwhile stays ended.
    pub async fn save_session(&self, id: [u8; 16], data: &[u8]) -> Result<(), Fault> {
        let digest = self.session_digest(id);
        let mut tx = self.0.store.begin().await?;
        table::update(
            &mut tx,
            &digest,
            &self.seal_session(&digest, data),
            self.0.ports.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// A session's data while it lasts; what its rest unseen makes of it depends on what it holds.
    /// That it was seen is written at most once a minute.
    pub async fn load_session(
        &self,
        id: [u8; 16],
        rested: impl FnOnce(&[u8], Duration) -> Rested,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let now = self.0.ports.now();
        let digest = self.session_digest(id);
        let mut tx = self.0.store.read().await?;
        let found = table::find(&mut tx, &digest).await?;
        drop(tx);
        let Some(row) = found else {
            return Ok(None);
        };
        let Some(data) = self.0.sealer.open("session", &digest, &row.data) else {
            return Ok(None);
        };
        let unseen = now.since(row.seen_at.into());
        let life = now.since(row.made_at.into());
        // What is over is deleted when that is noticed: it does not come back with a clock that steps back.
        if life >= policy::SESSION_LIFE {
            self.delete_session(id).await?;
            return Ok(None);
        }
        match rested(&data, unseen) {
            Rested::Over => {
                self.delete_session(id).await?;
                Ok(None)
            }
            Rested::Changed(data) => {
                self.save_session(id, &data).await?;
                Ok(Some(data))
            }
            Rested::AsItWas => {
                if unseen >= policy::SESSION_TOUCH {
                    let mut tx = self.0.store.begin().await?;
                    table::touch(&mut tx, &digest, now).await?;
                    tx.commit().await?;
                }
                Ok(Some(data.to_vec()))
            }
        }
    }

    pub async fn delete_session(&self, id: [u8; 16]) -> Result<(), Fault> {
        let mut tx = self.0.store.begin().await?;
        table::delete(&mut tx, &self.session_digest(id)).await?;
        tx.commit().await?;
        Ok(())
    }

    fn session_digest(&self, id: [u8; 16]) -> Vec<u8> {
        self.0.sealer.digest("session", &[&id])
    }

    fn seal_session(&self, digest: &[u8], data: &[u8]) -> Vec<u8> {
        self.0.sealer.seal("session", digest, data, &self.0.ports)
    }
}

//! What there is to know of an installation without changing anything: for `doctor`, which must also work where the
//! services cannot start.

use crate::installation::mail_server::open_settings;
use crate::secrets::{KeyFile, KeyFileError, Sealer};
use crate::{Installation, InternalError};
use domain::outgoing_mail::MailSettings;
use domain::timestamp::Timestamp;
use std::path::Path;
use store::{Store, installation, jobs, mail_settings};

/// A database as it is now.
pub struct HealthSnapshot {
    store: Store,
}

/// How the tables compare to what this version expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tables {
    /// Migrations that have not run.
    pub behind: usize,
    /// Migrations that have run and that this version does not know.
    pub ahead: usize,
}

impl Installation<'_> {
    pub fn health_snapshot(self) -> HealthSnapshot {
        HealthSnapshot {
            store: self.store().clone(),
        }
    }
}

impl HealthSnapshot {
    /// None where there is no database yet.
    pub async fn at(database_url: &str) -> Result<Option<Self>, store::Error> {
        let store = Store::open_as_is(database_url).await?;
        Ok(store.map(|store| Self { store }))
    }

    pub async fn tables(&self) -> Result<Tables, InternalError> {
        let mut tx = self.store.read().await?;
        let run = installation::migrations(&mut tx).await?;
        let known = self.store.known_migrations();
        let lacks = |list: &[i64], of: &[i64]| of.iter().filter(|one| !list.contains(one)).count();
        Ok(Tables {
            behind: lacks(&run, &known),
            ahead: lacks(&known, &run),
        })
    }

    /// Whether the key file fits the database; false where neither has a key yet.
    pub async fn key(&self, file: &Path) -> Result<Result<bool, KeyFileError>, InternalError> {
        let mut tx = self.store.read().await?;
        // A database without our tables belongs to no key yet.
        let claimed = match installation::migrations(&mut tx).await?.as_slice() {
            [] => None,
            _ => installation::key_fingerprint(&mut tx).await?,
        };
        Ok(KeyFile::read(file).and_then(|key| match (key, claimed) {
            (None, None) => Ok(false),
            (Some(_), None) => Ok(true),
            (None, Some(_)) => Err(KeyFileError::Missing(file.to_owned())),
            (Some(key), Some(claimed)) if Sealer::new(&key).fingerprint() == claimed => Ok(true),
            (Some(_), Some(_)) => Err(KeyFileError::Foreign(file.to_owned())),
        }))
    }

    /// The stored mail settings, where there are some and the key opens them.
    pub async fn mail_settings(&self, key_file: &Path) -> Option<MailSettings> {
        let mut tx = self.store.read().await.ok()?;
        let stored = mail_settings::find(&mut tx).await.ok()??;
        let key = KeyFile::read(key_file).ok()??;
        open_settings(&Sealer::new(&key), &stored.sealed).ok()
    }

    /// The database's own clock, where it has one.
    pub async fn clock(&self) -> Result<Option<Timestamp>, InternalError> {
        let mut tx = self.store.read().await?;
        Ok(installation::clock(&mut tx).await?)
    }

    /// How many mails wait because the mail server refuses this installation, and what it said last.
    pub async fn refused_mails(&self) -> Result<Option<(i64, String)>, InternalError> {
        let mut tx = self.store.read().await?;
        Ok(jobs::refused(&mut tx).await?)
    }

    /// Since when the job waits that is due longest.
    pub async fn oldest_due_job(&self, now: Timestamp) -> Result<Option<Timestamp>, InternalError> {
        let mut tx = self.store.read().await?;
        Ok(jobs::oldest_due(&mut tx, now).await?)
    }
}

//! Whether the installation can do its work: the database reads, and a write commits.
//!
//! Anyone may ask, so askers share one check, and its result for a while.

use crate::Installation;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::{Store, installation};
use tokio::sync::watch;
use tokio::time::Instant;

/// How long a check may take: with [`FRESH`] a fault is seen within 5 s.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long a result is good for everyone.
const FRESH: Duration = Duration::from_secs(1);

/// The last check: None while it runs.
#[derive(Default)]
pub(crate) struct Readiness(Mutex<Option<watch::Receiver<Option<Checked>>>>);

#[derive(Clone, Copy)]
struct Checked {
    ready: bool,
    /// The machine's own steady clock, as for every other limit of waiting.
    at: Instant,
}

impl Installation<'_> {
    /// Whether the database answers and a write commits.
    pub async fn is_ready(self) -> bool {
        let mut check = self.check();
        let checked = check.wait_for(Option::is_some).await;
        checked.is_ok_and(|checked| checked.is_some_and(|checked| checked.ready))
    }

    /// The check that runs, or the last one while it is fresh, or a new one. It runs on when its asker has gone.
    fn check(self) -> watch::Receiver<Option<Checked>> {
        let mut last = self
            .readiness()
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(check) = last.as_ref()
            && is_good(check)
        {
            return check.clone();
        }
        let (result, check) = watch::channel(None);
        *last = Some(check.clone());
        let store = self.store().clone();
        tokio::spawn(async move {
            let written = tokio::time::timeout(PATIENCE, write(&store)).await;
            let ready = match written {
                Ok(Ok(())) => true,
                Ok(Err(error)) => {
                    tracing::warn!(%error, "not ready");
                    false
                }
                Err(elapsed) => {
                    tracing::warn!(error = %elapsed, "not ready");
                    false
                }
            };
            let at = Instant::now();
            result.send_replace(Some(Checked { ready, at }));
        });
        check
    }
}

/// A check that still runs, or whose result is fresh.
fn is_good(check: &watch::Receiver<Option<Checked>>) -> bool {
    let checked = *check.borrow();
    match checked {
        Some(checked) => checked.at.elapsed() < FRESH,
        None => check.has_changed().is_ok(),
    }
}

async fn write(store: &Store) -> store::Result<()> {
    let mut tx = store.read().await?;
    installation::key_fingerprint(&mut tx).await?;
    drop(tx);
    let mut tx = store.begin().await?;
    installation::check_write(&mut tx).await?;
    tx.commit().await
}

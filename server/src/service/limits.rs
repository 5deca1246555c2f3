//! Limits that hold across processes: wrong passwords, and codes nobody made.

use super::{Failure, Fault, Outcome, Services};
use crate::store::throttles::{self, Throttle};
use app::domain::policy;
use app::domain::text::email_key;
use app::domain::timestamp::Timestamp;
use std::time::Duration;

/// Why somebody is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRefusal {
    /// No such pair of address and password.
    WrongPair,
    /// Too many wrong passwords: not before then.
    Locked { until: Timestamp },
}

/// One account's door; patients and staff have their own.
pub(super) struct Door<'a> {
    pub purpose: &'static str,
    pub email: &'a str,
    /// The network address, or its prefix.
    pub from: &'a str,
}

impl Services {
    /// Charges a sign-in before its password is looked at, so that many at once get no more tries than one by one.
    pub(super) async fn charge_sign_in(&self, door: &Door<'_>) -> Outcome<(), SignInRefusal> {
        let now = self.0.ports.now();
        let (account, address) = self.door_keys(door);
        let mut tx = self.0.store.begin().await?;
        let from = throttles::lock(&mut tx, &address, now).await?;
        let from = if now.since(from.at) > policy::SIGN_IN_WINDOW {
            Throttle {
                failures: 0,
                at: now,
                until: now,
            }
        } else {
            from
        };
        if from.failures >= policy::SIGN_IN_ADDRESS_FAILURES {
            return Err(Failure::Refused(SignInRefusal::Locked {
                until: from.at + policy::SIGN_IN_WINDOW,
            }));
        }
        let here = throttles::lock(&mut tx, &account, now).await?;
        if now < here.until {
            return Err(Failure::Refused(SignInRefusal::Locked {
                until: here.until,
            }));
        }
        let forgotten = now.since(here.at) > policy::SIGN_IN_MEMORY;
        let failures = if forgotten {
            1
        } else {
            here.failures.saturating_add(1)
        };
        let charged = Throttle {
            failures,
            at: now,
            until: now + lock_after(failures),
        };
        throttles::update(&mut tx, &account, charged).await?;
        let from = Throttle {
            failures: from.failures + 1,
            until: from.at + policy::SIGN_IN_WINDOW,
            ..from
        };
        throttles::update(&mut tx, &address, from).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A right password clears the account's count; the address keeps its own but for this one.
    pub(super) async fn clear_sign_in(
        &self,
        tx: &mut crate::store::Tx,
        door: &Door<'_>,
    ) -> Result<(), Fault> {
        let now = self.0.ports.now();
        let (account, address) = self.door_keys(door);
        let from = throttles::lock(tx, &address, now).await?;
        let from = Throttle {
            failures: from.failures.saturating_sub(1),
            ..from
        };
        throttles::update(tx, &address, from).await?;
        throttles::delete(tx, &account).await?;
        Ok(())
    }

    /// Takes one charge back: half a proof was right, and clears nothing.
    pub(super) async fn release_sign_in(
        &self,
        tx: &mut crate::store::Tx,
        door: &Door<'_>,
    ) -> Result<(), Fault> {
        let now = self.0.ports.now();
        let (account, address) = self.door_keys(door);
        for key in [address, account] {
            let charged = throttles::lock(tx, &key, now).await?;
            let released = Throttle {
                failures: charged.failures.saturating_sub(1),
                until: charged.until.min(now),
                ..charged
            };
            throttles::update(tx, &key, released).await?;
        }
        Ok(())
    }

    fn door_keys(&self, door: &Door<'_>) -> (Vec<u8>, Vec<u8>) {
        let email = email_key(door.email);
        let digest = |kind: &str, of: &str| {
            self.0.sealer.digest(
                "throttle",
                &[kind.as_bytes(), door.purpose.as_bytes(), of.as_bytes()],
            )
        };
        (digest("sign-in", &email), digest("sign-in-from", door.from))
    }

    /// Whether an address may look a code up now.
    pub(super) async fn may_look_up_codes(&self, from: &str) -> Result<bool, Fault> {
        let now = self.0.ports.now();
        let mut tx = self.0.store.read().await?;
        let bucket = throttles::find(&mut tx, &self.code_key(from)).await?;
        Ok(bucket.is_none_or(|bucket| fits(bucket.until, now)))
    }

    /// Charges an address for a code that nobody made. The bucket's level is kept as a time:
    /// each miss moves it on by one interval, and the burst is how far it may run ahead of the clock.
    pub(super) async fn charge_code_miss(&self, from: &str) -> Result<(), Fault> {
        let now = self.0.ports.now();
        let key = self.code_key(from);
        let mut tx = self.0.store.begin().await?;
        let bucket = throttles::lock(&mut tx, &key, now).await?;
        let charged = Throttle {
            failures: bucket.failures.saturating_add(1),
            at: now,
            until: bucket.until.max(now) + MISS_INTERVAL,
        };
        throttles::update(&mut tx, &key, charged).await?;
        tx.commit().await?;
        Ok(())
    }

    fn code_key(&self, from: &str) -> Vec<u8> {
        self.0
            .sealer
            .digest("throttle", &[b"code-miss", from.as_bytes()])
    }

    /// Whether one more mail may go to an address; counts it.
    pub(super) async fn charge_digits_mail(
        &self,
        tx: &mut crate::store::Tx,
        email: &str,
    ) -> Result<bool, Fault> {
        let now = self.0.ports.now();
        let key = self
            .0
            .sealer
            .digest("throttle", &[b"digits-mail", email_key(email).as_bytes()]);
        let sent = throttles::lock(tx, &key, now).await?;
        let fresh = now.since(sent.at) > policy::DIGITS_LIFE || sent.failures == 0;
        let (failures, at) = if fresh {
            (0, now)
        } else {
            (sent.failures, sent.at)
        };
        if failures >= policy::DIGITS_MAILS {
            return Ok(false);
        }
        let charged = Throttle {
            failures: failures + 1,
            at,
            until: at + policy::DIGITS_LIFE,
        };
        throttles::update(tx, &key, charged).await?;
        Ok(true)
    }
}

const MISS_INTERVAL: Duration = Duration::from_secs(60 / policy::CODE_MISSES_A_MINUTE as u64);

fn fits(level: Timestamp, now: Timestamp) -> bool {
    level.since(now) < MISS_INTERVAL * policy::CODE_MISS_BURST
}

/// No lock for the first few, then one that doubles up to an hour.
fn lock_after(failures: u32) -> Duration {
    match failures.checked_sub(policy::SIGN_IN_FAILURES) {
        None => Duration::ZERO,
        Some(beyond) => {
            policy::SIGN_IN_LOCK_MAX.min(policy::SIGN_IN_LOCK * 2_u32.pow(beyond.min(10)))
        }
    }
}

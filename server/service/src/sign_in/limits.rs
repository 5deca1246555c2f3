//! Limits of wrong passwords, which hold across processes; those of unknown codes are in `code_limits`.
//!
//! A sign-in is reserved before its proof is looked at and settled after it. Locks are taken in this order: address,
//! network, the account everywhere, the account at its place.

use crate::secrets::Class;
use crate::sign_in::gauges::possible;
use crate::{InternalError, Outcome, SignIns, reject};
use domain::address::email_key;
use domain::ids::{PersonId, StaffId};
use domain::policy;
use domain::timestamp::Timestamp;
use std::time::Duration;
use store::Tx;
use store::rate_limits::{self, RateLimit};
use store::sign_in_limits::{self as limits, Account, Try};

/// Why someone is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRejection {
    /// No such pair of address and password.
    WrongPair,
    /// Too many wrong passwords: not before then.
    Locked { until: Timestamp },
}

/// Where a sign-in comes from.
#[derive(Clone)]
pub struct Source {
    /// The network address, or the smallest network that one household has.
    pub address: String,
    /// The wider network that it lies in.
    pub network: String,
    /// What the browser shows of earlier sign-ins: sealed.
    pub device: Option<String>,
    /// What the browser calls itself; may be empty.
    pub browser: String,
}

/// One attempt to sign in to an account; patients and staff have their own limits.
pub(crate) struct SignInAttempt<'a> {
    pub purpose: &'static str,
    pub email: &'a str,
    /// Whose account it is, where it is anyone's, and of which round its devices are.
    pub holder: Option<(Holder, i64)>,
    pub source: &'a Source,
}

#[derive(Clone, Copy)]
pub(crate) enum Holder {
    Staff(StaffId),
    Person(PersonId),
}

impl SignIns<'_> {
    /// Reserves a sign-in before its password is looked at, so that many at once get no more tries than one by one.
    /// What is never settled is free again when its lease ends. Unknown accounts cost the same as known ones.
    pub(crate) async fn reserve(
        self,
        attempt: &SignInAttempt<'_>,
    ) -> Outcome<Try, SignInRejection> {
        let now = self.ports().now();
        let reserved = self.try_at(attempt);
        let mut tx = self.store().begin().await?;
        let refused = self.wait_of(&mut tx, &reserved, now).await?;
        if refused.is_none() {
            limits::reserve(&mut tx, &reserved, now + policy::TRY_LEASE).await?;
        }
        tx.commit().await?;
        match refused {
            None => Ok(reserved),
            Some(until) => reject(SignInRejection::Locked { until }),
        }
    }

    /// Until when a sign-in has to wait; None for one that may be evaluated. Takes the locks of all its limits.
    async fn wait_of(
        self,
        tx: &mut Tx,
        reserved: &Try,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, InternalError> {
        let soon = now + policy::SIGN_IN_LOCK;
        let mut windows = Vec::new();
        for (key, most) in windows_of(reserved) {
            windows.push((window(tx, key, now).await?, most));
        }
        let everywhere = match &reserved.address {
            Some(_) => Some(self.everywhere(tx, &reserved.account, now).await?.1),
            None => None,
        };
        let here = place(tx, reserved, now).await?;
        let at_work = limits::at_work(tx, reserved, now).await?;
        let beside = [at_work.from_address, at_work.from_network];
        for ((window, most), beside) in windows.into_iter().zip(beside) {
            if window.failures >= most {
                return Ok(Some(window.at + policy::SIGN_IN_WINDOW));
            }
            if i64::from(window.failures) + beside >= i64::from(most) {
                return Ok(Some(soon));
            }
        }
        if let Some(everywhere) = everywhere {
            let beside = u32::try_from(at_work.of_account).unwrap_or(u32::MAX);
            if now < everywhere.until {
                return Ok(Some(everywhere.until));
            }
            if now < opens(everywhere.at + FORGETS_ONE.saturating_mul(beside)) {
                return Ok(Some(soon));
            }
        }
        if now < here.until {
            return Ok(Some(here.until));
        }
        // Anyone who is past the free tries proves themselves one by one.
        let at_once = if here.failures < policy::SIGN_IN_FAILURES {
            policy::SIGN_IN_AT_ONCE - i64::from(here.failures)
        } else {
            1
        };
        Ok((at_work.at_place >= at_once).then_some(soon))
    }

    /// A wrong proof: everything that limits it counts it. Answers how many there were at its place.
    pub(crate) async fn charge(self, tx: &mut Tx, reserved: &Try) -> Result<u32, InternalError> {
        let now = self.ports().now();
        for (key, _) in windows_of(reserved) {
            let before = window(tx, key, now).await?;
            let charged = RateLimit {
                failures: before.failures.saturating_add(1),
                until: before.at + policy::SIGN_IN_WINDOW,
                ..before
            };
            rate_limits::update(tx, key, charged).await?;
        }
        if reserved.address.is_some() {
            let (key, before) = self.everywhere(tx, &reserved.account, now).await?;
            let level = before.at.max(now) + FORGETS_ONE;
            let charged = RateLimit {
                failures: before.failures.saturating_add(1),
                at: level,
                until: opens(level).max(now),
            };
            limits::update(tx, &key, charged).await?;
        }
        let before = place(tx, reserved, now).await?;
        let failures = if now.since(before.at) > policy::SIGN_IN_MEMORY {
            1
        } else {
            before.failures.saturating_add(1)
        };
        let charged = RateLimit {
            failures,
            at: now,
            until: now + lock_after(failures),
        };
        limits::update(tx, &reserved.place, charged).await?;
        limits::release(tx, reserved.id).await?;
        Ok(failures)
    }

    /// A right proof clears what was counted at its place; everywhere else keeps its count.
    pub(crate) async fn clear(self, tx: &mut Tx, reserved: &Try) -> Result<(), InternalError> {
        limits::delete(tx, &reserved.place).await?;
        Ok(limits::release(tx, reserved.id).await?)
    }

    /// Forgets all wrong sign-ins to one account, wherever they came from. The limit over all places is locked first, as
    /// by a stranger's sign-in.
    pub(crate) async fn clear_account(
        self,
        tx: &mut Tx,
        digest: &[u8],
    ) -> Result<(), InternalError> {
        let account = Account {
            digest: digest.to_vec(),
            staff: None,
            person: None,
        };
        self.everywhere(tx, &account, self.ports().now()).await?;
        limits::delete_of(tx, digest).await?;
        Ok(())
    }

    /// Gives a reserved sign-in back: half a proof was right, and neither counts nor clears.
    pub(crate) async fn release(self, tx: &mut Tx, reserved: &Try) -> Result<(), InternalError> {
        Ok(limits::release(tx, reserved.id).await?)
    }

    /// Whether a password is the one hashed. What was not evaluated is given back.
    pub(crate) async fn check_password(
        self,
        class: Class,
        reserved: &Try,
        password: &str,
        hash: Option<&str>,
    ) -> Result<bool, InternalError> {
        match self.hasher().verify_password(class, password, hash).await {
            Ok(right) => Ok(right),
            Err(busy) => {
                let mut tx = self.store().begin().await?;
                self.release(&mut tx, reserved).await?;
                tx.commit().await?;
                Err(busy.into())
            }
        }
    }

    /// The hash of a right password made anew, where its own is outdated. While there is no room for it, the old one
    /// is good for another sign-in.
    pub(crate) async fn renewed_hash(
        self,
        class: Class,
        password: &str,
        verified: &str,
    ) -> Option<String> {
        let renewed = self.hasher().renewed(class, password, verified).await;
        renewed.ok().flatten()
    }

    fn try_at(self, attempt: &SignInAttempt<'_>) -> Try {
        let account = self.account_at(attempt.purpose, attempt.email);
        let device = self.device(attempt.source);
        let known = attempt
            .holder
            .is_some_and(|(_, round)| device.knows(&account, round));
        let digest = |kind: &str, of: &[u8]| {
            let parts = [kind.as_bytes(), attempt.purpose.as_bytes(), of];
            self.sealer().digest("throttle", &parts)
        };
        let of_account = |kind: &str, of: &[u8]| {
            let parts = [kind.as_bytes(), account.as_slice(), of];
            self.sealer().digest("throttle", &parts)
        };
        let Source {
            address, network, ..
        } = attempt.source;
        let holder = attempt.holder.map(|(holder, _)| holder);
        let stranger = !known;
        Try {
            id: self.ports().id(),
            place: if known {
                of_account("sign-in-device", &device.id)
            } else {
                of_account("sign-in-place", address.as_bytes())
            },
            address: stranger.then(|| digest("sign-in-from", address.as_bytes())),
            network: stranger.then(|| digest("sign-in-network", network.as_bytes())),
            account: Account {
                staff: match holder {
                    Some(Holder::Staff(id)) => Some(id),
                    _ => None,
                },
                person: match holder {
                    Some(Holder::Person(id)) => Some(id),
                    _ => None,
                },
                digest: account,
            },
        }
    }

    /// An address as the limits and devices of one kind of account know it.
    pub(crate) fn account_at(self, purpose: &str, email: &str) -> Vec<u8> {
        let email = email_key(email);
        let parts = [b"sign-in".as_slice(), purpose.as_bytes(), email.as_bytes()];
        self.sealer().digest("throttle", &parts)
    }

    /// The limit of an account over all places but known devices, and its key: its level as a time, which each wrong
    /// proof moves on.
    async fn everywhere(
        self,
        tx: &mut Tx,
        account: &Account,
        now: Timestamp,
    ) -> Result<(Vec<u8>, RateLimit), InternalError> {
        let parts = [b"sign-in-everywhere".as_slice(), account.digest.as_slice()];
        let key = self.sealer().digest("throttle", &parts);
        let stored = limits::lock(tx, &key, account, now).await?;
        let limit = possible(stored, now, policy::SIGN_IN_ACCOUNT_WINDOW, FORGETS_ONE);
        if limit != stored {
            limits::update(tx, &key, limit).await?;
        }
        Ok((key, limit))
    }
}

/// The windows over an address and over its wider network, in the order in which they are locked.
fn windows_of(reserved: &Try) -> impl Iterator<Item = (&[u8], u32)> {
    let address = reserved.address.as_deref();
    let network = reserved.network.as_deref();
    address
        .map(|key| (key, policy::SIGN_IN_ADDRESS_FAILURES))
        .into_iter()
        .chain(network.map(|key| (key, policy::SIGN_IN_NETWORK_FAILURES)))
}

/// What a window counts, from its first failure on.
async fn window(tx: &mut Tx, key: &[u8], now: Timestamp) -> Result<RateLimit, InternalError> {
    let stored = mended(tx, key, now, policy::SIGN_IN_WINDOW).await?;
    let over = stored.failures == 0 || now.since(stored.at) > policy::SIGN_IN_WINDOW;
    Ok(if over {
        RateLimit {
            failures: 0,
            at: now,
            until: now,
        }
    } else {
        stored
    })
}

/// What an account's place counts.
async fn place(tx: &mut Tx, reserved: &Try, now: Timestamp) -> Result<RateLimit, InternalError> {
    let stored = limits::lock(tx, &reserved.place, &reserved.account, now).await?;
    let limit = possible(stored, now, Duration::ZERO, policy::SIGN_IN_LOCK_MAX);
    if limit != stored {
        limits::update(tx, &reserved.place, limit).await?;
    }
    Ok(limit)
}

/// A row with its lock, corrected where a clock that stepped back left times in it.
async fn mended(
    tx: &mut Tx,
    key: &[u8],
    now: Timestamp,
    longest: Duration,
) -> Result<RateLimit, InternalError> {
    let stored = rate_limits::lock(tx, key, now).await?;
    let limit = possible(stored, now, Duration::ZERO, longest);
    if limit != stored {
        rate_limits::update(tx, key, limit).await?;
    }
    Ok(limit)
}

/// How long the limit over all places takes to forget one wrong proof.
const FORGETS_ONE: Duration = Duration::from_secs(
    policy::SIGN_IN_ACCOUNT_WINDOW.as_secs() / policy::SIGN_IN_ACCOUNT_FAILURES as u64,
);

/// When the limit over all places has room for one more again.
fn opens(level: Timestamp) -> Timestamp {
    level + FORGETS_ONE - policy::SIGN_IN_ACCOUNT_WINDOW
}

/// No lock for the first few, then one that doubles.
fn lock_after(failures: u32) -> Duration {
    const DOUBLINGS: u32 = 20;
    match failures.checked_sub(policy::SIGN_IN_FAILURES) {
        None => Duration::ZERO,
        Some(beyond) => policy::SIGN_IN_LOCK_MAX
            .min(policy::SIGN_IN_LOCK.saturating_mul(1 << beyond.min(DOUBLINGS))),
    }
}

//! The two shapes of a limit that is counted per key in table `throttle`: so many in a window of time, and a bucket that
//! drains steadily. What a clock that stepped back left behind is corrected here, once for all of them.

use domain::timestamp::Timestamp;
use std::time::Duration;
use store::Tx;
use store::rate_limits::{self, RateLimit};

/// A row as it can be: a clock that stepped back left times that no limit makes. What is counted is at most `ahead` of
/// now, and no wait is longer than `longest`. Kept as they are, such times would hold until the clock comes by again.
pub(crate) fn possible(
    stored: RateLimit,
    now: Timestamp,
    ahead: Duration,
    longest: Duration,
) -> RateLimit {
    RateLimit {
        at: stored.at.min(now + ahead),
        until: stored.until.min(now + longest),
        ..stored
    }
}

/// So many from the first one on, until the window is over.
#[derive(Clone, Copy)]
pub(crate) struct Window {
    pub length: Duration,
    pub most: u32,
}

impl Window {
    /// Counts one more, if there is room; until when to wait where there is none.
    pub async fn take(
        self,
        tx: &mut Tx,
        key: &[u8],
        now: Timestamp,
    ) -> store::Result<Option<Timestamp>> {
        let counted = self.so_far(tx, key, now).await?;
        if counted.failures >= self.most {
            return Ok(Some(counted.until));
        }
        self.count(tx, key, counted).await?;
        Ok(None)
    }

    /// Counts one more, and says the how-manieth it is; past the limit nothing is written.
    pub async fn number(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<u32> {
        let counted = self.so_far(tx, key, now).await?;
        let number = counted.failures.saturating_add(1);
        if number <= self.most {
            self.count(tx, key, counted).await?;
        }
        Ok(number)
    }

    /// Gives one back that came to nothing.
    pub async fn give_back(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<()> {
        let counted = self.so_far(tx, key, now).await?;
        let fewer = RateLimit {
            failures: counted.failures.saturating_sub(1),
            ..counted
        };
        rate_limits::update(tx, key, fewer).await
    }

    /// How many it counted so far; takes no lock.
    pub async fn counted(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<u32> {
        let stored = rate_limits::find(tx, key).await?;
        let stored = stored.filter(|stored| !self.is_over(*stored, now));
        Ok(stored.map_or(0, |stored| stored.failures))
    }

    /// A window that begins in the future was begun before the clock was put back.
    fn is_over(self, stored: RateLimit, now: Timestamp) -> bool {
        now < stored.at || now >= stored.at + self.length
    }

    async fn count(self, tx: &mut Tx, key: &[u8], counted: RateLimit) -> store::Result<()> {
        let more = RateLimit {
            failures: counted.failures + 1,
            ..counted
        };
        rate_limits::update(tx, key, more).await
    }

    /// What this window counted so far, with the row's lock.
    async fn so_far(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<RateLimit> {
        let stored = rate_limits::lock(tx, key, now).await?;
        Ok(if stored.failures == 0 || self.is_over(stored, now) {
            RateLimit {
                failures: 0,
                at: now,
                until: now + self.length,
            }
        } else {
            stored
        })
    }
}

/// A burst, then one for each interval. The level is kept as a time: each one that is taken moves it on by an interval,
/// and the burst is how far it may run ahead of the clock.
#[derive(Clone, Copy)]
pub(crate) struct Bucket {
    pub interval: Duration,
    pub burst: u32,
}

impl Bucket {
    /// Whether one more has room; takes nothing and no lock.
    pub async fn has_room(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<bool> {
        let full = self.full(now);
        let bucket = rate_limits::find(tx, key).await?;
        // A level beyond the burst was left by a clock that was put back: one is let by, and taking it corrects the level.
        Ok(bucket.is_none_or(|bucket| self.level(bucket, now) < full || bucket.until > full))
    }

    /// Takes one, if there is room.
    pub async fn take(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<bool> {
        let bucket = rate_limits::lock(tx, key, now).await?;
        let full = self.full(now);
        let level = self.level(bucket, now);
        let fits = level < full;
        let taken = RateLimit {
            failures: bucket.failures.saturating_add(u32::from(fits)),
            at: now,
            until: if fits { level + self.interval } else { full },
        };
        if fits || bucket.until > full {
            rate_limits::update(tx, key, taken).await?;
        }
        Ok(fits)
    }

    /// Gives one back.
    pub async fn give_back(self, tx: &mut Tx, key: &[u8], now: Timestamp) -> store::Result<()> {
        let bucket = rate_limits::lock(tx, key, now).await?;
        let released = RateLimit {
            failures: bucket.failures.saturating_sub(1),
            until: bucket.until - self.interval,
            ..bucket
        };
        rate_limits::update(tx, key, released).await
    }

    fn full(self, now: Timestamp) -> Timestamp {
        now + self.interval * self.burst
    }

    fn level(self, bucket: RateLimit, now: Timestamp) -> Timestamp {
        if bucket.failures == 0 {
            return now;
        }
        let longest = self.interval * self.burst;
        let bucket = possible(bucket, now, Duration::ZERO, longest);
        bucket.until.max(now)
    }
}

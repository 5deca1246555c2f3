//! The least that someone moves who sends a body or takes an answer: bytes a second, with some grace.
//!
//! Only waiting counts, in whole steps. Knows nothing of HTTP.

use domain::policy;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// Each step of waiting costs as many bytes as have to move in it.
#[derive(Clone, Copy, Debug)]
pub struct Floor {
    pub step: Duration,
    pub bytes_a_step: u64,
    /// Steps in which nothing may move.
    pub grace: u64,
}

impl Default for Floor {
    fn default() -> Self {
        Self {
            step: Duration::from_secs(1),
            bytes_a_step: policy::TRANSFER_RATE,
            grace: policy::TRANSFER_GRACE_SECONDS,
        }
    }
}

/// How one transfer goes.
#[derive(Debug)]
pub struct Pace {
    floor: Floor,
    /// In bytes: what waiting costs and moving gives back, never more than the grace is worth.
    credit: u64,
    step: Option<Pin<Box<Sleep>>>,
}

impl Pace {
    pub fn new(floor: Floor) -> Self {
        Self {
            floor,
            credit: floor.bytes_a_step * floor.grace,
            step: None,
        }
    }

    pub fn moved(&mut self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let most = self.floor.bytes_a_step * self.floor.grace;
        self.credit = self.credit.saturating_add(bytes).min(most);
    }

    /// Nothing moves just now; ready once that is so for too long. A step that has begun continues when something moves,
    /// so that a byte now and then does not stop the count.
    pub fn poll_too_slow(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            let length = self.floor.step;
            let step = self.step.get_or_insert_with(|| Box::pin(sleep(length)));
            ready!(step.as_mut().poll(cx));
            self.step = None;
            match self.credit.checked_sub(self.floor.bytes_a_step) {
                Some(left) => self.credit = left,
                None => return Poll::Ready(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::time::timeout;

    const FLOOR: Floor = Floor {
        step: Duration::from_secs(1),
        bytes_a_step: 100,
        grace: 5,
    };

    /// Whether someone who moves so many bytes each time after so long may continue for an hour.
    async fn goes_on(bytes: usize, every: Duration) -> bool {
        let mut pace = Pace::new(FLOOR);
        let times = Duration::from_hours(1).as_millis() / every.as_millis();
        for _ in 0..times {
            let slow = poll_fn(|cx| pace.poll_too_slow(cx));
            if timeout(every, slow).await.is_ok() {
                return false;
            }
            pace.moved(bytes);
        }
        true
    }

    #[tokio::test(start_paused = true)]
    async fn a_peer_at_the_least_rate_continues_for_as_long_as_it_takes() {
        assert!(goes_on(100, Duration::from_secs(1)).await);
        assert!(goes_on(450, Duration::from_millis(4_500)).await);
    }

    #[tokio::test(start_paused = true)]
    async fn below_the_least_rate_no_peer_continues() {
        for (bytes, milliseconds) in [
            (0, 1_000),
            (90, 1_000),
            (1, 100),
            (9, 100),
            (100_000, 7_000),
        ] {
            let every = Duration::from_millis(milliseconds);
            assert!(
                !goes_on(bytes, every).await,
                "{bytes} every {milliseconds} ms"
            );
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_moved_before_buys_no_longer_silence_than_the_grace() {
        let mut pace = Pace::new(FLOOR);
        pace.moved(1_000_000);
        let start = tokio::time::Instant::now();
        poll_fn(|cx| pace.poll_too_slow(cx)).await;
        assert_eq!(start.elapsed().as_secs(), 6);
    }
}

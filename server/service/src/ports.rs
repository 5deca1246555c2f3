//! Clock and entropy. Nothing else in the server reads time or randomness, so tests can fix both.

use domain::timestamp::Timestamp;
use rand::rand_core::{Rng, UnwrapErr};
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};
use time::OffsetDateTime;
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Debug + Send + Sync {
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the port")]
    fn now(&self) -> Timestamp {
        Timestamp::from_date_time(OffsetDateTime::now_utc()).unwrap_or(Timestamp::from_micros(0))
    }
}

/// Clock and entropy together: what makes ids, codes, salts and keys.
#[derive(Clone)]
pub struct Ports {
    clock: Arc<dyn Clock>,
    rng: Arc<Mutex<Box<dyn Rng + Send>>>,
}

impl Debug for Ports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ports")
            .field("clock", &self.clock)
            .finish_non_exhaustive()
    }
}

impl Ports {
    /// The machine's clock and the operating system's entropy.
    pub fn system() -> Self {
        Self::new(
            Arc::new(SystemClock),
            Box::new(UnwrapErr(rand::rngs::SysRng)),
        )
    }

    pub fn new(clock: Arc<dyn Clock>, rng: Box<dyn Rng + Send>) -> Self {
        Self {
            clock,
            rng: Arc::new(Mutex::new(rng)),
        }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(&mut bytes);
        bytes
    }

    /// A uniform number below `bound`, which is at least 1.
    pub fn below(&self, bound: u32) -> u32 {
        let fair = u32::MAX / bound * bound;
        loop {
            let word = u32::from_le_bytes(self.bytes());
            if word < fair {
                return word % bound;
            }
        }
    }

    /// A UUIDv7 from our clock and our entropy: ids sort by the time they were made.
    pub fn id(&self) -> Uuid {
        let millis = u64::try_from(self.now().micros() / 1_000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }
}

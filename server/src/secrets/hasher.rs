//! Hashes answers and passwords with argon2id on a bounded pool, so that a flood costs neither memory nor other pages.

use super::Sealer;
use crate::ports::Ports;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How many may wait for each one at work; beyond that the answer is "busy".
const WAITING_PER_PERMIT: usize = 32;

/// The pool: as many hashes at once as the machine has cores.
#[derive(Clone)]
pub struct Hasher {
    sealer: Arc<Sealer>,
    ports: Ports,
    at_work: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    /// Compared against when there is nobody to compare with, so that it takes as long.
    decoy: Arc<str>,
}

/// Too much is being hashed just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many hashes are waiting")]
pub struct Busy;

impl Hasher {
    pub fn new(sealer: Arc<Sealer>, ports: Ports) -> Self {
        let permits = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let decoy = hash(&sealer, b"nobody's secret", &ports.bytes())
            .unwrap_or_default()
            .into();
        Self {
            sealer,
            ports,
            at_work: Arc::new(Semaphore::new(permits)),
            waiting: Arc::new(Semaphore::new(permits * (WAITING_PER_PERMIT + 1))),
            decoy,
        }
    }

    /// A PHC string with a new salt of 16 bytes.
    pub async fn hash(&self, secret: &[u8]) -> Result<String, Busy> {
        let salt = self.ports.bytes::<16>();
        let secret = Zeroizing::new(secret.to_vec());
        self.run(move |sealer| hash(sealer, &secret, &salt))
            .await?
            .ok_or(Busy)
    }

    /// Whether `secret` is the one hashed; without a hash it takes as long and says no.
    pub async fn verify(&self, secret: &[u8], hashed: Option<&str>) -> Result<bool, Busy> {
        let secret = Zeroizing::new(secret.to_vec());
        let known = hashed.is_some();
        let hashed = hashed.unwrap_or(&self.decoy).to_owned();
        let matches = self
            .run(move |sealer| verify(sealer, &secret, &hashed))
            .await?;
        Ok(known && matches)
    }

    /// Whether a hash was made with weaker numbers than today's.
    pub fn is_outdated(hashed: &str) -> bool {
        let today = format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$");
        !hashed.starts_with(&today)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Sealer) -> T + Send + 'static,
    ) -> Result<T, Busy> {
        let place = self.waiting.clone().try_acquire_owned().map_err(|_| Busy)?;
        let permit = self
            .at_work
            .clone()
            .acquire_owned()
            .await
            .map_err(|_| Busy)?;
        let sealer = self.sealer.clone();
        // The permits move with the work: a client that hangs up frees nothing early.
        tokio::task::spawn_blocking(move || {
            let done = work(&sealer);
            drop((permit, place));
            done
        })
        .await
        .map_err(|_| Busy)
    }
}

fn argon2(sealer: &Sealer) -> Option<Argon2<'_>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Argon2::new_with_secret(sealer.pepper(), Algorithm::Argon2id, Version::V0x13, params).ok()
}

fn hash(sealer: &Sealer, secret: &[u8], salt: &[u8; 16]) -> Option<String> {
    let hashed: argon2::password_hash::phc::PasswordHash =
        argon2(sealer)?.hash_password_with_salt(secret, salt).ok()?;
    Some(hashed.to_string())
}

fn verify(sealer: &Sealer, secret: &[u8], hashed: &str) -> bool {
    match (argon2(sealer), PasswordHash::new(hashed)) {
        (Some(argon2), Ok(hashed)) => argon2.verify_password(secret, &hashed).is_ok(),
        _ => false,
    }
}

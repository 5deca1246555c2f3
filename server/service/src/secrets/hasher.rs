//! Hashes answers and passwords with argon2id on a bounded pool, so that a flood costs neither memory nor other pages.

use super::Sealer;
use super::pool::{Busy, Class, Pool, Turn};
use crate::ports::Ports;
use argon2::password_hash::phc::{self, Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::sync::Arc;
use subtle::ConstantTimeEq;
use tokio::sync::oneshot::error::RecvError;
use tokio::task::JoinError;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What one hash is computed in. Each permit keeps its own, made at its first hash: memory on loan from the system for
/// each hash would go back to it late or never.
pub type Memory = Vec<Block>;

/// The pool: as many hashes at once as there are permits.
#[derive(Clone)]
pub struct Hasher {
    sealer: Arc<Sealer>,
    ports: Ports,
    pool: Arc<Pool<Memory>>,
    /// Compared against when there is no one to compare with, so that it takes as long.
    decoy: Arc<str>,
}

/// Why something is not hashed.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    #[error(transparent)]
    Busy(#[from] Busy),
    #[error("argon2: {0}")]
    Argon2(#[from] argon2::Error),
    #[error("a hash in the database cannot be read: {0}")]
    Unreadable(#[from] phc::Error),
    #[error("the numbers of a hash in the database do not fit: {0}")]
    Numbers(#[from] argon2::password_hash::Error),
    #[error("a hash in the database lacks its salt or its value")]
    Incomplete,
    #[error("the thread that hashed ended early: {0}")]
    Ended(#[from] JoinError),
    #[error("the pool of hashes is closed: {0}")]
    Closed(#[from] RecvError),
}

/// What a typed password may have been hashed as: today's form (NFKC) first, then what came and its decomposed form,
/// each once. A password of ASCII letters has one.
struct Forms(Vec<Zeroizing<String>>);

impl Forms {
    fn of(password: &str) -> Self {
        let all = [
            password.nfkc().collect(),
            password.to_owned(),
            password.nfd().collect(),
            password.nfc().collect(),
        ];
        let mut forms: Vec<Zeroizing<String>> = Vec::new();
        for form in all.map(Zeroizing::new) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        Self(forms)
    }

    fn today(&self) -> &str {
        self.0.first().map_or("", |form| form.as_str())
    }
}

type Result<T> = std::result::Result<T, HashError>;

impl Hasher {
    /// A pool of so many permits. Fails where this machine cannot hash at all.
    pub fn new(sealer: Arc<Sealer>, ports: Ports, permits: usize) -> Result<Self> {
        let mut memory = Memory::new();
        let decoy = hash(&sealer, b"nobody's secret", &ports.bytes(), &mut memory)?.into();
        let mut kept = vec![Memory::new(); permits.saturating_sub(1)];
        kept.push(memory);
        Ok(Self {
            sealer,
            ports,
            pool: Pool::new(kept),
            decoy,
        })
    }

    /// A PHC string with a new salt of 16 bytes.
    pub async fn hash(&self, class: Class, secret: &[u8]) -> Result<String> {
        let salt = self.ports.bytes::<16>();
        let secret = Zeroizing::new(secret.to_vec());
        self.run(class, move |sealer, memory| {
            hash(sealer, &secret, &salt, memory)
        })
        .await
    }

    /// Whether `secret` is the one hashed; without a hash it takes as long and says no.
    pub async fn verify(&self, class: Class, secret: &[u8], hashed: Option<&str>) -> Result<bool> {
        let secret = Zeroizing::new(secret.to_vec());
        let known = hashed.is_some();
        let hashed = hashed.unwrap_or(&self.decoy).to_owned();
        let matches = self
            .run(class, move |sealer, memory| {
                verify(sealer, &secret, &hashed, memory)
            })
            .await?;
        Ok(known && matches)
    }

    /// The hash of a password in the form that every device types it in.
    pub async fn hash_password(&self, class: Class, password: &str) -> Result<String> {
        self.hash(class, Forms::of(password).today().as_bytes())
            .await
    }

    /// Whether a password is the one hashed. Earlier versions hashed what a device happened to send: composed,
    /// decomposed or neither, so each form is tried, and as many without a hash.
    pub async fn verify_password(
        &self,
        class: Class,
        password: &str,
        hashed: Option<&str>,
    ) -> Result<bool> {
        for form in &Forms::of(password).0 {
            if self.verify(class, form.as_bytes(), hashed).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The hash made anew of a right password, where its own was made with weaker numbers than today's or of another
    /// form of the password.
    pub async fn renewed(
        &self,
        class: Class,
        password: &str,
        verified: &str,
    ) -> Result<Option<String>> {
        let forms = Forms::of(password);
        let today = forms.today().as_bytes();
        let outdated = Self::is_outdated(verified)
            || (forms.0.len() > 1 && !self.verify(class, today, Some(verified)).await?);
        if outdated {
            self.hash(class, today).await.map(Some)
        } else {
            Ok(None)
        }
    }

    /// Whether a hash was made with weaker numbers than today's.
    pub fn is_outdated(hashed: &str) -> bool {
        let today = format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$");
        !hashed.starts_with(&today)
    }

    /// A place in the queue of `class`; no more is hashed at once than there are permits.
    pub fn queue(&self, class: Class) -> Result<Turn<Memory>> {
        Ok(self.pool.queue(class)?)
    }

    /// How many of a class wait.
    pub fn waiting(&self, class: Class) -> usize {
        self.pool.waiting(class)
    }

    async fn run<T: Send + 'static>(
        &self,
        class: Class,
        work: impl FnOnce(&Sealer, &mut Memory) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let mut permit = self.queue(class)?.await?;
        let sealer = self.sealer.clone();
        // The permit moves with the work: a client that hangs up frees nothing early.
        tokio::task::spawn_blocking(move || work(&sealer, &mut permit.kept)).await?
    }
}

fn argon2(
    sealer: &Sealer,
    algorithm: Algorithm,
    version: Version,
    params: Params,
) -> argon2::Result<Argon2<'_>> {
    Argon2::new_with_secret(sealer.pepper(), algorithm, version, params)
}

/// Hashes in the first blocks of `memory`, which grows to as many as it takes.
fn fill(
    argon2: &Argon2<'_>,
    secret: &[u8],
    salt: &[u8],
    output: &mut [u8],
    memory: &mut Memory,
) -> argon2::Result<()> {
    let blocks = argon2.params().block_count();
    if memory.len() < blocks {
        memory.resize(blocks, Block::new());
    }
    argon2.hash_password_into_with_memory(secret, salt, output, memory)
}

fn hash(sealer: &Sealer, secret: &[u8], salt: &[u8; 16], memory: &mut Memory) -> Result<String> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    let written = ParamsString::try_from(&params)?;
    let argon2 = argon2(sealer, algorithm, version, params)?;
    fill(&argon2, secret, salt, &mut output, memory)?;
    let hashed = PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: written,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&output)?),
    };
    Ok(hashed.to_string())
}

fn verify(sealer: &Sealer, secret: &[u8], hashed: &str, memory: &mut Memory) -> Result<bool> {
    let hashed = PasswordHash::new(hashed)?;
    let (Some(salt), Some(expected)) = (&hashed.salt, &hashed.hash) else {
        return Err(HashError::Incomplete);
    };
    let params = Params::try_from(&hashed)?;
    let algorithm = Algorithm::try_from(hashed.algorithm.as_str())?;
    let version = hashed
        .version
        .map(Version::try_from)
        .transpose()?
        .unwrap_or_default();
    // Numbers of another day take memory of their own: the permit's stays as large as today's.
    let mut own = Memory::new();
    let memory = if params.m_cost() == MEMORY_KIB {
        memory
    } else {
        &mut own
    };
    let argon2 = argon2(sealer, algorithm, version, params)?;
    let mut output = vec![0; expected.len()];
    fill(&argon2, secret, salt, &mut output, memory)?;
    Ok(output.ct_eq(expected.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SystemClock;
    use crate::secrets::KeyFile;
    use argon2::PasswordHasher;
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;
    use std::collections::BTreeSet;
    use tokio::task::JoinSet;

    const SALT: &[u8; 16] = b"sixteen bytes...";

    fn hasher(permits: usize) -> Hasher {
        let ports = Ports::new(
            Arc::new(SystemClock),
            Box::new(ChaCha20Rng::seed_from_u64(1)),
        );
        let folder = tempfile::tempdir().expect("a folder");
        let key = KeyFile::create(&folder.path().join("key"), &ports).expect("a key");
        Hasher::new(Arc::new(Sealer::new(&key)), ports, permits).expect("a hasher")
    }

    /// As the library itself writes it, in memory of its own.
    fn by_the_library(hasher: &Hasher, memory: u32, passes: u32) -> String {
        let params = Params::new(memory, passes, 1, None).expect("numbers");
        let argon2 = argon2(&hasher.sealer, Algorithm::Argon2id, Version::V0x13, params);
        let written: PasswordHash = argon2
            .expect("argon2")
            .hash_password_with_salt(b"velvet walnut", SALT)
            .expect("a hash");
        written.to_string()
    }

    /// Where the memory of each permit lies, of those that have any.
    async fn memories(hasher: &Hasher) -> BTreeSet<(usize, usize)> {
        let mut held = Vec::new();
        for _ in 0..2 {
            let turn = hasher.queue(Class::Staff).expect("a place");
            held.push(turn.await.expect("a permit"));
        }
        let places = held.iter().map(|permit| &permit.kept);
        let made = places.filter(|memory| !memory.is_empty());
        made.map(|memory| (memory.as_ptr().addr(), memory.len()))
            .collect()
    }

    async fn hash_twelve_at_once(hasher: &Hasher) {
        let mut tasks = JoinSet::new();
        for number in 0..12_u8 {
            let hasher = hasher.clone();
            tasks.spawn(async move { hasher.hash(Class::Staff, &[number]).await });
        }
        for hashed in tasks.join_all().await {
            hashed.expect("a hash");
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn each_permit_hashes_in_one_memory_that_it_keeps() {
        let hasher = hasher(2);
        // One hashes while the other is held, so that each has memory.
        let held = hasher.queue(Class::Staff).expect("a place").await;
        hasher.hash(Class::Staff, b"1").await.expect("a hash");
        drop(held);
        let before = memories(&hasher).await;
        assert_eq!(before.len(), 2);
        assert!(before.iter().all(|(_, blocks)| *blocks == 19_456));
        hash_twelve_at_once(&hasher).await;
        assert_eq!(memories(&hasher).await, before);
    }

    #[tokio::test]
    async fn a_hash_reads_as_the_library_writes_it() {
        let hasher = hasher(1);
        let ours = hash(&hasher.sealer, b"velvet walnut", SALT, &mut Memory::new());
        let ours = ours.expect("a hash");
        assert_eq!(ours, by_the_library(&hasher, MEMORY_KIB, PASSES));
        assert!(!Hasher::is_outdated(&ours));
    }

    #[tokio::test]
    async fn a_hash_with_other_numbers_is_verified_in_memory_of_its_own() {
        let hasher = hasher(1);
        let before = memories_of_one(&hasher).await;
        for memory in [8, 1_024, MEMORY_KIB, 2 * MEMORY_KIB] {
            let written = by_the_library(&hasher, memory, 1);
            assert!(Hasher::is_outdated(&written));
            for (secret, right) in [("velvet walnut", true), ("velvet walnuts", false)] {
                let said = hasher
                    .verify(Class::Person, secret.as_bytes(), Some(&written))
                    .await;
                assert_eq!(said.expect("an answer"), right, "{memory} {secret}");
            }
        }
        assert_eq!(memories_of_one(&hasher).await, before);
    }

    async fn memories_of_one(hasher: &Hasher) -> (usize, usize) {
        let permit = hasher.queue(Class::Staff).expect("a place").await;
        let memory = &permit.expect("a permit").kept;
        (memory.as_ptr().addr(), memory.len())
    }

    #[tokio::test]
    async fn a_password_is_one_however_its_letters_are_composed() {
        let hasher = hasher(1);
        let (composed, apart) = ("K\u{e4}se und Brot 12", "Ka\u{308}se und Brot 12");
        let today = hasher
            .hash_password(Class::Staff, apart)
            .await
            .expect("a hash");
        let is = async |typed, hash: &str| {
            let verified = hasher.verify_password(Class::Staff, typed, Some(hash));
            verified.await.expect("an answer")
        };
        let renewed = async |typed, hash: &str| {
            let renewed = hasher.renewed(Class::Staff, typed, hash);
            renewed.await.expect("an answer")
        };
        for typed in [composed, apart, "K\u{e4}se und Brot １２"] {
            assert!(is(typed, &today).await, "{typed}");
            assert_eq!(renewed(typed, &today).await, None, "{typed}");
        }
        for earlier in [composed, apart] {
            let hash = hasher
                .hash(Class::Staff, earlier.as_bytes())
                .await
                .expect("a hash");
            for typed in [composed, apart] {
                assert!(is(typed, &hash).await, "{typed}");
                assert_eq!(
                    renewed(typed, &hash).await.is_some(),
                    earlier == apart,
                    "{typed}"
                );
            }
            assert!(!is("Kase und Brot 12", &hash).await);
        }
        assert_eq!(Forms::of("three words together").0.len(), 1);
        assert!(Forms::of(apart).0.len() <= 4);
    }

    #[tokio::test]
    async fn without_a_hash_the_answer_is_no_and_takes_one_hash() {
        let hasher = hasher(1);
        assert!(PasswordHash::new(&hasher.decoy).is_ok());
        let known = hasher.verify(Class::Person, b"nobody's secret", None).await;
        assert!(!known.expect("an answer"));
    }

    #[tokio::test]
    async fn what_fails_says_why_and_gives_its_permit_back() {
        let hasher = hasher(1);
        let broken = hasher.verify(Class::Person, b"x", Some("$argon2id$")).await;
        assert!(
            matches!(broken, Err(HashError::Unreadable(_))),
            "{broken:?}"
        );
        let short = "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcw";
        let short = hasher.verify(Class::Person, b"x", Some(short)).await;
        assert!(matches!(short, Err(HashError::Incomplete)), "{short:?}");
        let ended: Result<()> = hasher
            .run(Class::Person, |_, _| panic!("as a bug would"))
            .await;
        assert!(matches!(ended, Err(HashError::Ended(_))), "{ended:?}");
        assert!(hasher.hash(Class::Person, b"x").await.is_ok());
    }
}

//! The use cases. Each owns its transaction, checks rights, and leaves one audit record in it.
//!
//! Pages, API and command line all call these. Uses `store`, `mail`, `secrets`, `ports` and `domain`;
//! knows nothing of HTTP.

mod accounts;
mod answers;
mod api_keys;
mod applications;
mod audit;
mod audit_checkpoint;
mod audit_proof;
mod authenticators;
mod authorize;
mod batches;
mod callbacks;
mod certificates;
mod change_record;
mod clean_up;
mod clinics;
mod connect_requests;
mod demonstration;
mod devices;
mod events;
mod first_start;
mod fresh_proof;
mod gauges;
mod half_sign_ins;
mod hand_over;
mod identity_codes;
mod import_file;
mod import_text;
mod imports;
mod installation;
mod invitations;
mod letters;
mod limits;
mod locks;
mod logos;
mod look;
mod mailing;
mod merge;
mod new_request;
mod notices;
mod password_resets;
mod passwords;
mod patient;
mod people;
mod platform_limits;
mod platform_sessions;
mod polls;
mod readiness;
mod reissue;
mod reminders;
mod request_changes;
mod seen;
mod sessions;
mod sign_up_limits;
mod signed_calls;
mod staff;
mod staff_account;
mod staff_resets;
mod strangers;
mod tallies;
mod team;
mod things;
mod typed_answer;

pub use accounts::{
    AccountView, ConfirmRefusal, Connection, Resent, SignUpProblem, SignUpRefusal, SignedInPerson,
};
pub use answers::Answered;
pub use applications::{Administrator, ApplicationChange, ApplicationRefusal};
pub use audit::{Actor, LogFilter, Logged};
pub use audit_checkpoint::{Checkpoint, CheckpointRefusal};
pub use audit_proof::{Break, BrokenChain, Verified, Witness};
pub use authenticators::{CodeRefusal, Enrolled, Enroller, NewSecret};
pub use authorize::{
    AuthorizeRefusal, Chosen, Connected, Consent, Decision, RecordAnswer, is_taken,
};
pub use callbacks::{Call, Callback, CallbackRefusal};
pub use certificates::{Certificate, CertificateRefusal};
pub use change_record::{
    ChangeRefusal, ChangeableRecord, Letter, RecordChange, RecordChanged, Touched,
};
pub use clean_up::CleanedUp;
pub use clinics::{ClinicView, ManagerRefusal, NewClinic, NewClinicProblem, NewClinicRefusal};
pub use connect_requests::{Caller, Holder, Listing, Page, View};
pub use demonstration::{Demonstration, DemonstrationRefusal, DemonstrationRequest};
pub use events::{EventPage, EventsRefusal};
pub use first_start::{SetUp, SetUpProblem, SetUpRefusal};
pub use fresh_proof::{NotProven, ProveRefusal};
pub use imports::{BatchRefusal, BatchView, ImportRefusal};
pub use installation::Operator;
pub use invitations::{AcceptRefusal, InvitationRefusal, InviteProblem, InviteRefusal, Invited};
pub use letters::{LetterRefusal, LettersRefusal, Printed};
pub use limits::{SignInRefusal, Source};
pub use locks::{Lock, UnlockRefusal};
pub use logos::LogoRefusal;
pub use look::{Look, Tables};
pub use mailing::{MailJob, Settled};
pub use merge::{MergeRefusal, Merging, Side as MergeSide};
pub use new_request::{CreateRefusal, IdempotencyKey, Made};
pub use password_resets::{AskRefusal, ResetProblem, ResetRefusal};
pub use patient::{Entered, Flow, FlowEnd, FlowView, NotMeDone, RecordChoice, Stage};
pub use people::{AlternateIdRefusal, ConnectedPatient, Granted, People, PeopleFilter};
pub use platform_sessions::{
    OpenedSession, PlatformSession, Proof, ProofRefusal, SecretFrom, TokenRefusal,
};
pub use polls::{Authorized, PollCursor, PollFrom};
pub use reissue::{BulkRefusal, ReissueRefusal, Reissuing};
pub use request_changes::{CancelRefusal, DeleteRefusal, RenameRefusal, SendRefusal};
pub use seen::Seen;
pub use sessions::{Crowded, Place, Rested};
pub use signed_calls::SignedCall;
pub use staff::{HalfSignedIn, SignIn, SignedInStaff, StaffRefusal};
pub use staff_account::ChangePasswordRefusal;
pub use tallies::Tally;
pub use team::TeamRefusal;
pub use things::{
    Access, ThingFilter, ThingKey, ThingPut, ThingRefusal, ThingRoom, ThingsFound, ThingsWanted,
    UpdatedRecord,
};

pub use store::applications::Line as ClinicLine;
pub use store::batches::Choice as LetterChoice;
pub use store::pickups::After as PollAfter;
pub use store::request_list::Filter;

use crate::ports::Ports;
use crate::secrets::{HashError, Hasher, KeyFile, KeyFileError, Sealer};
use domain::ids::{ApplicationId, ConnectRequestId};
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use store::{self, Store};

/// All use cases over one database and one key.
#[derive(Clone)]
pub struct Services(Arc<Inner>);

struct Inner {
    store: Store,
    ports: Ports,
    sealer: Arc<Sealer>,
    hasher: Hasher,
    signals: events::Signals,
    mailer: installation::StoredMailer,
    readiness: readiness::Readiness,
    /// Without a slash at the end.
    public_url: String,
}

/// Something failed that is nobody's input: it is logged where it is handled and reads "try again".
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    Hash(#[from] HashError),
    /// A sealed text of this table does not open, or a row of it contradicts another.
    #[error("{0} holds something that cannot be read")]
    Unreadable(&'static str),
    /// The same signed call was obeyed already.
    #[error("the signed call was taken before")]
    TakenBefore,
}

/// A use case that did not happen: refused for a reason its caller can act on, or failed.
#[derive(Debug)]
pub enum Failure<R> {
    Refused(R),
    Fault(Fault),
}

impl<R, E: Into<Fault>> From<E> for Failure<R> {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

impl<R> Failure<R> {
    /// The same failure, with its refusal seen from another use case.
    fn map<S>(self, to: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Refused(refusal) => Failure::Refused(to(refusal)),
            Self::Fault(fault) => Failure::Fault(fault),
        }
    }
}

pub type Outcome<T, R> = Result<T, Failure<R>>;

fn refuse<T, R>(refusal: R) -> Outcome<T, R> {
    Err(Failure::Refused(refusal))
}

/// Why the services cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    #[error("nothing can be hashed here: {0}")]
    Hash(#[from] HashError),
    #[error("the data folder {0} cannot be made: {1}")]
    DataDir(std::path::PathBuf, std::io::Error),
}

impl Services {
    /// Opens the use cases over a database. Its key file is made only beside an empty database;
    /// a key that does not fit the database is refused.
    pub async fn open(
        store: Store,
        key_file: &Path,
        public_url: &str,
        ports: Ports,
    ) -> Result<Self, StartError> {
        let mut tx = store.begin().await?;
        let fingerprint = store::installation::key_fingerprint(&mut tx).await?;
        let key = match (KeyFile::read(key_file)?, &fingerprint) {
            (Some(key), _) => key,
            (None, None) => KeyFile::create(key_file, &ports)?,
            (None, Some(_)) => return Err(KeyFileError::Missing(key_file.to_owned()).into()),
        };
        let sealer = Arc::new(Sealer::new(&key));
        store::installation::claim(&mut tx, sealer.fingerprint(), ports.now()).await?;
        note_words(&mut tx).await?;
        let claimed = store::installation::key_fingerprint(&mut tx).await?;
        if claimed.as_deref() != Some(sealer.fingerprint()) {
            return Err(KeyFileError::Foreign(key_file.to_owned()).into());
        }
        audit_proof::seal_for_the_first_time(&mut tx, &sealer, ports.now()).await?;
        tx.commit().await?;
        let permits = std::thread::available_parallelism().map_or(1, NonZero::get);
        Ok(Self(Arc::new(Inner {
            hasher: Hasher::new(sealer.clone(), ports.clone(), permits)?,
            signals: events::Signals::default(),
            mailer: installation::StoredMailer::default(),
            readiness: readiness::Readiness::default(),
            public_url: public_url.trim_end_matches('/').to_owned(),
            store,
            ports,
            sealer,
        })))
    }

    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    /// The database beneath, for tests that look at it or close it.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The pool of hashes, for tests that fill it.
    pub fn hasher(&self) -> &Hasher {
        &self.0.hasher
    }

    pub fn public_url(&self) -> &str {
        &self.0.public_url
    }

    /// Answers everyone who waits for events; nobody waits any more from then on.
    pub fn shut_down(&self) {
        self.0.signals.shut_down();
    }

    async fn application(
        &self,
        tx: &mut store::Tx,
        id: ApplicationId,
    ) -> Result<domain::application::Application, Fault> {
        store::applications::find(tx, id).await?.ok_or_else(|| {
            Fault::Store(store::Error::Inconsistent {
                table: "application",
                id: id.to_string(),
            })
        })
    }
}

/// Requests of before the search by words are found by it from the next start on.
async fn note_words(tx: &mut store::Tx) -> store::Result<()> {
    const BATCH: u32 = 1_000;
    if !store::request_words::are_missing(tx).await? {
        return Ok(());
    }
    let mut after = ConnectRequestId(uuid::Uuid::nil());
    loop {
        let requests = store::connect_requests::holders_after(tx, after, BATCH).await?;
        let Some(last) = requests.last() else {
            return Ok(());
        };
        after = last.id;
        for request in &requests {
            store::request_words::put(tx, request).await?;
        }
    }
}

//! The use cases. Each owns its transaction, checks rights, and leaves one audit record in it.
//!
//! Pages, API and command line all call these. Uses `store`, `mail`, `secrets`, `ports` and `domain`;
//! knows nothing of HTTP.

pub mod letter;
pub mod mail;
pub mod ports;
pub mod roots;
pub mod secrets;

mod applications;
mod audit;
mod batches;
mod connect_requests;
mod installation;
mod journey;
mod leaving;
mod outbox;
mod people;
mod records;
mod seen;
mod sign_in;
mod staff;

/// For the log of requests.
pub use store::counted;

pub use applications::callbacks::{Call, Callback, CallbackRejection};
pub use applications::certificates::{Certificate, CertificateRejection};
pub use applications::events::{EventPage, EventsRejection};
pub use applications::logos::LogoRejection;
pub use applications::platform_sessions::{
    OpenedSession, PlatformSession, Proof, ProofRejection, SecretFrom, TokenRejection,
};
pub use applications::polls::{Authorized, PollCursor, PollFrom};

pub use applications::administrator::Administrator;
pub use applications::application_change::{ApplicationChange, ApplicationRejection};
pub use applications::signed_calls::SignedCall;
pub use audit::checkpoint::{Checkpoint, CheckpointRejection};
pub use audit::log::{Actor, LogFilter, LogPage, Logged};
pub use audit::proof::{Break, BrokenChain, Verified, Witness};
pub use batches::imports::{BatchRejection, BatchView, ImportRejection};
pub use batches::letters::{LetterRejection, LettersRejection, Printed};
pub use connect_requests::changes::{
    CancelRejection, DeleteRejection, RenameRejection, SendRejection,
};
pub use connect_requests::lists::{Caller, Holder, Listing, Page, View};
pub use connect_requests::merge::{MergeRejection, Merging, Side as MergeSide};
pub use connect_requests::new_request::{CreateRejection, IdempotencyKey, Made};
pub use connect_requests::reissue::{BulkRejection, ReissueRejection, Reissuing};
pub use installation::clean_up::CleanedUp;
pub use installation::clinics::{
    ClinicView, ManagerRejection, NewClinic, NewClinicProblem, NewClinicRejection,
};
pub use installation::demonstration::{
    Demonstration, DemonstrationRejection, DemonstrationRequest,
};
pub use installation::first_start::{SetUp, SetUpProblem, SetUpRejection};
pub use installation::health_snapshot::{HealthSnapshot, Tables};
pub use installation::mail_server::{MailSettingsChanged, Operator};
pub use installation::statistics::Overview;
pub use installation::trust_texts::TrustTextRejection;
pub use journey::answers::Answered;
pub use journey::authorize::{AuthorizeRejection, Connected, Decision, RecordAnswer};
pub use journey::change_record::{ChangeRejection, RecordChange, RecordChanged};
pub use journey::changeable::{ChangeableRecord, Letter, Touched};
pub use journey::consent::{Chosen, Consent, is_taken};
pub use journey::entry::{Entered, Flow, FlowEnd, FlowView, NotMeDone, RecordChoice, Stage};
pub use leaving::download::{DOWNLOAD, DownloadRejection, DownloadState};
pub use outbox::mail_job::{MailJob, Settled};
pub use people::details::{DetailsRejection, DigitsRejection};
pub use people::new_passwords::{ResetProblem, ResetRejection};
pub use people::own_connections::{AccountView, Connection};
pub use people::password_resets::AskRejection;
pub use people::sign_up_elsewhere::{AddressRejection, Finished, LinkRejection};
pub use people::sign_ups::{ConfirmRejection, Resent, SignUpProblem, SignUpRejection};
pub use people::{
    HalfSignedInPerson, OwnSecondStep, PasskeyBrowser, PasskeyRejection, PasskeyWanted,
    PersonSession, PersonSignIn, SecondStepRejection, SentPasskey, SentSignature, SignedInPerson,
    TooManyCeremonies, TypedProof,
};
pub use records::access_log::{Activity, ActivityFilter, ActivityLine};
pub use records::connected::{
    AlternateIdRejection, ConnectedPatient, ConnectedPeople, Granted, PeopleFilter,
};
pub use records::contents::{Behind, Contents, Item, Items, Tile, WholeItem, Writer};
pub use records::custodians::{CustodianRejection, RecordPeople};
pub use records::data::ThingElement;
pub use records::home::{Home, HomeConnection, HomeRecord, PastConnection};
pub use records::joining::{InvitedBy, JoinRejection};
pub use records::own_records::{OwnRecordRejection, RecordDraft, RecordProblem};
pub use records::own_things::OwnThingRejection;
pub use records::permissions::{ConnectedClinic, Permissions, PermissionsRejection};
pub use records::person_settings::{PersonSettings, SettingsRejection};
pub use records::things::{
    Access, ThingFilter, ThingKey, ThingPut, ThingRejection, ThingRoom, ThingsFound, ThingsWanted,
    UpdatedRecord,
};
pub use seen::Seen;
pub use sign_in::limits::{SignInRejection, Source};
pub use sign_in::locks::{Lock, UnlockRejection};
pub use sign_in::second_factor::{CodeRejection, NewSecret};
pub use sign_in::sessions::{Crowded, Place, Rested};
pub use staff::account::ChangePasswordRejection;
pub use staff::authenticators::{Enrolled, Enroller};
pub use staff::fresh_proof::{NotProven, ProveRejection};
pub use staff::invitations::{InvitationRejection, InviteProblem, InviteRejection};
pub use staff::joining::{AcceptRejection, Invited};
pub use staff::sign_in::{HalfSignedIn, SignIn, SignedInStaff, StaffRejection};
pub use staff::team::TeamRejection;

pub use store::Store;
pub use store::applications::Line as ClinicLine;
pub use store::batches::Choice as LetterChoice;
pub use store::custodians::Custodian;
pub use store::jobs::{Claimed, Urgency};
pub use store::pickups::After as PollAfter;
pub use store::request_list::Filter;

use crate::ports::Ports;
use crate::secrets::{HashError, Hasher, KeyFile, KeyFileError, SealError, Sealer};
use domain::ids::{ApplicationId, ConnectRequestId};
use std::num::NonZero;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All use cases over one database and one key, by subject: `services.connect_requests().create(..)`.
#[derive(Clone)]
pub struct Services(Arc<Inner>);

macro_rules! handles {
    ($($(#[$doc:meta])+ $handle:ident by $subject:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy)]
        pub struct $handle<'a>(&'a Services);

        /// A use case reaches the other subjects, the database and the keys as its caller does.
        impl Deref for $handle<'_> {
            type Target = Services;

            fn deref(&self) -> &Services {
                self.0
            }
        }

        impl Services {
            $(#[$doc])+
            pub fn $subject(&self) -> $handle<'_> {
                $handle(self)
            }
        }
    )+};
}

handles! {
    /// Requests as a clinic sees them: made, listed, sent, replaced, cancelled, merged.
    ConnectRequests by connect_requests;
    /// The ten steps of a patient, from the code to the connection, and a record changed within a day.
    Journey by journey;
    /// What is in a record, who may see it, and what a person keeps for an application.
    Records by records;
    /// The accounts of patients.
    People by people;
    /// A person's way out: everything as one file, and the end of an account.
    Leaving by leaving;
    /// Members of staff: sign-in, authenticator, team, invitations.
    StaffMembers by staff;
    /// What holds for every sign-in: limits, locks, known devices, sessions.
    SignIns by sign_ins;
    /// Clinics and their systems: settings, keys, callback, events, polls, platform sessions.
    Applications by applications;
    /// Imports and print orders, worked on in slices.
    Batches by batches;
    /// Mail that waits to be sent.
    Outbox by outbox;
    /// What belongs to no clinic: first start, mail server, clean-up, health.
    Installation by installation;
    /// The audit log and its proof.
    AuditLog by audit;
}

struct Inner {
    store: Store,
    ports: Ports,
    sealer: Arc<Sealer>,
    hasher: Hasher,
    signals: applications::events::Signals,
    mailer: installation::mail_server::StoredMailer,
    readiness: installation::readiness::Readiness,
    /// Without a slash at the end.
    public_url: String,
    /// Folders with fonts for letters.
    fonts: Arc<[PathBuf]>,
}

/// Something failed that is no one's input: it is logged where it is handled and reads "try again".
#[derive(Debug, thiserror::Error)]
pub enum InternalError {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    Hash(#[from] HashError),
    #[error(transparent)]
    Sealed(#[from] SealError),
    /// A row of this table is missing or there, though another one says otherwise.
    #[error("{0} contradicts another row")]
    Contradiction(&'static str),
    /// A stored text cannot be read or a text cannot be written, with what the reader or writer said.
    #[error("{what} cannot be read or written: {source}")]
    Broken {
        what: &'static str,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The same signed call was obeyed already.
    #[error("the signed call was taken before")]
    TakenBefore,
}

impl InternalError {
    /// For `map_err`: the fault with its source.
    pub fn broken<E>(what: &'static str) -> impl FnOnce(E) -> Self
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        move |source| Self::Broken {
            what,
            source: source.into(),
        }
    }

    /// The same of JSON under a seal: the place alone, because the error repeats values, and they are people's.
    fn json(what: &'static str) -> impl FnOnce(serde_json::Error) -> Self {
        move |error| {
            let (kind, line, column) = (error.classify(), error.line(), error.column());
            let place = format!("{kind:?} error of JSON at line {line}, column {column}");
            Self::broken(what)(place)
        }
    }
}

/// A use case that did not happen: refused for a reason its caller can act on, or failed.
#[derive(Debug)]
pub enum Failure<R> {
    Rejected(R),
    Internal(InternalError),
}

impl<R, E: Into<InternalError>> From<E> for Failure<R> {
    fn from(error: E) -> Self {
        Self::Internal(error.into())
    }
}

impl<R> Failure<R> {
    /// The same failure, with its refusal seen from another use case.
    fn map<S>(self, to: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Rejected(refusal) => Failure::Rejected(to(refusal)),
            Self::Internal(fault) => Failure::Internal(fault),
        }
    }
}

pub type Outcome<T, R> = Result<T, Failure<R>>;

fn reject<T, R>(refusal: R) -> Outcome<T, R> {
    Err(Failure::Rejected(refusal))
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
    DataDir(PathBuf, std::io::Error),
    #[error(
        "the database lies in {0}, which is a network file system ({1}): two machines could write to it at once, and break it. Put it on a disk of this machine (data_dir), or use PostgreSQL (database_url)"
    )]
    NetworkFolder(PathBuf, &'static str),
}

impl Services {
    /// Opens the use cases over a database. Its key file is made only beside an empty database;
    /// a key that does not fit the database is refused.
    pub async fn open(
        store: Store,
        key_file: &Path,
        public_url: &str,
        fonts: &[PathBuf],
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
        audit::proof::seal_for_the_first_time(&mut tx, &sealer, ports.now()).await?;
        tx.commit().await?;
        let permits = std::thread::available_parallelism().map_or(1, NonZero::get);
        Ok(Self(Arc::new(Inner {
            hasher: Hasher::new(sealer.clone(), ports.clone(), permits)?,
            signals: applications::events::Signals::default(),
            mailer: installation::mail_server::StoredMailer::default(),
            readiness: installation::readiness::Readiness::default(),
            public_url: public_url.trim_end_matches('/').to_owned(),
            fonts: fonts.into(),
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

    /// Answers everyone who waits for events; no one waits any more from then on.
    pub fn shut_down(&self) {
        self.0.signals.shut_down();
    }

    fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    fn signals(&self) -> &applications::events::Signals {
        &self.0.signals
    }

    fn fonts(&self) -> &Arc<[PathBuf]> {
        &self.0.fonts
    }

    fn mailer(&self) -> &installation::mail_server::StoredMailer {
        &self.0.mailer
    }

    fn readiness(&self) -> &installation::readiness::Readiness {
        &self.0.readiness
    }

    async fn application(
        &self,
        tx: &mut store::Tx,
        id: ApplicationId,
    ) -> Result<domain::application::Application, InternalError> {
        store::applications::find(tx, id).await?.ok_or_else(|| {
            InternalError::Store(store::Error::Inconsistent {
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

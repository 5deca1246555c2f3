//! Secrets: the key file and what is made with its key, and the signatures of callers. Knows no table and no page.

mod authenticator;
mod hasher;
mod key_file;
mod passkey;
mod pool;
mod sealing;
mod signature;

pub use authenticator::{SECRET, address, base32, step};
pub use hasher::{HashError, Hasher};
pub use key_file::{KeyFile, KeyFileError};
pub use passkey::{
    ALGORITHMS, MadePasskey, PasskeyFault, ReadPasskey, RelyingParty, SignedPasskey, challenge_of,
};
pub use pool::{Busy, Class};
pub use sealing::{Opened, SealError, Sealer};
pub use signature::{Family, read_certificate};

//! Accounts of people: made, their passwords, second steps and passkeys, their limits.

pub(crate) mod accounts;
pub(crate) mod authenticators;
pub(crate) mod ceremonies;
pub(crate) mod details;
pub(crate) mod devices;
pub(crate) mod half_sign_ins;
pub(crate) mod new_passwords;
pub(crate) mod own_connections;
pub(crate) mod passkey_sign_ins;
pub(crate) mod passkeys;
pub(crate) mod password_resets;
pub(crate) mod preferences;
pub(crate) mod second_steps;
pub(crate) mod sign_up_elsewhere;
pub(crate) mod sign_up_limits;
pub(crate) mod sign_ups;

pub use accounts::SignedInPerson;
pub use authenticators::{OwnSecondStep, SecondStepRejection, TypedProof};
pub use ceremonies::{PasskeyBrowser, TooManyCeremonies};
pub use devices::PersonSession;
pub use passkey_sign_ins::SentSignature;
pub use passkeys::{PasskeyRejection, PasskeyWanted, SentPasskey};
pub use second_steps::{HalfSignedInPerson, PersonSignIn};

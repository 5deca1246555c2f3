//! What the second factors of staff and of people have in common: a new secret, a refused code, recovery codes. Knows no
//! table: each of the two keeps its own.

use crate::ports::Ports;
use crate::secrets::{SECRET, base32, step};
use crate::sign_in::limits::SignInRejection;
use domain::authenticator::{Entered, LETTERS, grouped};
use domain::policy;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A secret that is shown and not confirmed yet: its session alone knows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSecret(pub(crate) [u8; SECRET]);

impl std::fmt::Debug for NewSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewSecret")
    }
}

impl NewSecret {
    pub(crate) fn new(ports: &Ports) -> Self {
        Self(ports.bytes())
    }

    /// As people type it.
    pub fn text(&self) -> String {
        base32(&self.0)
    }

    /// The step of a code that shows that the secret works.
    pub(crate) fn first_step(&self, code: &str, now: Timestamp) -> Result<i64, CodeRejection> {
        let Some(Entered::Digits(code)) = Entered::parse(code) else {
            return Err(CodeRejection::Shape);
        };
        step(&self.0, &code, now).ok_or(CodeRejection::Wrong)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRejection {
    /// Neither six digits nor a recovery code; not charged.
    Shape,
    Wrong,
    Locked {
        until: Timestamp,
    },
    /// The way to it is over: back to the password.
    Over,
}

impl From<SignInRejection> for CodeRejection {
    fn from(refusal: SignInRejection) -> Self {
        match refusal {
            SignInRejection::WrongPair => Self::Wrong,
            SignInRejection::Locked { until } => Self::Locked { until },
        }
    }
}

/// New recovery codes, as they are digested.
pub(crate) fn recovery_codes(ports: &Ports) -> Vec<String> {
    let code = |_| -> String {
        (0..policy::RECOVERY_LETTERS)
            .map(|_| char::from(LETTERS[ports.below(20) as usize]))
            .collect()
    };
    (0..policy::RECOVERY_CODES).map(code).collect()
}

/// Recovery codes as people read them.
pub(crate) fn as_printed(codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| grouped(code, "-")).collect()
}

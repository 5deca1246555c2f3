//! Where an application is told that its log has grown, and the result of a call there.

use super::address::{self, AddressError};
use super::policy;
use super::text;
use std::time::Duration;

/// An address that may be called: https, or http, which only networks that the operator names are called by.
pub fn address(input: &str) -> Result<String, AddressError> {
    let address = text::line(input, policy::WEB_ADDRESS_MAX).map_err(AddressError::Text)?;
    let encrypted = address
        .strip_prefix("http://")
        .map(|rest| format!("https://{rest}"));
    address::web_address(
        encrypted.as_deref().unwrap_or(&address),
        policy::WEB_ADDRESS_MAX + 1,
    )?;
    Ok(address)
}

/// The result of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Answered with 2xx.
    Taken,
    /// Answered with another status; a redirect is not followed.
    Refused { status: u16 },
    /// The name leads to an address that is not called: this machine's, a private network's. Nothing was connected to.
    Inward,
    /// No such name, no connection, no trusted certificate.
    Unreachable,
    /// No whole answer in time.
    Slow,
}

impl Answer {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Refused { .. } => "refused",
            Self::Inward => "inward",
            Self::Unreachable => "unreachable",
            Self::Slow => "slow",
        }
    }

    /// By its name, and the status that only a refusal has.
    pub fn from_parts(name: &str, status: Option<u16>) -> Option<Self> {
        match (name, status) {
            ("refused", Some(status)) => Some(Self::Refused { status }),
            ("taken", None) => Some(Self::Taken),
            ("inward", None) => Some(Self::Inward),
            ("unreachable", None) => Some(Self::Unreachable),
            ("slow", None) => Some(Self::Slow),
            _ => None,
        }
    }

    pub const fn status(self) -> Option<u16> {
        match self {
            Self::Refused { status } => Some(status),
            _ => None,
        }
    }
}

/// How long to wait after a number of calls in a row that were not taken: a minute, doubled up to an hour.
pub fn wait_after(attempts: u32) -> Duration {
    let doublings = attempts.clamp(1, 16) - 1;
    (policy::CALLBACK_RETRY * 2_u32.pow(doublings)).min(policy::CALLBACK_RETRY_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_web_address_without_user_or_password() {
        for right in [
            "https://clinic.example/told",
            "https://clinic.example:8443/told?by=pc",
            " http://10.1.2.3:8080/ ",
        ] {
            assert!(address(right).is_ok(), "{right}");
        }
        for wrong in [
            "clinic.example/told",
            "ftp://clinic.example/",
            "https://",
            "http://",
            "https://user:pass@clinic.example/",
            "https://clinic.example/a b",
            "javascript:alert(1)",
        ] {
            assert_eq!(address(wrong), Err(AddressError::Shape), "{wrong}");
        }
    }

    #[test]
    fn an_answer_is_known_again_by_its_parts() {
        let all = [
            Answer::Taken,
            Answer::Refused { status: 500 },
            Answer::Inward,
            Answer::Unreachable,
            Answer::Slow,
        ];
        for answer in all {
            assert_eq!(
                Answer::from_parts(answer.name(), answer.status()),
                Some(answer)
            );
        }
        assert_eq!(Answer::from_parts("refused", None), None);
        assert_eq!(Answer::from_parts("taken", Some(200)), None);
    }

    #[test]
    fn waits_double_from_a_minute_to_an_hour() {
        let minutes = |attempts| wait_after(attempts).as_secs() / 60;
        assert_eq!([1, 2, 3, 6, 7, 50].map(minutes), [1, 2, 4, 32, 60, 60]);
    }
}

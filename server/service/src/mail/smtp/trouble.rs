//! Why a mail server could not be reached or did not accept the sign-in.

use lettre::transport::smtp::Error;
use std::error::Error as _;
use std::io::ErrorKind;

/// Why no talk with the server comes about: about us and it, not about any mail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("the SMTP server's name leads nowhere")]
    NoSuchHost,
    #[error("the SMTP server is not there: the connection was refused")]
    Refused,
    #[error("the SMTP server fell silent at the start of the talk")]
    Silent,
    #[error("no TLS came about with the SMTP server: {0}")]
    Tls(String),
    #[error("the SMTP server offers no TLS, which this installation asks for")]
    NoTls,
    #[error("the SMTP server did not take user and password: {0}")]
    SignIn(String),
    /// Microsoft 365 answers so where passwords are switched off for SMTP.
    #[error("the SMTP server takes no password: {0}")]
    NoPasswords(String),
    /// Google and others answer so to the password of the account itself.
    #[error("the SMTP server wants a password made for one application: {0}")]
    AppPassword(String),
    /// The access token is over, or not for this server.
    #[error("the SMTP server did not take the access token: {0}")]
    Token(String),
    #[error("the file with the access token cannot be read: {0}")]
    TokenFile(String),
    /// It answered, and not with yes; or the connection broke.
    #[error("the SMTP server turned us away: {0}")]
    Answer(String),
}

impl Trouble {
    pub(super) fn met(error: &Error) -> Self {
        let causes = std::iter::successors(error.source(), |&cause| cause.source());
        let mut causes = causes.filter_map(|cause| cause.downcast_ref::<std::io::Error>());
        match causes.next().map(std::io::Error::kind) {
            Some(ErrorKind::ConnectionRefused) => Self::Refused,
            Some(ErrorKind::TimedOut | ErrorKind::HostUnreachable) => Self::Silent,
            Some(ErrorKind::InvalidData) => Self::Tls(reason(error)),
            _ if error.is_tls() => Self::Tls(reason(error)),
            _ => Self::Answer(reason(error)),
        }
    }
}

/// What the refusal of a sign-in means: by the enhanced code, or by words where the provider gives none.
pub(super) fn sign_in_trouble(error: &Error) -> Trouble {
    const NO_PASSWORDS: [&str; 4] = [
        "5.7.30",
        "5.7.139",
        "basic authentication",
        "smtpclientauthentication is disabled",
    ];
    const APP_PASSWORD: [&str; 2] = ["5.7.9", "application-specific password"];
    let said = reason(error);
    let words = said.to_lowercase();
    let any = |known: &[&str]| known.iter().any(|known| words.contains(known));
    if any(&NO_PASSWORDS) {
        Trouble::NoPasswords(said)
    } else if any(&APP_PASSWORD) {
        Trouble::AppPassword(said)
    } else {
        Trouble::SignIn(said)
    }
}

/// What a server says is shown to staff and stored: one line, of a length that fits there.
pub(super) fn reason(error: &Error) -> String {
    const LONGEST: usize = 300;
    error
        .to_string()
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .take(LONGEST)
        .collect()
}

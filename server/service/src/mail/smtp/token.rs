//! Sign-in with an access token (XOAUTH2).

use super::trouble::{Trouble, reason};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::Auth;
use std::io::ErrorKind;
use std::path::Path;

/// A refusal comes as a challenge; the server gives its reason after an empty answer.
pub(super) async fn sign_in_by_token(
    connection: &mut AsyncSmtpConnection,
    credentials: Credentials,
) -> Result<(), Trouble> {
    const BY_TOKEN: Mechanism = Mechanism::Xoauth2;
    let refused = |error: Error| Trouble::Token(reason(&error));
    let offered = connection.server_info().supports_auth_mechanism(BY_TOKEN);
    if !offered {
        return Err(Trouble::Token("it does not offer XOAUTH2".to_owned()));
    }
    let auth = Auth::new(BY_TOKEN, credentials, None).map_err(refused)?;
    let answer = connection.command(auth).await.map_err(refused)?;
    if answer.has_code(334) {
        let answer = connection.command("\r\n").await.map_err(refused)?;
        return Err(Trouble::Token(format!(
            "it answered with {}",
            answer.code()
        )));
    }
    Ok(())
}

/// Some hundred bytes, from a disk of this machine: not worth a thread of its own.
pub(super) fn read_token(file: &Path) -> std::io::Result<String> {
    let token = std::fs::read_to_string(file)?.trim().to_owned();
    if token.is_empty() || token.chars().any(|sign| sign.is_control() || sign == ' ') {
        return Err(std::io::Error::new(
            ErrorKind::InvalidData,
            "it holds no token",
        ));
    }
    Ok(token)
}

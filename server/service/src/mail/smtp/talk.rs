//! An SMTP conversation after the sign-in: sender, recipient and the mail itself.

use super::Limits;
use super::trouble::reason;
use crate::mail::transport::SendFailure;
use crate::mail::verdict::{About, Stage, about};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt};
use std::time::Duration;
use tokio::time::timeout;

/// A conversation with a server that is ready for the mail itself.
pub struct Talk {
    pub(super) connection: AsyncSmtpConnection,
    pub(super) limits: Limits,
}

impl Talk {
    pub(super) async fn address(&mut self, envelope: &Envelope) -> Result<(), SendFailure> {
        let sender = Mail::new(envelope.from().cloned(), Vec::new());
        self.command(Stage::Sender, "the sender", sender).await?;
        for recipient in envelope.to() {
            let recipient = Rcpt::new(recipient.clone(), Vec::new());
            self.command(Stage::Recipient, "the recipient", recipient)
                .await?;
        }
        self.command(Stage::Mail, "DATA", Data).await
    }

    /// Sends the mail itself and reads the response.
    pub(in crate::mail) async fn finish(mut self, mail: &[u8]) -> Result<(), SendFailure> {
        let outcome = match timeout(self.limits.content, self.connection.message(mail)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(refused(Stage::Mail, &error)),
            Ok(Err(error)) if error.is_transient() => Err(retry(&error)),
            Ok(Err(error)) => Err(SendFailure::Unknown(reason(&error))),
            Err(_) => Err(SendFailure::Unknown(
                "the SMTP server fell silent after the mail".to_owned(),
            )),
        };
        say_goodbye(&mut self.connection).await;
        outcome
    }

    async fn command(
        &mut self,
        stage: Stage,
        named: &str,
        command: impl std::fmt::Display,
    ) -> Result<(), SendFailure> {
        match timeout(self.limits.command, self.connection.command(command)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(refused(stage, &error)),
            Ok(Err(error)) => Err(retry(&error)),
            Err(_) => Err(silence(named)),
        }
    }
}

/// The result is known before; a server that answers QUIT slowly does not change it.
pub(super) async fn say_goodbye(connection: &mut AsyncSmtpConnection) {
    let _ = timeout(Duration::from_secs(1), connection.command(Quit)).await;
}

/// A refusal for good, by what it is about.
fn refused(stage: Stage, error: &Error) -> SendFailure {
    let code = error.status().map(|code| code.to_string());
    let code = code.and_then(|code| code.parse().ok()).unwrap_or(0);
    let said = reason(error);
    match about(stage, code, &said) {
        About::Us => SendFailure::Ours(said),
        About::Recipient | About::Mail => SendFailure::Bounced(said),
    }
}

fn retry(error: &Error) -> SendFailure {
    SendFailure::Retry(reason(error))
}

pub(super) fn silence(stage: &str) -> SendFailure {
    SendFailure::Retry(format!("the SMTP server fell silent at {stage}"))
}

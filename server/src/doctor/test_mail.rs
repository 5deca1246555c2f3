//! A mail that only shows that mail arrives, and the result in words.

use super::in_words;
use service::mail::{Mailer, SendFailure, SmtpUrlError, Transport};
use service::{InternalError, Services};
use std::sync::Arc;
use words::Wording;
use words::t;

/// Sends one now; answers why it was not sent.
pub async fn send_test_mail(
    services: &Services,
    mailer: Result<Arc<Mailer>, SmtpUrlError>,
    to: &str,
) -> Result<Option<Wording>, InternalError> {
    let mailer = match mailer {
        Ok(mailer) => mailer,
        Err(error) => return Ok(Some(t!("smtp-tls", reason = error.to_string()))),
    };
    // What is between us and the server has words of its own.
    if let Transport::Smtp(smtp) = mailer.transport()
        && let Err(trouble) = smtp.try_out().await
    {
        return Ok(Some(in_words(&trouble)));
    }
    let envelope = services.installation().test_mail(to)?;
    Ok(match mailer.send(&envelope).await {
        Ok(()) => None,
        Err(
            SendFailure::Retry(reason) | SendFailure::Ours(reason) | SendFailure::Bounced(reason),
        ) => Some(t!("mail-test-refused", reason = reason)),
        Err(SendFailure::Unknown(reason)) => Some(t!("mail-test-unknown", reason = reason)),
    })
}

//! Mails to people about what signs them in.

use crate::mail::{AccountMessage, Message, SignInMessage, SignInNotice};
use crate::outbox::recipients::Addressed;
use crate::{InternalError, Outbox};
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::{Deserialize, Serialize};
use store::{Tx, persons};

/// A mail to be sent. What it says is read when it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub enum SignInMail {
    /// To a person whose account has a passkey more, or less.
    Passkey {
        person: PersonId,
        name: String,
        added: bool,
        at: Timestamp,
    },
    /// To a person, of what happened to the second step of their sign-ins.
    SecondStep {
        person: PersonId,
        what: SignInNotice,
        at: Timestamp,
    },
}

impl SignInMail {
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Passkey { .. } => "passkey",
            Self::SecondStep { .. } => "second-step",
        }
    }
}

impl Outbox<'_> {
    /// None for an account that is gone.
    pub(super) async fn sign_in_mail(
        self,
        tx: &mut Tx,
        mail: SignInMail,
    ) -> Result<Option<Addressed>, InternalError> {
        let account_url = format!("{}/account", self.public_url());
        let forgot_url = self.forgot_url();
        let (person, message) = match mail {
            SignInMail::Passkey {
                person,
                name,
                added,
                at,
            } => {
                let message = SignInMessage::Passkey {
                    name,
                    added,
                    at: Zone::UTC.at(at),
                    forgot_url,
                    passkeys_url: format!("{account_url}/passkeys"),
                };
                (person, message)
            }
            SignInMail::SecondStep { person, what, at } => {
                let message = SignInMessage::SecondStep {
                    what,
                    at: Zone::UTC.at(at),
                    forgot_url,
                    step_url: format!("{account_url}/second-step"),
                };
                (person, message)
            }
        };
        let person = persons::find(tx, person).await?;
        let message = Message::Account(AccountMessage::SignIn(message));
        Ok(person.map(|person| (person.email, None, message)))
    }
}

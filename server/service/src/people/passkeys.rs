//! A person's passkeys: made with a fresh proof, named, removed. A passkey proves its owner as password and second step do.

use crate::outbox::account_mails::AccountMail;
use crate::outbox::sign_in_mails::SignInMail;
use crate::people::accounts::SignedInPerson;
use crate::people::ceremonies::{PasskeyBrowser, Taken};
use crate::people::details::DetailsRejection;
use crate::secrets::{MadePasskey, RelyingParty};
use crate::sign_in::limits::{SignInRejection, Source};
use crate::{Actor, Failure, InternalError, MailJob, Outcome, People, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::audit::{Action, ActionOutcome};
use domain::ids::{PasskeyId, PersonId};
use domain::passkey::Passkey;
use domain::policy;
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use store::Tx;
use store::passkeys::{self as table, StoredPasskey};

/// Why nothing was done with a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasskeyRejection {
    Name(TextError),
    Password(SignInRejection),
    /// As many as an account may have.
    Enough,
    /// Too many were asked for: not before then.
    TooMany {
        until: Timestamp,
    },
    /// Browsers know no passkeys at this address.
    NotHere,
    /// What the browser sent cannot be kept. One reason is as good as another to whom it is said.
    Refused,
    /// The person has no such passkey.
    NotFound,
    SignedOut,
}

impl From<DetailsRejection> for PasskeyRejection {
    fn from(refusal: DetailsRejection) -> Self {
        match refusal {
            DetailsRejection::Old(refusal) => Self::Password(refusal),
            _ => Self::SignedOut,
        }
    }
}

/// What a browser is asked to make, each text as browsers read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyWanted {
    pub challenge: String,
    pub relying_party: String,
    /// What the authenticator gives back when someone signs in with it.
    pub user: String,
    pub email: String,
    pub person: String,
    /// Credentials of the person: an authenticator that has one of them makes no second.
    pub known: Vec<String>,
    pub name: String,
}

/// What a browser sends after its authenticator made a passkey.
pub struct SentPasskey {
    pub name: String,
    pub client_data: Vec<u8>,
    pub attestation: Vec<u8>,
}

impl People<'_> {
    /// For whom passkeys are made; None where browsers know none.
    pub fn relying_party(self) -> Option<RelyingParty> {
        RelyingParty::of(self.public_url())
    }

    pub async fn passkeys(self, person: PersonId) -> Result<Vec<Passkey>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = table::of_person(&mut tx, person).await?;
        Ok(found.into_iter().map(|stored| stored.passkey).collect())
    }

    /// Asks the person's browser for a new passkey, once their password is right.
    pub async fn start_passkey(
        self,
        by: SignedInPerson,
        name: &str,
        password: &str,
        browser: PasskeyBrowser,
        source: &Source,
    ) -> Outcome<PasskeyWanted, PasskeyRejection> {
        let name = passkey_name(name)?;
        let Some(relying_party) = self.relying_party() else {
            return reject(PasskeyRejection::NotHere);
        };
        if self.passkeys(by.person).await?.len() >= policy::PASSKEYS {
            return reject(PasskeyRejection::Enough);
        }
        let proven = self.prove_own_password(by, password, source).await;
        let person = proven.map_err(|failure| failure.map(PasskeyRejection::from))?;
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(PasskeyRejection::SignedOut);
        }
        let started = self
            .start_ceremony(&mut tx, browser, Some(by), source)
            .await;
        let challenge = started.map_err(|failure| {
            failure.map(|refusal| PasskeyRejection::TooMany {
                until: refusal.until,
            })
        })?;
        let known = table::of_person(&mut tx, by.person).await?;
        tx.commit().await?;
        let encode = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        Ok(PasskeyWanted {
            challenge,
            relying_party: relying_party.id,
            user: encode(by.person.0.as_bytes()),
            email: person.email,
            person: person.name,
            known: known.iter().map(|one| encode(&one.credential)).collect(),
            name,
        })
    }

    /// Keeps a passkey that the browser was asked for. Its person is told.
    pub async fn add_passkey(
        self,
        by: SignedInPerson,
        sent: &SentPasskey,
        browser: PasskeyBrowser,
    ) -> Outcome<(), PasskeyRejection> {
        let name = passkey_name(&sent.name)?;
        let Some(relying_party) = self.relying_party() else {
            return reject(PasskeyRejection::NotHere);
        };
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(PasskeyRejection::SignedOut);
        }
        let taken = self
            .take_ceremony(&mut tx, browser, Some(by), &sent.client_data)
            .await?;
        let challenge = match taken {
            Taken::Good(challenge) => challenge,
            Taken::Over => return self.refuse_passkey(tx, by.person).await,
            Taken::Unknown => return reject(PasskeyRejection::Refused),
        };
        if table::of_person(&mut tx, by.person).await?.len() >= policy::PASSKEYS {
            return reject(PasskeyRejection::Enough);
        }
        let made = MadePasskey {
            client_data: &sent.client_data,
            attestation: &sent.attestation,
        };
        let Ok(read) = relying_party.read(&made, &challenge) else {
            return self.refuse_passkey(tx, by.person).await;
        };
        let now = self.ports().now();
        let new = StoredPasskey {
            passkey: Passkey {
                id: PasskeyId(self.ports().id()),
                name: name.clone(),
                made_at: now,
                used_at: None,
                synced: read.synced,
            },
            person: by.person,
            credential: read.credential,
            public_key: read.public_key,
            sign_count: read.sign_count,
        };
        if !table::insert(&mut tx, &new).await? {
            return self.refuse_passkey(tx, by.person).await;
        }
        self.tell_of_passkey(&mut tx, by.person, name, true).await?;
        self.audit_passkey(
            &mut tx,
            by.person,
            Action::AccountAddPasskey,
            ActionOutcome::Added,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Another name for a passkey.
    pub async fn rename_passkey(
        self,
        by: SignedInPerson,
        id: PasskeyId,
        name: &str,
    ) -> Outcome<(), PasskeyRejection> {
        let name = passkey_name(name)?;
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(PasskeyRejection::SignedOut);
        }
        if !table::rename(&mut tx, by.person, id, &name).await? {
            return reject(PasskeyRejection::NotFound);
        }
        self.audit_passkey(
            &mut tx,
            by.person,
            Action::AccountRenamePasskey,
            ActionOutcome::Renamed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a passkey, once the password is right. Its person is told.
    pub async fn remove_passkey(
        self,
        by: SignedInPerson,
        id: PasskeyId,
        password: &str,
        source: &Source,
    ) -> Outcome<(), PasskeyRejection> {
        let proven = self.prove_own_password(by, password, source).await;
        proven.map_err(|failure| failure.map(PasskeyRejection::from))?;
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return reject(PasskeyRejection::SignedOut);
        }
        let Some(name) = table::delete(&mut tx, by.person, id).await? else {
            return reject(PasskeyRejection::NotFound);
        };
        self.tell_of_passkey(&mut tx, by.person, name, false)
            .await?;
        self.audit_passkey(
            &mut tx,
            by.person,
            Action::AccountRemovePasskey,
            ActionOutcome::Removed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// What was asked for is used up, and nothing is kept.
    async fn refuse_passkey(self, mut tx: Tx, person: PersonId) -> Outcome<(), PasskeyRejection> {
        self.audit_passkey(
            &mut tx,
            person,
            Action::AccountAddPasskey,
            ActionOutcome::Refused,
        )
        .await?;
        tx.commit().await?;
        reject(PasskeyRejection::Refused)
    }

    async fn tell_of_passkey(
        self,
        tx: &mut Tx,
        person: PersonId,
        name: String,
        added: bool,
    ) -> Result<(), InternalError> {
        let mail = SignInMail::Passkey {
            person,
            name,
            added,
            at: self.ports().now(),
        };
        self.outbox()
            .queue(tx, &MailJob::Account(AccountMail::SignIn(mail)))
            .await
    }

    async fn audit_passkey(
        self,
        tx: &mut Tx,
        person: PersonId,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        self.audit_account(tx, Actor::Person(person), action, Some(person), outcome)
            .await
    }
}

fn passkey_name(typed: &str) -> Outcome<String, PasskeyRejection> {
    text::line(typed, policy::PASSKEY_NAME_MAX)
        .map_err(|error| Failure::Rejected(PasskeyRejection::Name(error)))
}

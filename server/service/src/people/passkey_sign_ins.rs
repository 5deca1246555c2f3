//! Sign-ins of people by passkey. Nobody says first who they are: the authenticator does.

use crate::people::accounts::{SignedInPerson, of_nobody};
use crate::people::ceremonies::{PasskeyBrowser, Taken, TooManyCeremonies};
use crate::secrets::{RelyingParty, SignedPasskey};
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, Outcome, People};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PersonId;
use domain::passkey::counts_on;
use store::Tx;
use store::passkeys::{self as table, StoredPasskey};
use store::persons::{self, Credentials};

/// What a browser sends after its authenticator signed.
pub struct SentSignature {
    pub credential: Vec<u8>,
    /// Whom the authenticator says that it signs for; empty where it does not.
    pub user: Vec<u8>,
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    pub signature: Vec<u8>,
}

/// A right signature of a passkey that is somebody's.
struct Proven {
    passkey: StoredPasskey,
    owner: Credentials,
    sign_count: u32,
}

impl People<'_> {
    /// Asks a browser for whichever passkey it has; answers the challenge.
    pub async fn start_passkey_sign_in(
        self,
        browser: PasskeyBrowser,
        source: &Source,
    ) -> Outcome<String, TooManyCeremonies> {
        let mut tx = self.store().begin().await?;
        let challenge = self.start_ceremony(&mut tx, browser, None, source).await?;
        tx.commit().await?;
        Ok(challenge)
    }

    /// Signs a person in by what their authenticator signed. None for whatever does not fit: a challenge used before or
    /// too late, a page of another site, a passkey that is unknown, removed, copied or another person's.
    pub async fn sign_in_by_passkey(
        self,
        sent: &SentSignature,
        browser: PasskeyBrowser,
        source: &Source,
    ) -> Result<Option<SignedInPerson>, InternalError> {
        let Some(relying_party) = self.relying_party() else {
            return Ok(None);
        };
        let mut tx = self.store().begin().await?;
        let taken = self
            .take_ceremony(&mut tx, browser, None, &sent.client_data)
            .await?;
        let proven = match taken {
            Taken::Unknown => return Ok(None),
            Taken::Over => None,
            Taken::Good(challenge) => {
                self.proven(&mut tx, &relying_party, sent, &challenge)
                    .await?
            }
        };
        let Some(proven) = proven else {
            let entry = of_nobody(Action::AccountSignIn, ActionOutcome::WrongPasskey);
            self.sign_ins()
                .audit_stranger(&mut tx, entry, &source.network)
                .await?;
            tx.commit().await?;
            return Ok(None);
        };
        let (id, now) = (proven.passkey.passkey.id, self.ports().now());
        table::used(&mut tx, id, proven.sign_count, now).await?;
        let owner = &proven.owner.person;
        self.tell_of_new_device(&mut tx, owner, source).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(owner.id),
            Action::AccountSignIn,
            Some(owner.id),
            ActionOutcome::SignedInByPasskey,
        )
        .await?;
        tx.commit().await?;
        Ok(Some(SignedInPerson {
            person: owner.id,
            round: proven.owner.round,
        }))
    }

    /// The passkey that was used, and its owner with their row's lock: two sign-ins with one count come one by one.
    async fn proven(
        self,
        tx: &mut Tx,
        relying_party: &RelyingParty,
        sent: &SentSignature,
        challenge: &str,
    ) -> Result<Option<Proven>, InternalError> {
        let Some(owner) = table::find_by_credential(tx, &sent.credential).await? else {
            return Ok(None);
        };
        let Some(owner) = persons::lock(tx, owner.person).await? else {
            return Ok(None);
        };
        let found = table::find_by_credential(tx, &sent.credential).await?;
        let Some(passkey) = found.filter(|found| is_for(found.person, owner.person.id, sent))
        else {
            return Ok(None);
        };
        let shown = SignedPasskey {
            client_data: &sent.client_data,
            authenticator_data: &sent.authenticator_data,
            signature: &sent.signature,
        };
        let synced = passkey.passkey.synced;
        let checked = relying_party.check(&shown, &passkey.public_key, synced, challenge);
        let fits = |sign_count: &u32| counts_on(passkey.sign_count, *sign_count);
        Ok(checked.ok().filter(fits).map(|sign_count| Proven {
            passkey,
            owner,
            sign_count,
        }))
    }
}

/// Whether a passkey is this person's, and its authenticator says so.
fn is_for(person: PersonId, owner: PersonId, sent: &SentSignature) -> bool {
    person == owner && sent.user == person.0.as_bytes()
}

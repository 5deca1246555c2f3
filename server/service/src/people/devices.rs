//! Where a person is signed in: their sessions, and the end of one or of all of them.

use crate::people::accounts::SignedInPerson;
use crate::{Actor, InternalError, People};
use domain::audit::{Action, ActionOutcome};
use domain::ids::PersonId;
use domain::policy;
use domain::timestamp::Timestamp;
use store::persons;
use store::sessions as table;

/// A session of a person.
pub struct PersonSession {
    /// Names it without telling its id.
    pub key: String,
    pub made_at: Timestamp,
    /// To the minute.
    pub seen_at: Timestamp,
    pub data: Vec<u8>,
    /// The one that asks.
    pub current: bool,
}

impl People<'_> {
    /// The sessions in which a person is signed in now, the one seen last first.
    pub async fn sessions_of(
        self,
        person: PersonId,
        current: [u8; 16],
    ) -> Result<Vec<PersonSession>, InternalError> {
        let now = self.ports().now();
        let current = self.sign_ins().session_digest(current);
        let mut tx = self.store().read().await?;
        let rows = table::of_person(&mut tx, person, policy::PAGE_ROWS).await?;
        let mut sessions = Vec::new();
        for row in rows {
            let (made_at, seen_at) = (row.made_at.into(), row.seen_at.into());
            let over = now.since(made_at) >= policy::SESSION_LIFE
                || now.since(seen_at) >= policy::SESSION_IDLE;
            let data = self.sealer().open("session", &row.digest, &row.data);
            if let (false, Ok(data)) = (over, data) {
                sessions.push(PersonSession {
                    key: hex::encode(&row.digest),
                    made_at,
                    seen_at,
                    data: data.to_vec(),
                    current: row.digest == current,
                });
            }
        }
        Ok(sessions)
    }

    /// Ends one session of the person; false where they have none of this key.
    pub async fn end_session_of(
        self,
        by: SignedInPerson,
        key: &str,
    ) -> Result<bool, InternalError> {
        let Ok(digest) = hex::decode(key) else {
            return Ok(false);
        };
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none()
            || !table::delete_of_person(&mut tx, &digest, by.person).await?
        {
            return Ok(false);
        }
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountSignOut,
            Some(by.person),
            ActionOutcome::SignedOut,
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Ends all sessions of the person, the one that asks too.
    pub async fn sign_out_person_everywhere(self, by: SignedInPerson) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        if self.still_signed_in(&mut tx, by).await?.is_none() {
            return Ok(());
        }
        persons::end_sessions(&mut tx, by.person).await?;
        self.audit_account(
            &mut tx,
            Actor::Person(by.person),
            Action::AccountSignOut,
            Some(by.person),
            ActionOutcome::Everywhere,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

//! An invitation to look after a record, and how the invitee accepts it: by the mailed link and six digits.

use crate::outbox::account_mails::AccountMail;
use crate::people::accounts::SignedInPerson;
use crate::{InternalError, MailJob, Outcome, Records, reject};
use domain::audit::{Action, ActionOutcome};
use domain::authenticator::six_digits;
use domain::ids::RecordId;
use domain::policy;
use domain::record::Relation;
use store::custodian_invitations::{self as invitations, CustodianInvitation};
use store::custodians::{self};
use store::{persons, records};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// What the invitee sees before the digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitedBy {
    /// The name of the one who invites.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinRejection {
    SignedOut,
    /// Not six digits; not charged.
    NotDigits,
    /// The person did not say whom the record is about.
    NoRelation,
    Wrong {
        left: u32,
    },
    /// Used, withdrawn, too late, or too many wrong digits.
    Over,
    /// The person looks after as many records as one may.
    TooMany,
}

impl Records<'_> {
    /// The invitation of a mailed link; None where it waits no more.
    pub async fn custodian_invitation(self, token: &str) -> Result<Option<Uuid>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = invitations::by_token(&mut tx, &self.join_token_digest(token)).await?;
        Ok(found.filter(|one| self.waits(one)).map(|one| one.id))
    }

    fn waits(self, one: &CustodianInvitation) -> bool {
        one.tries < policy::DIGITS_TRIES && self.ports().now() < one.expires_at
    }

    /// Who invites; None where the invitation waits no more. Whose record it is, the digits open.
    pub async fn invited_by(self, id: Uuid) -> Result<Option<InvitedBy>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = invitations::find(&mut tx, id).await?;
        let Some(one) = found.filter(|one| self.waits(one)) else {
            return Ok(None);
        };
        let person = persons::find(&mut tx, one.invited_by).await?;
        Ok(person.map(|person| InvitedBy { name: person.name }))
    }

    /// From now on the person looks after the record, too.
    pub async fn join_record(
        self,
        by: SignedInPerson,
        invitation: Uuid,
        digits: &str,
        relation: &str,
    ) -> Outcome<RecordId, JoinRejection> {
        let Some(digits) = six_digits(digits) else {
            return reject(JoinRejection::NotDigits);
        };
        let Some(relation) = Relation::from_name(relation) else {
            return reject(JoinRejection::NoRelation);
        };
        let mut tx = self.store().begin().await?;
        let Some(joining) = self.people().still_signed_in(&mut tx, by).await? else {
            return reject(JoinRejection::SignedOut);
        };
        let found = invitations::lock(&mut tx, invitation).await?;
        let Some(one) = found.filter(|one| self.waits(one)) else {
            return reject(JoinRejection::Over);
        };
        // With the record's lock: the one who invites is not removed meanwhile.
        if records::lock(&mut tx, one.invited_by, one.record)
            .await?
            .is_none()
        {
            return reject(JoinRejection::Over);
        }
        let digest = self.join_digits_digest(one.id, &digits);
        if !bool::from(digest.ct_eq(&one.digits_digest)) {
            invitations::count_try(&mut tx, one.id).await?;
            let (action, outcome) = (Action::RecordJoin, ActionOutcome::WrongDigits);
            self.audit_record(&mut tx, by.person, one.record, action, outcome)
                .await?;
            tx.commit().await?;
            return match policy::DIGITS_TRIES - one.tries - 1 {
                0 => reject(JoinRejection::Over),
                left => reject(JoinRejection::Wrong { left }),
            };
        }
        let own = records::list(&mut tx, by.person).await?;
        invitations::delete(&mut tx, one.record, one.id).await?;
        if own.iter().any(|record| record.id == one.record) {
            let (action, outcome) = (Action::RecordInvite, ActionOutcome::Withdrawn);
            self.audit_record(&mut tx, by.person, one.record, action, outcome)
                .await?;
            tx.commit().await?;
            return Ok(one.record);
        }
        if own.len() >= policy::RECORDS {
            return reject(JoinRejection::TooMany);
        }
        let now = self.ports().now();
        let others = custodians::ids(&mut tx, one.record).await?;
        custodians::add(&mut tx, by.person, one.record, Some(relation), now).await?;
        for person in others {
            let mail = AccountMail::CustodianJoined {
                person,
                name: joining.name.clone(),
                record: one.record,
            };
            self.outbox()
                .queue(&mut tx, &MailJob::Account(mail))
                .await?;
        }
        self.audit_record(
            &mut tx,
            by.person,
            one.record,
            Action::RecordJoin,
            ActionOutcome::Added,
        )
        .await?;
        tx.commit().await?;
        Ok(one.record)
    }

    pub(super) fn join_token_digest(self, token: &str) -> Vec<u8> {
        self.sealer().digest("custodian-token", &[token.as_bytes()])
    }

    pub(super) fn join_digits_digest(self, id: Uuid, digits: &str) -> Vec<u8> {
        self.sealer()
            .digest("custodian-digits", &[id.as_bytes(), digits.as_bytes()])
    }
}

//! The custodians of a record, its invitations, and how a custodian is removed. A record always has at least one.

use crate::outbox::account_mails::AccountMail;
use crate::people::accounts::SignedInPerson;
use crate::seen::Seen;
use crate::sign_in::limits::Source;
use crate::{Actor, InternalError, MailJob, Outcome, Records, reject};
use domain::address::{self, AddressError, email_key};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{AuthorizationId, PersonId, RecordId};
use domain::policy;
use domain::record::Record;
use domain::timestamp::Timestamp;
use serde::Serialize;
use store::custodian_invitations::{self as invitations, CustodianInvitation};
use store::custodians::{self, Custodian};
use store::{Tx, authorizations, records};
use uuid::Uuid;

/// A record with those who look after it.
pub struct RecordPeople {
    pub record: Record,
    /// The first one first.
    pub custodians: Vec<Custodian>,
    /// Who is invited: id, address, until when.
    pub invited: Vec<(Uuid, String, Timestamp)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustodianRejection {
    SignedOut,
    /// The person has no such record, or the record has no such custodian.
    NotFound,
    Email(AddressError),
    /// They look after it already.
    Already,
    /// As many as may look after one record, those who are invited among them.
    TooMany,
    /// Enough mails went out: not before then.
    TooManyMails {
        until: Timestamp,
    },
    /// The page was about something other than the present custodians.
    Changed,
    /// The record has no other custodian.
    Last,
}

#[derive(Serialize)]
struct Shown<'a> {
    record: (RecordId, &'a str),
    custodians: Vec<(PersonId, &'a str)>,
}

impl RecordPeople {
    pub fn custodian(&self, person: PersonId) -> Option<&Custodian> {
        self.custodians.iter().find(|one| one.person == person)
    }
}

impl Records<'_> {
    /// None where the record is not the person's.
    pub async fn people_of(
        self,
        person: PersonId,
        id: RecordId,
    ) -> Result<Option<RecordPeople>, InternalError> {
        let mut tx = self.store().read().await?;
        match records::find(&mut tx, person, id).await? {
            Some(record) => self.people_in(&mut tx, record).await.map(Some),
            None => Ok(None),
        }
    }

    async fn people_in(self, tx: &mut Tx, record: Record) -> Result<RecordPeople, InternalError> {
        let waiting = invitations::list(tx, record.id, self.ports().now()).await?;
        let invited = waiting.into_iter();
        Ok(RecordPeople {
            custodians: custodians::list(tx, record.id).await?,
            invited: invited
                .map(|one| (one.id, one.email, one.expires_at))
                .collect(),
            record,
        })
    }

    /// What the question before a removal shows, for its form.
    pub fn people_shown(self, people: &RecordPeople) -> Seen {
        let custodians = people.custodians.iter();
        let shown = Shown {
            record: (people.record.id, &people.record.name),
            custodians: custodians
                .map(|one| (one.person, one.name.as_str()))
                .collect(),
        };
        self.seen("custodians", &shown)
    }

    /// Invites someone by mail; answers the digits that the person tells them. A newer invitation to the same address
    /// takes the place of the one before.
    pub async fn invite_custodian(
        self,
        by: SignedInPerson,
        id: RecordId,
        email: &str,
        source: &Source,
    ) -> Outcome<String, CustodianRejection> {
        let email = match address::email(email, policy::EMAIL_MAX) {
            Ok(email) => email,
            Err(error) => return reject(CustodianRejection::Email(error)),
        };
        let (mut tx, people) = self.begin_with(by, id).await?;
        let key = email_key(&email);
        let mut known = people.custodians.iter();
        if known.any(|one| email_key(&one.email) == key) {
            return reject(CustodianRejection::Already);
        }
        invitations::delete_to(&mut tx, id, &email).await?;
        let others = people.invited.iter().filter(|(_, to, _)| *to != email);
        if people.custodians.len() + others.count() >= policy::CUSTODIANS {
            return reject(CustodianRejection::TooMany);
        }
        let charged = self.people().charge_digits_mail(&mut tx, &email, source);
        if let Some(until) = charged.await? {
            return reject(CustodianRejection::TooManyMails { until });
        }
        let (invitation, token, digits) = self.new_invitation(by.person, id, email);
        invitations::insert(&mut tx, &invitation).await?;
        let mail = AccountMail::CustodianInvited {
            to: invitation.email,
            by: by.person,
            token,
            until: invitation.expires_at,
        };
        self.outbox()
            .queue(&mut tx, &MailJob::Account(mail))
            .await?;
        self.audit_record(
            &mut tx,
            by.person,
            id,
            Action::RecordInvite,
            ActionOutcome::Invited,
        )
        .await?;
        tx.commit().await?;
        Ok(digits)
    }

    fn new_invitation(
        self,
        by: PersonId,
        record: RecordId,
        email: String,
    ) -> (CustodianInvitation, String, String) {
        let id = self.ports().id();
        let (token, digits) = (self.staff().token(), self.people().new_digits());
        let invitation = CustodianInvitation {
            id,
            record,
            invited_by: by,
            email,
            token_digest: self.join_token_digest(&token),
            digits_digest: self.join_digits_digest(id, &digits),
            tries: 0,
            expires_at: self.ports().now() + policy::CUSTODIAN_INVITATION,
        };
        (invitation, token, digits)
    }

    /// Takes an invitation back; one that waits no more is none.
    pub async fn withdraw_custodian_invitation(
        self,
        by: SignedInPerson,
        id: RecordId,
        invitation: Uuid,
    ) -> Outcome<(), CustodianRejection> {
        let (mut tx, _) = self.begin_with(by, id).await?;
        if !invitations::delete(&mut tx, id, invitation).await? {
            return Ok(());
        }
        self.audit_record(
            &mut tx,
            by.person,
            id,
            Action::RecordInvite,
            ActionOutcome::Withdrawn,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a custodian. The clinics that this custodian connected are disconnected first, each notified by an event;
    /// the other custodians keep the record as it is.
    pub async fn remove_custodian(
        self,
        by: SignedInPerson,
        id: RecordId,
        person: PersonId,
        seen: &Seen,
    ) -> Outcome<(), CustodianRejection> {
        let (tx, _) = self.begin_removal(by, id, person, seen).await?;
        drop(tx);
        for authorization in self.connected_by(person, id).await? {
            self.people()
                .end_connection(Actor::Person(by.person), person, Some(by), authorization)
                .await?;
        }
        let (mut tx, people) = self.begin_removal(by, id, person, seen).await?;
        let live = authorizations::list(&mut tx, person).await?;
        // Connected meanwhile: the page is shown again.
        if live.iter().any(|one| one.record == id) {
            return reject(CustodianRejection::Changed);
        }
        custodians::remove(&mut tx, person, id).await?;
        let who = people.custodian(person).map(|one| one.name.clone());
        for one in &people.custodians {
            let mail = AccountMail::CustodianRemoved {
                person: one.person,
                name: who.clone().unwrap_or_default(),
                own: one.person == person,
                record: people.record.name.clone(),
            };
            self.outbox()
                .queue(&mut tx, &MailJob::Account(mail))
                .await?;
        }
        self.audit_record(
            &mut tx,
            by.person,
            id,
            Action::RecordRemoveCustodian,
            ActionOutcome::Removed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn connected_by(
        self,
        person: PersonId,
        record: RecordId,
    ) -> Result<Vec<AuthorizationId>, InternalError> {
        let mut tx = self.store().read().await?;
        let live = authorizations::list(&mut tx, person).await?;
        let here = live.into_iter().filter(|one| one.record == record);
        Ok(here.map(|one| one.id).collect())
    }

    async fn begin_removal(
        self,
        by: SignedInPerson,
        id: RecordId,
        person: PersonId,
        seen: &Seen,
    ) -> Outcome<(Tx, RecordPeople), CustodianRejection> {
        let (tx, people) = self.begin_with(by, id).await?;
        if people.custodian(person).is_none() {
            return reject(CustodianRejection::NotFound);
        }
        if people.custodians.len() < 2 {
            return reject(CustodianRejection::Last);
        }
        if !seen.is(&self.people_shown(&people)) {
            return reject(CustodianRejection::Changed);
        }
        Ok((tx, people))
    }

    /// A transaction in which the person is signed in and looks after the record, whose custodians cannot change meanwhile.
    async fn begin_with(
        self,
        by: SignedInPerson,
        id: RecordId,
    ) -> Outcome<(Tx, RecordPeople), CustodianRejection> {
        let mut tx = self.store().begin().await?;
        let signed_in = self.people().still_signed_in(&mut tx, by).await?;
        if signed_in.is_none() {
            return reject(CustodianRejection::SignedOut);
        }
        match records::lock(&mut tx, by.person, id).await? {
            Some(record) => {
                let people = self.people_in(&mut tx, record).await?;
                Ok((tx, people))
            }
            None => reject(CustodianRejection::NotFound),
        }
    }
}

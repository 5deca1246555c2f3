//! Mails that tell owners what happened to their accounts, and help those who forgot their passwords.

use crate::mail::{Message, StaffNotice};
use crate::outbox::mail_job::MailJob;
use crate::outbox::recipients::Addressed;
use crate::{InternalError, Outbox};
use domain::ids::{PasswordResetId, PersonId, StaffId};
use domain::policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use store::{Tx, persons, staff};

impl Outbox<'_> {
    pub(crate) fn forgot_url(self) -> String {
        format!("{}/forgot-password", self.public_url())
    }

    /// None once the digits and the link are over, or a newer mail took their place.
    pub(crate) async fn reset_mail(
        self,
        tx: &mut Tx,
        reset: PasswordResetId,
        digits: Option<String>,
        token: &str,
    ) -> Result<Option<Message>, InternalError> {
        let waits = self.people().reset_waits(tx, reset, token).await?;
        Ok(waits.then(|| Message::ResetPassword {
            digits,
            link: format!("{}/{token}", self.forgot_url()),
            minutes: policy::RESET_LIFE.as_secs() / 60,
        }))
    }

    pub(crate) fn no_account_mail(self) -> Message {
        Message::NoAccount {
            forgot_url: self.forgot_url(),
            create_url: format!("{}/create-account", self.public_url()),
        }
    }

    pub(crate) async fn person_notice(
        self,
        tx: &mut Tx,
        id: PersonId,
        at: Timestamp,
    ) -> Result<Option<Addressed>, InternalError> {
        // An account is no one's but the person's: no clinic's zone is theirs.
        let message = Message::PasswordChanged {
            at: Zone::UTC.at(at),
            account_url: format!("{}/account", self.public_url()),
            forgot_url: self.forgot_url(),
        };
        let person = persons::find(tx, id).await?;
        Ok(person.map(|person| (person.email, None, message)))
    }

    /// Queues a word to one of the staff about their own account.
    pub(crate) async fn notify_staff(
        self,
        tx: &mut Tx,
        staff: StaffId,
        what: StaffNotice,
        at: Timestamp,
    ) -> Result<(), InternalError> {
        self.queue(tx, &MailJob::StaffNotice { staff, what, at })
            .await
    }

    pub(crate) async fn staff_notice(
        self,
        tx: &mut Tx,
        id: StaffId,
        what: StaffNotice,
        at: Timestamp,
    ) -> Result<Option<Addressed>, InternalError> {
        let Some(member) = staff::find(tx, id).await? else {
            return Ok(None);
        };
        let reply_to = match member.application {
            Some(clinic) => self.application(tx, clinic).await?.email,
            None => None,
        };
        let message = Message::StaffNotice {
            what,
            at: member.time_zone.at(at),
            forgot_url: format!("{}/staff/forgot-password", self.public_url()),
            operator: member.application.is_none(),
        };
        Ok(Some((member.email, reply_to, message)))
    }
}

//! How an invitation, or the link to a new password, is taken by the member of staff it was mailed to.

use crate::audit::log::Entry;
use crate::mail::StaffNotice;
use crate::people::accounts::password;
use crate::secrets::Class;
use crate::staff::sign_in::STAFF_DOOR;
use crate::{Actor, InternalError, Outcome, StaffMembers, reject};
use domain::audit::{Action, ActionOutcome};
use domain::ids::StaffId;
use domain::invitation::{Invitation, Over};
use domain::password::PasswordError;
use domain::staff::Staff;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use store::{Tx, applications, invitations as table, staff as staff_table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptRejection {
    /// No one was sent this link, or there is a newer one.
    Unknown,
    Over(Over),
    Password(PasswordError),
    /// Someone of the staff has got this address in the meantime.
    EmailTaken,
}

/// What a link leads to.
pub struct Invited {
    pub invitation: Invitation,
    pub clinic: String,
    /// That of the clinic.
    pub time_zone: Zone,
    pub over: Option<Over>,
}

impl StaffMembers<'_> {
    /// What a link leads to; None where no one was sent it, or a newer one took its place.
    pub async fn invited(self, token: &str) -> Result<Option<Invited>, InternalError> {
        let mut tx = self.store().read().await?;
        let digest = self.invitation_digest(token);
        let Some(invitation) = table::find_by_token(&mut tx, &digest).await? else {
            return Ok(None);
        };
        let clinic = self.application(&mut tx, invitation.application).await?;
        drop(tx);
        let over = invitation.check(self.ports().now()).err();
        if let (Some(Over::Expired { at }), None) = (over, invitation.ended_at) {
            self.end_link(&digest, at).await?;
        }
        Ok(Some(Invited {
            over,
            clinic: clinic.name,
            time_zone: clinic.time_zone,
            invitation,
        }))
    }

    /// Records that a link was refused because its time was over at `at`. Only the first notice writes.
    async fn end_link(self, digest: &[u8], at: Timestamp) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let invitation = table::lock_by_token(&mut tx, digest).await?;
        let Some(ended) = invitation.and_then(|invitation| invitation.expire(at)) else {
            return Ok(());
        };
        table::update(&mut tx, &ended).await?;
        let (action, subject) = match ended.staff {
            Some(staff) => (Action::StaffSendPasswordLink, staff.0),
            None => (Action::StaffInvite, ended.id.0),
        };
        let entry = Entry {
            application: Some(ended.application),
            actor: Actor::System,
            action,
            subject: Some(subject),
            outcome: ActionOutcome::Ended,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Someone chose a password by a link: a new colleague may sign in, one of the staff has a new password. Answers
    /// whose it is and the round of their sessions: the browser is one of theirs from now on. It signs no one in, so a
    /// second factor stays in force.
    pub async fn accept_invitation(
        self,
        token: &str,
        typed: &str,
    ) -> Outcome<(StaffId, i64), AcceptRejection> {
        let Some(invited) = self.invited(token).await? else {
            return reject(AcceptRejection::Unknown);
        };
        if let Some(over) = invited.over {
            return reject(AcceptRejection::Over(over));
        }
        let Invitation { name, email, .. } = &invited.invitation;
        if let Err(error) = password(typed, &[name, email, &invited.clinic]) {
            return reject(AcceptRejection::Password(error));
        }
        let hash = self.hasher().hash_password(Class::Staff, typed).await?;
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        // In the order of a password change, which ends their links.
        if let Some(staff) = invited.invitation.staff {
            staff_table::lock(&mut tx, staff).await?;
        }
        let digest = self.invitation_digest(token);
        let Some(invitation) = table::lock_by_token(&mut tx, &digest).await? else {
            return reject(AcceptRejection::Unknown);
        };
        let invitation = match invitation.accept(now) {
            Ok(invitation) => invitation,
            Err(over) => {
                drop(tx);
                if let Over::Expired { at } = over {
                    self.end_link(&digest, at).await?;
                }
                return reject(AcceptRejection::Over(over));
            }
        };
        table::update(&mut tx, &invitation).await?;
        let (staff, round, action, outcome) = match invitation.staff {
            Some(staff) => {
                let round = staff_table::set_password(&mut tx, staff, &hash).await?;
                let account = self.sign_ins().account_at(STAFF_DOOR, &invitation.email);
                self.sign_ins().clear_account(&mut tx, &account).await?;
                self.outbox()
                    .notify_staff(&mut tx, staff, StaffNotice::PasswordChanged, now)
                    .await?;
                (
                    staff,
                    round,
                    Action::StaffSetPassword,
                    ActionOutcome::Changed,
                )
            }
            None => match self.join(&mut tx, &invitation, &hash, now).await? {
                Some(staff) => (staff, 0, Action::StaffJoin, ActionOutcome::Added),
                None => return reject(AcceptRejection::EmailTaken),
            },
        };
        let entry = Entry {
            application: Some(invitation.application),
            actor: Actor::Staff(staff),
            action,
            subject: Some(staff.0),
            outcome,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok((staff, round))
    }

    /// None where someone of the staff has this address by now.
    async fn join(
        self,
        tx: &mut Tx,
        invitation: &Invitation,
        password_hash: &str,
        now: Timestamp,
    ) -> Result<Option<StaffId>, InternalError> {
        let staff = Staff {
            id: StaffId(self.ports().id()),
            application: Some(invitation.application),
            name: invitation.name.clone(),
            email: invitation.email.clone(),
            role: invitation.role,
            disabled: false,
            clinic: None,
            time_zone: applications::time_zone(tx, invitation.application).await?,
        };
        let inserted = staff_table::insert(tx, &staff, password_hash, now).await?;
        Ok(inserted.then_some(staff.id))
    }
}

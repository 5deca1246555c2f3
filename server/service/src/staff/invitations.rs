//! Links by mail that let someone choose a password: managers invite colleagues, and help those who forgot theirs.
//!
//! A link's token is kept as a digest. To look at a link changes nothing: mail scanners follow links, too.

use crate::audit::log::Entry;
use crate::outbox::mail_job::MailJob;
use crate::{Actor, Administrator, Failure, InternalError, Outcome, StaffMembers, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::address::{self, AddressError};
use domain::audit::{Action, ActionOutcome};
use domain::ids::{InvitationId, StaffId};
use domain::invitation::{Invitation, Over, State};
use domain::policy;
use domain::staff::{Role, Staff};
use domain::text::{self, TextError};
use domain::timestamp::Timestamp;
use store::{Tx, applications, invitations as table, staff as staff_table};

/// What is wrong with an invitation as typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InviteProblem {
    pub name: Option<TextError>,
    pub email: Option<AddressError>,
    /// Not one that works at a desk.
    pub role: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteRejection {
    Typed(InviteProblem),
    /// Someone of the staff has this address, here or at another clinic.
    EmailTaken,
    /// An invitation to this address is open.
    AlreadyInvited,
    NotProven,
}

/// Someone to invite.
pub(crate) struct Invitee {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: Role,
}

impl Invitee {
    pub(crate) fn read(name: &str, email: &str, role: &str) -> Result<Self, InviteProblem> {
        let role = Role::from_name(role).filter(|role| *role != Role::Operator);
        let name = text::line(name, policy::NAME_MAX);
        let email = address::email(email, policy::EMAIL_MAX);
        match (name, email, role) {
            (Ok(name), Ok(email), Some(role)) => Ok(Self { name, email, role }),
            (name, email, role) => Err(InviteProblem {
                name: name.err(),
                email: email.err(),
                role: role.is_none(),
            }),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationRejection {
    /// None of this application.
    NotFound,
    Over(Over),
}

impl StaffMembers<'_> {
    /// Invites someone to the desk by mail.
    pub async fn invite(
        self,
        by: Administrator,
        name: &str,
        email: &str,
        role: &str,
    ) -> Outcome<InvitationId, InviteRejection> {
        let invitee = Invitee::read(name, email, role)
            .map_err(|problem| Failure::Rejected(InviteRejection::Typed(problem)))?;
        let mut tx = self.store().begin().await?;
        applications::lock(&mut tx, by.application).await?;
        let id = self.invite_within(&mut tx, by, &invitee).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(crate) async fn invite_within(
        self,
        tx: &mut Tx,
        by: Administrator,
        invitee: &Invitee,
    ) -> Outcome<InvitationId, InviteRejection> {
        self.require_proof::<InviteRejection>(tx, by).await?;
        let taken = staff_table::find_by_email(tx, &invitee.email).await?;
        if taken.is_some() {
            return reject(InviteRejection::EmailTaken);
        }
        let now = self.ports().now();
        let ends = self.invitation_ends(tx, by).await?;
        let invitation = Invitation {
            name: invitee.name.clone(),
            email: invitee.email.clone(),
            role: invitee.role,
            ..self.invitation_by(by, now, ends)
        };
        if !self.put_invitation(tx, &invitation).await? {
            return reject(InviteRejection::AlreadyInvited);
        }
        self.audit_invitation(
            tx,
            by,
            Action::StaffInvite,
            invitation.id,
            ActionOutcome::Invited,
        )
        .await?;
        Ok(invitation.id)
    }

    /// Mails one of the staff a link to choose a new password; earlier links of theirs are dead.
    pub async fn send_new_password(
        self,
        by: Administrator,
        id: StaffId,
    ) -> Outcome<(), InvitationRejection> {
        let mut tx = self.store().begin().await?;
        // Two managers who help at one moment: only the later link works.
        applications::lock(&mut tx, by.application).await?;
        let found = staff_table::lock(&mut tx, id).await?;
        let staff = found.map(|found| found.staff);
        let Some(staff) = staff.filter(|staff| by.may_help(staff) && !staff.disabled) else {
            return reject(InvitationRejection::NotFound);
        };
        self.mail_new_password(&mut tx, by, staff).await?;
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::StaffSendPasswordLink,
            subject: Some(id.0),
            outcome: ActionOutcome::Queued,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Queues a link to a new password for one of the staff of the application; earlier links of theirs are dead.
    pub(crate) async fn mail_new_password(
        self,
        tx: &mut Tx,
        by: Administrator,
        staff: Staff,
    ) -> Result<(), InternalError> {
        table::withdraw_of_staff(tx, staff.id).await?;
        let now = self.ports().now();
        let invitation = Invitation {
            staff: Some(staff.id),
            name: staff.name,
            email: staff.email,
            role: staff.role,
            ..self.invitation_by(by, now, now + policy::NEW_PASSWORD_LIFE)
        };
        self.put_invitation(tx, &invitation).await?;
        Ok(())
    }

    /// The invitations that no one has used yet, by name; those whose time is over among them.
    pub async fn open_invitations(
        self,
        by: Administrator,
    ) -> Result<Vec<Invitation>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::list_open(&mut tx, by.application).await?)
    }

    /// Mails a new link with its whole time; the old one is dead.
    pub async fn invite_again(
        self,
        by: Administrator,
        id: InvitationId,
    ) -> Outcome<(), InvitationRejection> {
        let mut tx = self.store().begin().await?;
        let invitation = table::lock(&mut tx, by.application, id).await?;
        let Some(invitation) = invitation.filter(|invitation| by.is_over(invitation.role)) else {
            return reject(InvitationRejection::NotFound);
        };
        let expires_at = self.invitation_ends(&mut tx, by).await?;
        let invitation = match invitation.renew(expires_at) {
            Ok(invitation) => invitation,
            Err(over) => return reject(InvitationRejection::Over(over)),
        };
        let token = self.token();
        table::set_token(&mut tx, id, &self.invitation_digest(&token)).await?;
        table::update(&mut tx, &invitation).await?;
        let invitation = id;
        self.outbox()
            .queue(&mut tx, &MailJob::Invitation { invitation, token })
            .await?;
        self.audit_invitation(
            &mut tx,
            by,
            Action::StaffInvite,
            id,
            ActionOutcome::InvitedAgain,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The link never works again.
    pub async fn withdraw_invitation(
        self,
        by: Administrator,
        id: InvitationId,
    ) -> Outcome<(), InvitationRejection> {
        let mut tx = self.store().begin().await?;
        let Some(invitation) = table::lock(&mut tx, by.application, id).await? else {
            return reject(InvitationRejection::NotFound);
        };
        let invitation = match invitation.withdraw() {
            Ok(invitation) => invitation,
            Err(over) => return reject(InvitationRejection::Over(over)),
        };
        table::update(&mut tx, &invitation).await?;
        self.audit_invitation(
            &mut tx,
            by,
            Action::StaffWithdrawInvitation,
            id,
            ActionOutcome::Withdrawn,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// When a link that is sent now ends: with the day that its mail names.
    async fn invitation_ends(
        self,
        tx: &mut Tx,
        by: Administrator,
    ) -> Result<Timestamp, InternalError> {
        let zone = applications::time_zone(tx, by.application).await?;
        Ok(zone.end_of_day(self.ports().now(), policy::INVITATION_DAYS))
    }

    /// One that is about no one yet.
    fn invitation_by(self, by: Administrator, now: Timestamp, expires_at: Timestamp) -> Invitation {
        Invitation {
            id: InvitationId(self.ports().id()),
            application: by.application,
            staff: None,
            name: String::new(),
            email: String::new(),
            role: Role::FrontDesk,
            made_by: match by.actor {
                Actor::Staff(manager) => Some(manager),
                _ => None,
            },
            state: State::Open,
            made_at: now,
            expires_at,
            ended_at: None,
        }
    }

    /// Keeps it under a new token and queues its mail; false where the address has an open one.
    async fn put_invitation(
        self,
        tx: &mut Tx,
        invitation: &Invitation,
    ) -> Result<bool, InternalError> {
        let token = self.token();
        let digest = self.invitation_digest(&token);
        if !table::insert(tx, invitation, &digest).await? {
            return Ok(false);
        }
        let invitation = invitation.id;
        self.outbox()
            .queue(tx, &MailJob::Invitation { invitation, token })
            .await?;
        Ok(true)
    }

    /// The invitation of a queued mail, while the mail's own link works.
    pub(crate) async fn invitation_to_mail(
        self,
        tx: &mut Tx,
        id: InvitationId,
        token: &str,
    ) -> Result<Option<Invitation>, InternalError> {
        let found = table::find_by_token(tx, &self.invitation_digest(token)).await?;
        let now = self.ports().now();
        Ok(found.filter(|found| found.id == id && found.check(now).is_ok()))
    }

    /// No one guesses 32 bytes.
    pub(crate) fn token(self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.ports().bytes::<32>())
    }

    pub(super) fn invitation_digest(self, token: &str) -> Vec<u8> {
        self.sealer().digest("invitation", &[token.as_bytes()])
    }

    async fn audit_invitation(
        self,
        tx: &mut Tx,
        by: Administrator,
        action: Action,
        id: InvitationId,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action,
            subject: Some(id.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

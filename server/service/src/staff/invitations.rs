//! Links by mail that let somebody choose a password: managers invite colleagues, and help those who forgot theirs.
//!
//! A link's token is kept as a digest. To look at a link changes nothing: mail scanners follow links, too.

use crate::audit::log::Entry;
use crate::mail::StaffNotice;
use crate::outbox::mails::MailJob;
use crate::people::accounts::password;
use crate::secrets::Class;
use crate::staff::sign_in::STAFF_DOOR;
use crate::{Actor, Administrator, Failure, InternalError, Outcome, StaffMembers, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::audit::{Action, ActionOutcome};
use domain::ids::{InvitationId, StaffId};
use domain::invitation::{Invitation, Over, State};
use domain::password::PasswordError;
use domain::policy;
use domain::staff::{Role, Staff};
use domain::text::{self, AddressError, TextError};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
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
    /// Somebody of the staff has this address, here or at another clinic.
    EmailTaken,
    /// An invitation to this address is open.
    AlreadyInvited,
    NotProven,
}

/// Somebody to invite.
pub(crate) struct Invitee {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: Role,
}

impl Invitee {
    pub(crate) fn read(name: &str, email: &str, role: &str) -> Result<Self, InviteProblem> {
        let role = Role::from_name(role).filter(|role| *role != Role::Operator);
        let name = text::line(name, policy::NAME_MAX);
        let email = text::email(email, policy::EMAIL_MAX);
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptRejection {
    /// Nobody was sent this link, or there is a newer one.
    Unknown,
    Over(Over),
    Password(PasswordError),
    /// Somebody of the staff has got this address in the meantime.
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
    /// Invites somebody to the desk by mail.
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

    /// The invitations that nobody has used yet, by name; those whose time is over among them.
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

    /// What a link leads to; None where nobody was sent it, or a newer one took its place.
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

    /// Somebody chose a password by a link: a new colleague may sign in, one of the staff has a new password. Answers
    /// whose it is and the round of their sessions: the browser is one of theirs from now on. It signs nobody in, so a
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
        // In the order of whoever changes their password, which ends their links.
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

    /// None where somebody of the staff has this address by now.
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

    /// When a link that is sent now ends: with the day that its mail names.
    async fn invitation_ends(
        self,
        tx: &mut Tx,
        by: Administrator,
    ) -> Result<Timestamp, InternalError> {
        let zone = applications::time_zone(tx, by.application).await?;
        Ok(zone.end_of_day(self.ports().now(), policy::INVITATION_DAYS))
    }

    /// One that is about nobody yet.
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

    /// Nobody guesses 32 bytes.
    pub(crate) fn token(self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.ports().bytes::<32>())
    }

    fn invitation_digest(self, token: &str) -> Vec<u8> {
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

//! The mails that can be queued, by kind and urgency, and how the attempt to send one ended.

use crate::mail::StaffNotice;
use crate::outbox::account_mails::AccountMail;
use domain::ids::{
    ApplicationId, AuthorizationId, ConnectRequestId, InvitationId, PasswordResetId, PersonId,
    StaffId,
};
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::jobs::{State, Urgency};

/// The kind of job whose state the desk shows beside a request.
pub(crate) const CONNECT: &str = "connect";
pub(super) const REMINDER: &str = "reminder";
pub(super) const STOPPED: &str = "stopped";

/// A mail to be sent. What it says is read when it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub enum MailJob {
    /// The code, to the request's address.
    Connect { request: ConnectRequestId },
    /// To a patient who has not used the code yet.
    Reminder { request: ConnectRequestId },
    /// To a patient whose code stopped after too many wrong answers.
    Stopped { request: ConnectRequestId },
    /// Digits that prove an address; worth nothing after their time.
    Digits {
        to: String,
        digits: String,
        /// Of the link; none in jobs of earlier versions.
        #[serde(default)]
        token: Option<String>,
        until: Timestamp,
    },
    /// Something about a person's own account.
    Account(AccountMail),
    /// Someone tried to make an account for an address that has one.
    KnownAddress { to: String },
    /// Digits and a link for a person who forgot their password; the link alone where digits were guessed at.
    ResetPassword {
        reset: PasswordResetId,
        to: String,
        digits: Option<String>,
        token: String,
    },
    /// Someone asked for a new password with an address that has no account.
    NoAccount { to: String },
    /// To a person whose password was changed.
    PasswordChanged { person: PersonId, at: Timestamp },
    /// To one of the staff, of what happened to their own account.
    StaffNotice {
        staff: StaffId,
        what: StaffNotice,
        at: Timestamp,
    },
    /// To a person who connected.
    Receipt {
        person: PersonId,
        application: ApplicationId,
        /// None in jobs of earlier versions.
        #[serde(default)]
        authorization: Option<AuthorizationId>,
    },
    /// To a person who put another record in the place of a wrong one.
    RecordChanged {
        person: PersonId,
        application: ApplicationId,
        authorization: AuthorizationId,
    },
    /// To an invitee or a member of staff, who may choose a password by the link with this token.
    Invitation {
        invitation: InvitationId,
        token: String,
    },
    /// To a member of staff whose authenticator was removed; `by` is None for the command line.
    AuthenticatorReset { staff: StaffId, by: Option<StaffId> },
    /// To a person who disconnected.
    Disconnected {
        person: PersonId,
        application: ApplicationId,
    },
}

impl MailJob {
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Connect { .. } => CONNECT,
            Self::Reminder { .. } => REMINDER,
            Self::Stopped { .. } => STOPPED,
            Self::Digits { .. } => "digits",
            Self::Account(mail) => mail.kind(),
            Self::KnownAddress { .. } => "known-address",
            Self::ResetPassword { .. } => "reset-password",
            Self::NoAccount { .. } => "no-account",
            Self::PasswordChanged { .. } => "password-changed",
            Self::StaffNotice { .. } => "staff-notice",
            Self::Receipt { .. } => "receipt",
            Self::RecordChanged { .. } => "record-changed",
            Self::Invitation { .. } => "invitation",
            Self::AuthenticatorReset { .. } => "authenticator-reset",
            Self::Disconnected { .. } => "disconnected",
        }
    }

    /// Strangers can have mails of the first class queued, so codes are in another one.
    pub(super) const fn class(&self) -> Urgency {
        match self {
            Self::Account(mail) => mail.class(),
            Self::Digits { .. }
            | Self::KnownAddress { .. }
            | Self::ResetPassword { .. }
            | Self::NoAccount { .. } => Urgency::AtScreen,
            Self::Connect { .. }
            | Self::Stopped { .. }
            | Self::Receipt { .. }
            | Self::RecordChanged { .. }
            | Self::PasswordChanged { .. }
            | Self::Disconnected { .. } => Urgency::ForPatient,
            Self::Invitation { .. }
            | Self::AuthenticatorReset { .. }
            | Self::StaffNotice { .. } => Urgency::ForStaff,
            Self::Reminder { .. } => Urgency::Reminder,
        }
    }
}

/// The result of an attempt to send a claimed mail.
#[derive(Clone, Debug)]
pub enum Settled {
    Sent,
    /// Not sent; to be tried again after a while.
    Retry {
        failure: String,
        /// The mail server refuses this installation: operators have to know.
        ours: bool,
        after: Duration,
    },
    Bounced {
        failure: String,
    },
    /// Whether it arrived is unknown; never sent again by itself.
    Unknown {
        failure: String,
    },
    /// Given up after too many tries.
    Dead {
        failure: String,
    },
    /// Not sent, because its subject is over.
    Dropped,
}

impl Settled {
    pub(super) const fn state(&self) -> State {
        match self {
            Self::Sent => State::Done,
            Self::Retry { .. } => State::Queued,
            Self::Bounced { .. } => State::Bounced,
            Self::Unknown { .. } => State::Unknown,
            Self::Dead { .. } | Self::Dropped => State::Dead,
        }
    }

    /// Why it was not sent.
    pub fn failure(&self) -> Option<&str> {
        match self {
            Self::Sent | Self::Dropped => None,
            Self::Retry { failure, .. }
            | Self::Bounced { failure }
            | Self::Unknown { failure }
            | Self::Dead { failure } => Some(failure),
        }
    }
}

//! Mails about one's own account: a forgotten password, and what happened to passwords and authenticators.

use super::message::{Block, Composed, link};
use domain::zone::Local;
use serde::{Deserialize, Serialize};
use words::t;

/// What one of the staff is told about their own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StaffNotice {
    PasswordChanged,
    AuthenticatorSet,
    AuthenticatorReplaced,
    RecoveryCodesRenewed,
    /// The right password was entered, and the second factor never came.
    SecondStepMissing,
}

pub(super) fn reset_password(digits: Option<&str>, url: &str, minutes: u64) -> Composed {
    let mut blocks = match digits {
        Some(digits) => vec![
            Block::Paragraph(t!("mail-reset-why")),
            Block::Code(digits.to_owned()),
            link(t!("mail-reset-link"), url),
        ],
        None => vec![
            Block::Paragraph(t!("mail-reset-why-link")),
            link(t!("mail-reset-link-only"), url),
            Block::Paragraph(t!("mail-reset-guessed")),
        ],
    };
    blocks.push(Block::Paragraph(t!("mail-reset-ends", minutes = minutes)));
    blocks.push(Block::Small(t!("mail-reset-scam")));
    blocks.push(Block::Small(t!("mail-reset-unexpected")));
    (t!("mail-reset-subject"), blocks)
}

pub(super) fn no_account(forgot_url: &str, create_url: &str) -> Composed {
    (
        t!("mail-no-account-subject"),
        vec![
            Block::Paragraph(t!("mail-no-account-why")),
            link(t!("mail-no-account-other"), forgot_url),
            link(t!("mail-no-account-create"), create_url),
            Block::Small(t!("mail-no-account-unexpected")),
        ],
    )
}

pub(super) fn password_changed(at: Local, account_url: &str, forgot_url: &str) -> Composed {
    let at = words::moment(at);
    (
        t!("mail-password-changed-subject"),
        vec![
            Block::Paragraph(t!("mail-password-changed-why", at = at)),
            Block::Paragraph(t!("mail-password-changed-yours")),
            link(t!("mail-password-changed-link"), forgot_url),
            link(t!("mail-password-changed-check"), account_url),
        ],
    )
}

pub(super) fn own_new_password(clinic: &str, url: &str, ends_at: Local) -> Composed {
    let ends = words::moment(ends_at);
    (
        t!("mail-new-password-subject"),
        vec![
            Block::Paragraph(t!("mail-own-password-why", clinic = clinic)),
            link(t!("mail-new-password-link"), url),
            Block::Paragraph(t!("mail-new-password-ends", at = ends)),
            Block::Small(t!("mail-own-password-unexpected")),
        ],
    )
}

pub(super) fn to_staff(what: StaffNotice, at: Local, forgot_url: &str, operator: bool) -> Composed {
    let at = words::moment(at);
    let (subject, why) = match what {
        StaffNotice::PasswordChanged => (
            t!("mail-password-changed-subject"),
            t!("mail-password-changed-why", at = at),
        ),
        StaffNotice::AuthenticatorSet => (
            t!("mail-authenticator-set-subject"),
            t!("mail-authenticator-set-why", at = at),
        ),
        StaffNotice::AuthenticatorReplaced => (
            t!("mail-authenticator-replaced-subject"),
            t!("mail-authenticator-replaced-why", at = at),
        ),
        StaffNotice::RecoveryCodesRenewed => (
            t!("mail-recovery-codes-subject"),
            t!("mail-recovery-codes-why", at = at),
        ),
        StaffNotice::SecondStepMissing => (
            t!("mail-second-step-subject"),
            t!("mail-second-step-why", at = at),
        ),
    };
    let help = if operator {
        t!("mail-notice-operator")
    } else {
        t!("mail-notice-manager")
    };
    let mut blocks = vec![
        Block::Paragraph(why),
        Block::Paragraph(t!("mail-password-changed-yours")),
    ];
    // An operator has no link by mail: the command line is theirs.
    if !operator {
        blocks.push(link(t!("mail-notice-link"), forgot_url));
    }
    blocks.push(Block::Paragraph(help));
    (subject, blocks)
}

//! Mails about what signs a person in.

use super::message::{Block, Composed, link, one_line};
use domain::zone::Local;
use serde::{Deserialize, Serialize};
use words::t;

pub enum SignInMessage {
    /// A passkey was added, or removed.
    Passkey {
        name: String,
        added: bool,
        at: Local,
        forgot_url: String,
        passkeys_url: String,
    },
    /// Something happened to the second step.
    SecondStep {
        what: SignInNotice,
        at: Local,
        forgot_url: String,
        step_url: String,
    },
}

/// What happened to the second step of a person's sign-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInNotice {
    On,
    Off,
    CodesRenewed,
    /// An operator took it away.
    Reset,
    /// The right password was entered, and the code never came.
    StepMissing,
}

pub(super) fn compose(message: &SignInMessage) -> Composed {
    match message {
        SignInMessage::Passkey {
            name,
            added,
            at,
            forgot_url,
            passkeys_url,
        } => passkey(&one_line(name), *added, *at, [forgot_url, passkeys_url]),
        SignInMessage::SecondStep {
            what,
            at,
            forgot_url,
            step_url,
        } => second_step(*what, *at, forgot_url, step_url),
    }
}

fn passkey(name: &str, added: bool, at: Local, [forgot_url, passkeys_url]: [&str; 2]) -> Composed {
    let at = words::moment(at);
    let (subject, why) = if added {
        (
            t!("mail-passkey-added-subject"),
            t!("mail-passkey-added-why", name = name, at = at),
        )
    } else {
        (
            t!("mail-passkey-removed-subject"),
            t!("mail-passkey-removed-why", name = name, at = at),
        )
    };
    (
        subject,
        vec![
            Block::Paragraph(why),
            Block::Paragraph(t!("mail-password-changed-yours")),
            link(t!("mail-passkey-see"), passkeys_url),
            link(t!("mail-new-device-password"), forgot_url),
        ],
    )
}

fn second_step(what: SignInNotice, at: Local, forgot_url: &str, step_url: &str) -> Composed {
    let at = words::moment(at);
    let (subject, why) = match what {
        SignInNotice::On => (
            t!("mail-second-step-on-subject"),
            t!("mail-second-step-on-why", at = at),
        ),
        SignInNotice::Off => (
            t!("mail-second-step-off-subject"),
            t!("mail-second-step-off-why", at = at),
        ),
        SignInNotice::CodesRenewed => (
            t!("mail-second-step-codes-subject"),
            t!("mail-second-step-codes-why", at = at),
        ),
        SignInNotice::Reset => (
            t!("mail-second-step-reset-subject"),
            t!("mail-second-step-reset-why", at = at),
        ),
        SignInNotice::StepMissing => (
            t!("mail-second-step-missing-subject"),
            t!("mail-second-step-missing-why", at = at),
        ),
    };
    (
        subject,
        vec![
            Block::Paragraph(why),
            Block::Paragraph(t!("mail-password-changed-yours")),
            link(t!("mail-new-device-password"), forgot_url),
            link(t!("mail-second-step-see"), step_url),
        ],
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::mail::AccountMessage;
    use domain::timestamp::Timestamp;
    use domain::zone::Zone;

    fn passkey(name: &str, added: bool) -> AccountMessage {
        let at = Timestamp::parse("2026-05-04T10:00:00Z").expect("a time");
        AccountMessage::SignIn(SignInMessage::Passkey {
            name: name.to_owned(),
            added,
            at: Zone::UTC.at(at),
            forgot_url: "https://connect.example.org/forgot-password".to_owned(),
            passkeys_url: "https://connect.example.org/account/passkeys".to_owned(),
        })
    }

    fn second_step(what: SignInNotice) -> AccountMessage {
        let at = Timestamp::parse("2026-05-04T10:00:00Z").expect("a time");
        AccountMessage::SignIn(SignInMessage::SecondStep {
            what,
            at: Zone::UTC.at(at),
            forgot_url: "https://connect.example.org/forgot-password".to_owned(),
            step_url: "https://connect.example.org/account/second-step".to_owned(),
        })
    }

    pub fn messages(name: &str) -> Vec<(&'static str, AccountMessage)> {
        vec![
            ("passkey_added", passkey(name, true)),
            ("passkey_removed", passkey(name, false)),
            ("second_step_on", second_step(SignInNotice::On)),
            ("second_step_off", second_step(SignInNotice::Off)),
            ("second_step_codes", second_step(SignInNotice::CodesRenewed)),
            ("second_step_reset", second_step(SignInNotice::Reset)),
            (
                "second_step_missing",
                second_step(SignInNotice::StepMissing),
            ),
        ]
    }
}

//! Mails about what signs a person in.

use super::message::{Block, Composed, link, one_line};
use domain::zone::Local;
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

    pub fn messages(name: &str) -> Vec<(&'static str, AccountMessage)> {
        vec![
            ("passkey_added", passkey(name, true)),
            ("passkey_removed", passkey(name, false)),
        ]
    }
}

//! What an SMTP server's refusal is about: this installation, this recipient, or this mail. One table decides.
//!
//! A bounce tells the clinic that a patient's address is wrong, so only an answer about that address, or about the mail
//! itself, is one. All else is about us, and waits until an operator has seen to it. Servers say what they mean by the
//! enhanced status code (RFC 3463 and IANA's registry); many check the client only when the first recipient is named.
//!
//! | stage | enhanced code | about |
//! |---|---|---|
//! | sender | any or none | us |
//! | recipient, `DATA`, the mail | x.1.7, x.1.8 (the sender's address) | us |
//! | | x.1.\*, x.2.\* (address, mailbox) | the recipient |
//! | | x.3.4 (too large for the system), x.6.\* (content) | the mail |
//! | | x.4.5 (our quota, as Google has it), other x.3.\* | us |
//! | | other x.4.\* (no route to the recipient's domain) | the recipient |
//! | | x.7.2, x.7.13, x.7.17, x.7.18 (the mailbox and its owner) | the recipient |
//! | | x.5.\*, other x.7.\* (protocol, policy, reputation, proof of sender) | us |
//! | | none, with words about relaying, signing in, block lists or sending limits | us |
//! | | none, and 550 to 554 or 556 | the recipient, or the mail once it was handed over |
//! | | none, and any other code | us |

/// How far the talk had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Sender,
    Recipient,
    /// `DATA`, or the mail itself.
    Mail,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Us,
    Recipient,
    Mail,
}

/// What a server says in words that is about us, in small letters.
const ABOUT_US: [&str; 12] = [
    "relay",
    "authenticat",
    "log in",
    "login",
    "blacklist",
    "blocklist",
    "block list",
    "spamhaus",
    "reputation",
    "sending quota",
    "sending limit",
    "client host",
];

/// What a refusal for good is about.
pub(super) fn about(stage: Stage, code: u16, words: &str) -> About {
    match (stage, enhanced(words)) {
        (Stage::Sender, _) => About::Us,
        (stage, Some(enhanced)) => by_enhanced_code(stage, enhanced),
        (stage, None) => by_words(stage, code, words),
    }
}

fn by_enhanced_code(stage: Stage, (subject, detail): (u16, u16)) -> About {
    match (subject, detail) {
        (1, 7 | 8) | (4, 5) => About::Us,
        (1 | 2 | 4, _) | (7, 2 | 13 | 17 | 18) => About::Recipient,
        (3, 4) | (6, _) => About::Mail,
        (0, _) => plain(stage),
        _ => About::Us,
    }
}

fn by_words(stage: Stage, code: u16, words: &str) -> About {
    let words = words.to_lowercase();
    let ours = ABOUT_US.iter().any(|known| words.contains(known));
    match code {
        550..=554 | 556 if !ours => plain(stage),
        _ => About::Us,
    }
}

fn plain(stage: Stage) -> About {
    match stage {
        Stage::Sender => About::Us,
        Stage::Recipient => About::Recipient,
        Stage::Mail => About::Mail,
    }
}

/// Subject and detail of the first code as "5.7.1".
fn enhanced(words: &str) -> Option<(u16, u16)> {
    let tokens = words.split(|sign: char| !sign.is_ascii_digit() && sign != '.');
    tokens.into_iter().find_map(|token| {
        let mut parts = token.trim_end_matches('.').split('.');
        let class = parts.next()?;
        let number = |part: Option<&str>| part.filter(|part| part.len() <= 3)?.parse().ok();
        let (subject, detail) = (number(parts.next())?, number(parts.next())?);
        (class == "5" && parts.next().is_none()).then_some((subject, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reply_is_about_us_the_recipient_or_the_mail() {
        use About::{Mail, Recipient, Us};
        for (stage, code, words, who) in [
            (
                Stage::Sender,
                550,
                "5.4.5 Daily user sending quota exceeded",
                Us,
            ),
            (Stage::Sender, 530, "Authentication required", Us),
            (Stage::Sender, 550, "no such mailbox", Us),
            (
                Stage::Sender,
                553,
                "5.1.8 Sender address rejected: Domain not found",
                Us,
            ),
            (Stage::Recipient, 550, "5.1.1 User unknown", Recipient),
            (
                Stage::Recipient,
                550,
                "5.1.10 RESOLVER.ADR.RecipientNotFound",
                Recipient,
            ),
            (
                Stage::Recipient,
                550,
                "5.4.1 Recipient address rejected: Access denied",
                Recipient,
            ),
            (Stage::Recipient, 552, "5.2.2 Mailbox full", Recipient),
            (Stage::Recipient, 550, "No such user here", Recipient),
            (
                Stage::Recipient,
                556,
                "Domain does not accept mail",
                Recipient,
            ),
            (
                Stage::Recipient,
                550,
                "5.7.17 Mailbox owner has changed",
                Recipient,
            ),
            (
                Stage::Recipient,
                554,
                "5.7.1 <pat@example.org>: Relay access denied",
                Us,
            ),
            (
                Stage::Recipient,
                554,
                "5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org",
                Us,
            ),
            (
                Stage::Recipient,
                550,
                "5.7.60 SMTP; Client does not have permissions to send as this sender",
                Us,
            ),
            (
                Stage::Recipient,
                550,
                "5.4.5 Daily user sending quota exceeded",
                Us,
            ),
            (Stage::Recipient, 550, "relaying denied", Us),
            (
                Stage::Recipient,
                530,
                "5.7.0 Must issue a STARTTLS command first",
                Us,
            ),
            (Stage::Recipient, 535, "Authentication failed", Us),
            (Stage::Recipient, 553, "5.1.7 Invalid sender address", Us),
            (Stage::Recipient, 503, "5.5.1 Bad sequence of commands", Us),
            (Stage::Recipient, 521, "host does not accept mail", Us),
            (Stage::Mail, 552, "5.3.4 Message too big for system", Mail),
            (Stage::Mail, 554, "5.6.0 Message contains bad header", Mail),
            (
                Stage::Mail,
                554,
                "delivery error: This user doesn't have an account",
                Mail,
            ),
            (Stage::Mail, 550, "5.7.26 This mail is unauthenticated", Us),
            (Stage::Mail, 550, "5.1.1 no such user", Recipient),
            (Stage::Mail, 554, "5.0.0 refused", Mail),
        ] {
            assert_eq!(about(stage, code, words), who, "{stage:?} {code} {words}");
        }
    }

    #[test]
    fn numbers_that_only_resemble_a_code_are_none() {
        for words in [
            "see 192.0.2.1",
            "5.7",
            "version 15.7.1",
            "4.7.1 later",
            "5.7.1.1",
            "5.7777.1",
        ] {
            assert_eq!(enhanced(words), None, "{words}");
        }
        assert_eq!(
            enhanced("permanent error (550): 5.7.1. Denied"),
            Some((7, 1))
        );
    }
}

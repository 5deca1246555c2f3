//! Mails about changes of a person's own account.

use super::message::{Block, Composed, link, one_line};
use domain::policy;
use domain::zone::Local;
use words::t;

/// What a mail tells people about their own account.
pub enum AccountMessage {
    /// The digits that prove the new address of an account.
    EmailDigits { digits: String },
    /// An account has another address.
    EmailChanged {
        new: String,
        at: Local,
        /// None for the new address.
        undo_url: Option<String>,
        account_url: String,
    },
    /// A file of all that is a person's is ready. Its page needs the sign-in.
    DownloadReady { url: String, until: Local },
    /// An account ends, or has ended.
    AccountEnds {
        at: Local,
        over: bool,
        account_url: String,
    },
}

pub(super) fn compose(message: &AccountMessage) -> Composed {
    match message {
        AccountMessage::EmailDigits { digits } => email_digits(digits),
        AccountMessage::EmailChanged {
            new,
            at,
            undo_url,
            account_url,
        } => email_changed(&one_line(new), *at, undo_url.as_deref(), account_url),
        AccountMessage::DownloadReady { url, until } => download_ready(url, *until),
        AccountMessage::AccountEnds {
            at,
            over,
            account_url,
        } => account_ends(*at, *over, account_url),
    }
}

fn email_digits(digits: &str) -> Composed {
    let minutes = policy::DIGITS_LIFE.as_secs() / 60;
    (
        t!("mail-email-digits-subject"),
        vec![
            Block::Paragraph(t!("mail-email-digits-why")),
            Block::Code(digits.to_owned()),
            Block::Paragraph(t!("mail-email-digits-ends", minutes = minutes)),
            Block::Small(t!("mail-email-digits-scam")),
            Block::Small(t!("mail-email-digits-unexpected")),
        ],
    )
}

fn email_changed(new: &str, at: Local, undo_url: Option<&str>, account_url: &str) -> Composed {
    let days = policy::EMAIL_UNDO.as_secs() / 86_400;
    let mut blocks = vec![Block::Paragraph(t!(
        "mail-email-changed-why",
        email = new,
        at = words::moment(at)
    ))];
    match undo_url {
        Some(url) => blocks.extend([
            Block::Paragraph(t!("mail-email-changed-yours")),
            link(t!("mail-email-changed-undo", days = days), url),
        ]),
        None => blocks.push(link(t!("mail-email-changed-account"), account_url)),
    }
    (t!("mail-email-changed-subject"), blocks)
}

fn download_ready(url: &str, until: Local) -> Composed {
    (
        t!("mail-download-subject"),
        vec![
            Block::Paragraph(t!("mail-download-why")),
            link(t!("mail-download-link"), url),
            Block::Paragraph(t!("mail-download-ends", date = words::date(until))),
            Block::Small(t!("mail-download-unexpected")),
        ],
    )
}

fn account_ends(at: Local, over: bool, account_url: &str) -> Composed {
    let date = words::date(at);
    if over {
        return (
            t!("mail-account-ended-subject"),
            vec![Block::Paragraph(t!("mail-account-ended-why", date = date))],
        );
    }
    (
        t!("mail-account-ends-subject"),
        vec![
            Block::Paragraph(t!("mail-account-ends-why", date = date)),
            link(t!("mail-account-ends-keep"), account_url),
        ],
    )
}

//! Mails about changes of a person's own account.

use super::message::{Block, Composed, link};
use domain::policy;
use domain::zone::Local;
use words::t;

pub(super) fn email_digits(digits: &str) -> Composed {
    let minutes = policy::DIGITS_LIFE.as_secs() / 60;
    (
        t!("mail-email-digits-subject"),
        vec![
            Block::Paragraph(t!("mail-email-digits-why")),
            Block::Code(digits.to_owned()),
            Block::Paragraph(t!("mail-digits-ends", minutes = minutes)),
            Block::Small(t!("mail-digits-scam")),
            Block::Small(t!("mail-email-digits-unexpected")),
        ],
    )
}

pub(super) fn email_changed(
    new: &str,
    at: Local,
    undo_url: Option<&str>,
    account_url: &str,
) -> Composed {
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

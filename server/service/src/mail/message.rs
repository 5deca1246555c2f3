//! What we write: each message becomes a list of blocks, laid out once as text and once as HTML.
//!
//! No mail holds a question, an answer, a phrase, a friendly name or a record's whole name: a child's name may be in
//! those. Mails about a connection call the record by one given name.

use super::account::AccountMessage;
use super::compose::compose;
use super::notice::StaffNotice;
use askama::Template;
use domain::zone::Local;
use words::Wording;
use words::t;

/// A mail we send. None of it is logged: it holds codes and digits.
pub enum Message {
    /// The code, from the clinic to its patient.
    Connect {
        clinic: String,
        phone: String,
        /// In printed groups.
        code: String,
        /// The page for codes, with this one in the fragment.
        link: String,
        ends_at: Local,
    },
    /// To a patient who has not used the code. The code is not in it.
    Reminder {
        clinic: String,
        phone: String,
        /// The page for codes.
        connect_url: String,
        made_at: Local,
        ends_at: Local,
    },
    /// Too many wrong answers have stopped the code.
    Stopped { clinic: String, phone: String },
    /// Something about a person's own account.
    Account(AccountMessage),
    /// The digits that prove an address while an account is created.
    Digits {
        digits: String,
        link: Option<String>,
    },
    /// Someone tried to create an account with an address that has one.
    KnownAddress {
        sign_in_url: String,
        forgot_url: String,
    },
    /// Leads to a new password.
    ResetPassword {
        /// None where the link alone does.
        digits: Option<String>,
        link: String,
        minutes: u64,
    },
    /// Someone asked for a new password with an address that has no account.
    NoAccount {
        forgot_url: String,
        create_url: String,
    },
    /// A person's password was changed.
    PasswordChanged {
        at: Local,
        account_url: String,
        forgot_url: String,
    },
    /// Something happened to the account of one of the staff.
    StaffNotice {
        what: StaffNotice,
        at: Local,
        forgot_url: String,
        /// No manager can help.
        operator: bool,
    },
    /// A record was connected.
    Receipt {
        clinic: String,
        phone: String,
        account_url: String,
        /// The given name that the record has.
        record: Option<String>,
        /// Where the wrong record can be changed.
        change_url: Option<String>,
    },
    /// Another record was connected in the place of the wrong one.
    RecordChanged {
        clinic: String,
        phone: String,
        account_url: String,
        record: Option<String>,
    },
    /// Shows that mail arrives.
    Test { url: String },
    /// Someone is invited to a clinic's desk.
    Invitation {
        clinic: String,
        /// Who invites.
        by: String,
        link: String,
        ends_at: Local,
    },
    /// One of the staff may choose a new password.
    NewPassword {
        clinic: String,
        /// Who had it sent.
        by: String,
        link: String,
        ends_at: Local,
    },
    /// One of the staff asked for a new password.
    OwnNewPassword {
        clinic: String,
        link: String,
        ends_at: Local,
    },
    /// The authenticator of one of the staff was removed.
    AuthenticatorReset {
        /// Who did it.
        by: String,
        sign_in_url: String,
    },
    /// A record was disconnected.
    Disconnected {
        clinic: String,
        phone: String,
        account_url: String,
    },
}

/// A mail's words, ready to be sent.
#[derive(Clone)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// A part of a mail that both layouts know.
pub(super) enum Block {
    Paragraph(Wording),
    Code(String),
    Link { words: Wording, url: String },
    Steps(Vec<Wording>),
    Small(Wording),
}

#[derive(Template)]
#[template(path = "mail/mail.txt")]
struct Text<'a> {
    blocks: &'a [Block],
}

#[derive(Template)]
#[template(path = "mail/mail.html")]
struct Html<'a> {
    subject: &'a str,
    /// Who writes: the clinic's name above its own mails, ours above the others.
    sender: String,
    /// What the mail's one button says.
    open: Wording,
    blocks: &'a [Block],
}

impl Html<'_> {
    /// Whether this is the address of the mail's first link, which has a button too.
    fn is_first(&self, url: &str) -> bool {
        let mut links = self.blocks.iter().filter_map(|block| match block {
            Block::Link { url, .. } => Some(url),
            _ => None,
        });
        links.next().is_some_and(|first| first == url)
    }
}

/// Both parts of a mail, with the same words.
pub fn render(message: &Message) -> askama::Result<Rendered> {
    let (subject, blocks) = compose(message);
    Ok(Rendered {
        text: Text { blocks: &blocks }.render()?,
        html: Html {
            subject: &subject,
            sender: sender(message),
            open: open(message),
            blocks: &blocks,
        }
        .render()?,
        subject: subject.into_owned(),
    })
}

/// What the button says.
fn open(message: &Message) -> Wording {
    match message {
        Message::Connect { .. } | Message::Reminder { .. } => t!("mail-open"),
        _ => t!("mail-open-page"),
    }
}

fn sender(message: &Message) -> String {
    match message {
        Message::Connect { clinic, .. }
        | Message::Reminder { clinic, .. }
        | Message::Stopped { clinic, .. }
        | Message::Receipt { clinic, .. }
        | Message::RecordChanged { clinic, .. }
        | Message::Disconnected { clinic, .. } => one_line(clinic),
        _ => t!("product").into(),
    }
}

pub(super) type Composed = (Wording, Vec<Block>);

pub(super) fn link(words: Wording, url: &str) -> Block {
    Block::Link {
        words,
        url: url.to_owned(),
    }
}

/// Names are refused at the door when they hold a line end; this holds even for one that came in another way.
pub(super) fn one_line(text: &str) -> String {
    text.split(|sign: char| sign.is_control() || sign.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;

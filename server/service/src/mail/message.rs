//! What we write: each message becomes a list of blocks, laid out once as text and once as HTML.
//!
//! No mail holds a question, an answer, a phrase, a friendly name or a record's whole name: a child's name may be in
//! those. Mails about a connection call the record by one given name.

use super::account::AccountMessage;
use super::compose::compose;
use super::notice::StaffNotice;
use askama::Template;
use domain::accent::Accent;
use domain::language::Language;
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

/// What a clinic's mails look like. Ours have none of it.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    pub logo: Option<Picture>,
    pub accent: Option<Accent>,
}

/// A clinic's logo: its file and its size in pixels.
#[derive(Clone, Debug)]
pub struct Picture {
    pub png: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// By this name the HTML part calls the picture that comes with it.
pub const LOGO_ID: &str = "clinic-logo";

/// A mail's words, ready to be sent.
#[derive(Clone)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The clinic in whose name it is sent; None for our own mails.
    pub sender: Option<String>,
    /// The PNG that the HTML part shows as `cid:clinic-logo`.
    pub logo: Option<Vec<u8>>,
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
    /// What the mail is written in.
    language: Language,
    /// What lists of mails show beside the subject; empty where that is the first sentence.
    preheader: Wording,
    colours: Colours,
    logo: Option<Shown>,
    /// Who writes: the clinic's name above its own mails, ours above the others.
    sender: String,
    /// What the mail's one button says.
    open: Wording,
    blocks: &'a [Block],
}

/// Of the button and the links, in both schemes.
struct Colours {
    light: String,
    dark: String,
    on_dark: &'static str,
}

impl Colours {
    fn of(accent: Option<Accent>) -> Self {
        let (light, (dark, on_dark)) = match accent {
            Some(accent) => (accent.hex(), accent.in_the_dark()),
            None => ("#0d5f58".to_owned(), ("#84d4c6".to_owned(), "#06211d")),
        };
        Self {
            light,
            dark,
            on_dark,
        }
    }
}

/// How large the logo is shown, in pixels.
struct Shown {
    width: u32,
    height: u32,
}

impl Shown {
    /// At most so large, and never larger than it is.
    fn of(picture: &Picture) -> Self {
        const BOX: (u32, u32) = (160, 48);
        let (width, height) = (picture.width.max(1), picture.height.max(1));
        let by_width = (BOX.0.min(width), height * BOX.0.min(width) / width);
        let by_height = (width * BOX.1.min(height) / height, BOX.1.min(height));
        let (width, height) = if by_width.1 <= BOX.1 {
            by_width
        } else {
            by_height
        };
        Self {
            width: width.max(1),
            height: height.max(1),
        }
    }
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
pub fn render(message: &Message, brand: Brand) -> askama::Result<Rendered> {
    let (subject, blocks) = compose(message);
    let clinic = sender(message);
    Ok(Rendered {
        text: Text { blocks: &blocks }.render()?,
        html: Html {
            subject: &subject,
            language: words::language(),
            preheader: preheader(message),
            colours: Colours::of(brand.accent),
            logo: brand.logo.as_ref().map(Shown::of),
            sender: clinic.clone().unwrap_or_else(|| t!("product").into()),
            open: open(message),
            blocks: &blocks,
        }
        .render()?,
        subject: subject.into_owned(),
        sender: clinic,
        logo: brand.logo.map(|logo| logo.png),
    })
}

/// Until when, and never the code: lists of mails are read by whoever looks over a shoulder.
fn preheader(message: &Message) -> Wording {
    match message {
        Message::Connect { ends_at, .. } | Message::Reminder { ends_at, .. } => {
            t!(
                "mail-connect-preheader",
                date = words::weekday_date(*ends_at)
            )
        }
        _ => Wording::default(),
    }
}

/// What the button says.
fn open(message: &Message) -> Wording {
    match message {
        Message::Connect { .. } | Message::Reminder { .. } => t!("mail-open"),
        _ => t!("mail-open-page"),
    }
}

/// The clinic whose mail it is.
fn sender(message: &Message) -> Option<String> {
    match message {
        Message::Connect { clinic, .. }
        | Message::Reminder { clinic, .. }
        | Message::Stopped { clinic, .. }
        | Message::Receipt { clinic, .. }
        | Message::RecordChanged { clinic, .. }
        | Message::Disconnected { clinic, .. } => Some(one_line(clinic)),
        _ => None,
    }
}

pub(super) type Composed = (Wording, Vec<Block>);

/// The page opens in the language of the mail.
pub(super) fn link(words: Wording, url: &str) -> Block {
    Block::Link {
        words,
        url: words::link::in_language(url),
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

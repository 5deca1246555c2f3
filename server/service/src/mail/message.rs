//! What we write: each message becomes a list of blocks, laid out once as text and once as HTML.
//!
//! No mail holds a question, an answer, a phrase, a friendly name or a record's whole name: a child's name may be in
//! those. Mails about a connection call the record by one given name.

use super::account::{self, AccountMessage};
use super::notice::{self, StaffNotice};
use askama::Template;
use domain::policy::{DIGITS_LIFE, RECORD_CHANGE};
use domain::zone::Local;
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
    /// Somebody tried to create an account with an address that has one.
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
    /// Somebody asked for a new password with an address that has no account.
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
    /// Somebody is invited to a clinic's desk.
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
    /// The authenticator of one of the staff was taken away.
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
    Paragraph(String),
    Code(String),
    Link { words: String, url: String },
    Steps(Vec<String>),
    Small(String),
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
    open: String,
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
        subject,
    })
}

/// What the button says.
fn open(message: &Message) -> String {
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
        _ => t!("product"),
    }
}

pub(super) type Composed = (String, Vec<Block>);

fn compose(message: &Message) -> Composed {
    match message {
        Message::Connect {
            clinic,
            phone,
            code,
            link,
            ends_at,
        } => connect(&one_line(clinic), &one_line(phone), code, link, *ends_at),
        Message::Reminder {
            clinic,
            phone,
            connect_url,
            made_at,
            ends_at,
        } => reminder(
            &one_line(clinic),
            &one_line(phone),
            connect_url,
            *made_at,
            *ends_at,
        ),
        Message::Stopped { clinic, phone } => stopped(&one_line(clinic), &one_line(phone)),
        Message::Digits { digits, link } => self::digits(digits, link.as_deref()),
        Message::Account(message) => account::compose(message),
        Message::KnownAddress {
            sign_in_url,
            forgot_url,
        } => known_address(sign_in_url, forgot_url),
        Message::ResetPassword {
            digits,
            link,
            minutes,
        } => notice::reset_password(digits.as_deref(), link, *minutes),
        Message::NoAccount {
            forgot_url,
            create_url,
        } => notice::no_account(forgot_url, create_url),
        Message::PasswordChanged {
            at,
            account_url,
            forgot_url,
        } => notice::password_changed(*at, account_url, forgot_url),
        Message::StaffNotice {
            what,
            at,
            forgot_url,
            operator,
        } => notice::to_staff(*what, *at, forgot_url, *operator),
        Message::OwnNewPassword {
            clinic,
            link,
            ends_at,
        } => notice::own_new_password(&one_line(clinic), link, *ends_at),
        Message::Receipt {
            clinic,
            phone,
            account_url,
            record,
            change_url,
        } => {
            let record = record.as_deref().map(one_line);
            let (clinic, phone) = (one_line(clinic), one_line(phone));
            receipt(&clinic, &phone, account_url, record, change_url.as_deref())
        }
        Message::RecordChanged {
            clinic,
            phone,
            account_url,
            record,
        } => {
            let record = record.as_deref().map(one_line);
            record_changed(&one_line(clinic), &one_line(phone), account_url, record)
        }
        Message::Test { url } => test(url),
        Message::Invitation {
            clinic,
            by,
            link,
            ends_at,
        } => invitation(&one_line(clinic), &one_line(by), link, *ends_at),
        Message::NewPassword {
            clinic,
            by,
            link,
            ends_at,
        } => new_password(&one_line(clinic), &one_line(by), link, *ends_at),
        Message::AuthenticatorReset { by, sign_in_url } => {
            authenticator_reset(&one_line(by), sign_in_url)
        }
        Message::Disconnected {
            clinic,
            phone,
            account_url,
        } => disconnected(&one_line(clinic), &one_line(phone), account_url),
    }
}

fn connect(clinic: &str, phone: &str, code: &str, url: &str, ends_at: Local) -> Composed {
    let ends = words::weekday_date(ends_at);
    (
        t!("mail-connect-subject", clinic = clinic),
        vec![
            Block::Paragraph(t!("mail-connect-why", clinic = clinic)),
            Block::Code(code.to_owned()),
            link(t!("mail-connect-link"), url),
            Block::Paragraph(t!("mail-connect-ends", date = ends)),
            Block::Steps(vec![
                t!("mail-connect-step-open"),
                t!("mail-connect-step-answer", clinic = clinic),
                t!("mail-connect-step-choose", clinic = clinic),
            ]),
            Block::Paragraph(t!("mail-connect-help", clinic = clinic, phone = phone)),
            Block::Small(t!("mail-connect-scam", clinic = clinic)),
            Block::Small(t!(
                "mail-connect-unexpected",
                clinic = clinic,
                phone = phone
            )),
        ],
    )
}

fn reminder(clinic: &str, phone: &str, url: &str, made_at: Local, ends_at: Local) -> Composed {
    let (made, ends) = (words::date(made_at), words::weekday_date(ends_at));
    (
        t!("mail-reminder-subject", clinic = clinic),
        vec![
            Block::Paragraph(t!("mail-reminder-why", clinic = clinic)),
            Block::Paragraph(t!("mail-reminder-code", clinic = clinic, date = made)),
            link(t!("mail-reminder-link"), url),
            Block::Paragraph(t!("mail-connect-ends", date = ends)),
            Block::Paragraph(t!("mail-reminder-lost", clinic = clinic, phone = phone)),
            Block::Small(t!("mail-connect-scam", clinic = clinic)),
            Block::Small(t!("mail-reminder-unwanted")),
        ],
    )
}

fn stopped(clinic: &str, phone: &str) -> Composed {
    (
        t!("mail-stopped-subject", clinic = clinic),
        vec![
            Block::Paragraph(t!("mail-stopped-why", clinic = clinic)),
            Block::Paragraph(t!("mail-stopped-next", clinic = clinic, phone = phone)),
            Block::Small(t!("mail-stopped-unexpected", clinic = clinic)),
            Block::Small(t!("mail-connect-scam", clinic = clinic)),
        ],
    )
}

fn digits(digits: &str, url: Option<&str>) -> Composed {
    let minutes = DIGITS_LIFE.as_secs() / 60;
    let mut blocks = vec![
        Block::Paragraph(t!("mail-digits-why")),
        Block::Code(digits.to_owned()),
    ];
    blocks.extend(url.map(|url| link(t!("mail-digits-link"), url)));
    blocks.extend([
        Block::Paragraph(t!("mail-digits-ends", minutes = minutes)),
        Block::Small(t!("mail-digits-scam")),
        Block::Small(t!("mail-digits-unexpected")),
    ]);
    (t!("mail-digits-subject"), blocks)
}

fn known_address(url: &str, forgot_url: &str) -> Composed {
    (
        t!("mail-known-subject"),
        vec![
            Block::Paragraph(t!("mail-known-why")),
            link(t!("mail-known-link"), url),
            link(t!("mail-known-forgot"), forgot_url),
            Block::Small(t!("mail-known-unexpected")),
        ],
    )
}

fn receipt(
    clinic: &str,
    phone: &str,
    url: &str,
    record: Option<String>,
    change_url: Option<&str>,
) -> Composed {
    let why = match record {
        Some(record) => t!("mail-receipt-record", clinic = clinic, record = record),
        None => t!("mail-receipt-why", clinic = clinic),
    };
    let mut blocks = vec![Block::Paragraph(why), link(t!("mail-receipt-link"), url)];
    if let Some(url) = change_url {
        let hours = RECORD_CHANGE.as_secs() / 3_600;
        blocks.push(link(t!("mail-receipt-change", hours = hours), url));
    }
    let unexpected = t!("mail-receipt-unexpected", clinic = clinic, phone = phone);
    blocks.push(Block::Small(unexpected));
    (t!("mail-receipt-subject", clinic = clinic), blocks)
}

fn record_changed(clinic: &str, phone: &str, url: &str, record: Option<String>) -> Composed {
    let why = match record {
        Some(record) => t!("mail-record-changed-to", clinic = clinic, record = record),
        None => t!("mail-record-changed-why", clinic = clinic),
    };
    (
        t!("mail-record-changed-subject", clinic = clinic),
        vec![
            Block::Paragraph(why),
            Block::Paragraph(t!(
                "mail-record-changed-former",
                clinic = clinic,
                phone = phone
            )),
            link(t!("mail-receipt-link"), url),
            Block::Small(t!(
                "mail-receipt-unexpected",
                clinic = clinic,
                phone = phone
            )),
        ],
    )
}

fn test(url: &str) -> Composed {
    (
        t!("mail-test-subject"),
        vec![
            Block::Paragraph(t!("mail-test-why")),
            link(t!("mail-test-link"), url),
        ],
    )
}

fn invitation(clinic: &str, by: &str, url: &str, ends_at: Local) -> Composed {
    let ends = words::weekday_date(ends_at);
    (
        t!("mail-invitation-subject", clinic = clinic),
        vec![
            Block::Paragraph(t!("mail-invitation-why", clinic = clinic, by = by)),
            link(t!("mail-invitation-link"), url),
            Block::Paragraph(t!("mail-invitation-ends", date = ends)),
            Block::Small(t!("mail-invitation-unexpected", by = by)),
        ],
    )
}

fn new_password(clinic: &str, by: &str, url: &str, ends_at: Local) -> Composed {
    let ends = words::moment(ends_at);
    (
        t!("mail-new-password-subject"),
        vec![
            Block::Paragraph(t!("mail-new-password-why", clinic = clinic, by = by)),
            link(t!("mail-new-password-link"), url),
            Block::Paragraph(t!("mail-new-password-ends", at = ends)),
            Block::Small(t!("mail-new-password-unexpected", by = by)),
        ],
    )
}

fn authenticator_reset(by: &str, url: &str) -> Composed {
    (
        t!("mail-authenticator-reset-subject"),
        vec![
            Block::Paragraph(t!("mail-authenticator-reset-why", by = by)),
            Block::Paragraph(t!("mail-authenticator-reset-next")),
            link(t!("mail-authenticator-reset-link"), url),
            Block::Small(t!("mail-authenticator-reset-unexpected", by = by)),
        ],
    )
}

fn disconnected(clinic: &str, phone: &str, url: &str) -> Composed {
    (
        t!("mail-disconnected-subject", clinic = clinic),
        vec![
            Block::Paragraph(t!("mail-disconnected-why", clinic = clinic)),
            Block::Paragraph(t!("mail-disconnected-kept", clinic = clinic, phone = phone)),
            link(t!("mail-disconnected-link"), url),
            Block::Paragraph(t!("mail-disconnected-again", clinic = clinic)),
        ],
    )
}

pub(super) fn link(words: String, url: &str) -> Block {
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
mod tests {
    use super::*;
    use domain::timestamp::Timestamp;
    use domain::zone::Zone;
    use scraper::{Html as Document, Selector};

    fn reset_password(digits: Option<&str>) -> Message {
        Message::ResetPassword {
            digits: digits.map(str::to_owned),
            link: "https://connect.example.org/forgot-password/q0Jr".to_owned(),
            minutes: 30,
        }
    }

    fn email_changed(old: bool) -> Message {
        let undo = "https://connect.example.org/account/undo-email/q0Jr";
        Message::Account(AccountMessage::EmailChanged {
            new: "emma.new@example.org".to_owned(),
            at: local("2026-05-04T10:00:00Z"),
            undo_url: old.then(|| undo.to_owned()),
            account_url: "https://connect.example.org/account".to_owned(),
        })
    }

    fn account_ends(over: bool) -> Message {
        Message::Account(AccountMessage::AccountEnds {
            at: local("2026-05-18T10:00:00Z"),
            over,
            account_url: "https://connect.example.org/account".to_owned(),
        })
    }

    fn local(at: &str) -> Local {
        Zone::UTC.at(Timestamp::parse(at).expect("a time"))
    }

    fn staff_notice(what: StaffNotice) -> Message {
        Message::StaffNotice {
            what,
            at: local("2026-05-04T10:00:00Z"),
            forgot_url: "https://connect.example.org/staff/forgot-password".to_owned(),
            operator: false,
        }
    }

    fn every_message(clinic: &str) -> Vec<(&'static str, Message)> {
        let clinic = clinic.to_owned();
        let phone = "01632 960 001".to_owned();
        let account_url = "https://connect.example.org/account".to_owned();
        vec![
            (
                "connect",
                Message::Connect {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                    code: "JKYZ-QNMN-VHRX-ZGNR-GZNH".to_owned(),
                    link: "https://connect.example.org/connect#JKYZ-QNMN-VHRX-ZGNR-GZNH".to_owned(),
                    ends_at: local("2026-06-01T10:00:00Z"),
                },
            ),
            (
                "reminder",
                Message::Reminder {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                    connect_url: "https://connect.example.org/connect".to_owned(),
                    made_at: local("2026-05-04T10:00:00Z"),
                    ends_at: local("2026-06-01T10:00:00Z"),
                },
            ),
            (
                "stopped",
                Message::Stopped {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                },
            ),
            (
                "digits",
                Message::Digits {
                    digits: "042917".to_owned(),
                    link: Some("https://connect.example.org/create-account/q0Jr".to_owned()),
                },
            ),
            (
                "email_digits",
                Message::Account(AccountMessage::EmailDigits {
                    digits: "042917".to_owned(),
                }),
            ),
            (
                "download_ready",
                Message::Account(AccountMessage::DownloadReady {
                    url: "https://connect.example.org/account/download".to_owned(),
                    until: local("2026-05-11T10:00:00Z"),
                }),
            ),
            ("account_ends", account_ends(false)),
            ("account_ended", account_ends(true)),
            ("email_changed_old", email_changed(true)),
            ("email_changed_new", email_changed(false)),
            (
                "known_address",
                Message::KnownAddress {
                    sign_in_url: "https://connect.example.org/sign-in".to_owned(),
                    forgot_url: "https://connect.example.org/forgot-password".to_owned(),
                },
            ),
            ("reset_password", reset_password(Some("042917"))),
            ("reset_password_link", reset_password(None)),
            (
                "no_account",
                Message::NoAccount {
                    forgot_url: "https://connect.example.org/forgot-password".to_owned(),
                    create_url: "https://connect.example.org/create-account".to_owned(),
                },
            ),
            (
                "password_changed",
                Message::PasswordChanged {
                    at: local("2026-05-04T10:00:00Z"),
                    account_url: account_url.clone(),
                    forgot_url: "https://connect.example.org/forgot-password".to_owned(),
                },
            ),
            (
                "staff_password_changed",
                staff_notice(StaffNotice::PasswordChanged),
            ),
            (
                "staff_authenticator_set",
                staff_notice(StaffNotice::AuthenticatorSet),
            ),
            (
                "staff_authenticator_replaced",
                staff_notice(StaffNotice::AuthenticatorReplaced),
            ),
            (
                "staff_recovery_codes",
                staff_notice(StaffNotice::RecoveryCodesRenewed),
            ),
            (
                "staff_second_step",
                staff_notice(StaffNotice::SecondStepMissing),
            ),
            (
                "own_new_password",
                Message::OwnNewPassword {
                    clinic: clinic.clone(),
                    link: "https://connect.example.org/staff/join/q0Jr".to_owned(),
                    ends_at: local("2026-06-01T10:00:00Z"),
                },
            ),
            (
                "receipt",
                Message::Receipt {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                    account_url: account_url.clone(),
                    record: Some("Emma".to_owned()),
                    change_url: Some(
                        "https://connect.example.org/account/connections/0198/change".to_owned(),
                    ),
                },
            ),
            (
                "receipt_without_a_name",
                Message::Receipt {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                    account_url: account_url.clone(),
                    record: None,
                    change_url: None,
                },
            ),
            (
                "record_changed",
                Message::RecordChanged {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                    account_url: account_url.clone(),
                    record: Some(clinic.clone()),
                },
            ),
            (
                "record_changed_without_a_name",
                Message::RecordChanged {
                    clinic: clinic.clone(),
                    phone: phone.clone(),
                    account_url: account_url.clone(),
                    record: None,
                },
            ),
            (
                "test",
                Message::Test {
                    url: "https://connect.example.org".to_owned(),
                },
            ),
            (
                "invitation",
                Message::Invitation {
                    clinic: clinic.clone(),
                    by: "Robin Okafor".to_owned(),
                    link: "https://connect.example.org/staff/join/q0Jr".to_owned(),
                    ends_at: local("2026-06-01T10:00:00Z"),
                },
            ),
            (
                "new_password",
                Message::NewPassword {
                    clinic: clinic.clone(),
                    by: "Robin Okafor".to_owned(),
                    link: "https://connect.example.org/staff/join/q0Jr".to_owned(),
                    ends_at: local("2026-06-01T10:00:00Z"),
                },
            ),
            (
                "authenticator_reset",
                Message::AuthenticatorReset {
                    by: clinic.clone(),
                    sign_in_url: "https://connect.example.org/staff/sign-in".to_owned(),
                },
            ),
            (
                "disconnected",
                Message::Disconnected {
                    clinic,
                    phone,
                    account_url,
                },
            ),
        ]
    }

    fn single_spaced(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What a reader of the HTML part reads, with the numbers that the list shows by itself.
    fn read_aloud(html: &str) -> String {
        let document = Document::parse_document(html);
        let select = |text: &str| Selector::parse(text).expect("a selector");
        let (blocks, items) = (select("td.words > p, td.words > ol"), select("li"));
        let mut words = Vec::new();
        for block in document.select(&blocks) {
            if block.value().name() == "ol" {
                for (number, item) in (1..).zip(block.select(&items)) {
                    words.push(format!("{number}. {}", item.text().collect::<String>()));
                }
            } else {
                words.push(block.text().collect::<Vec<_>>().join(" "));
            }
        }
        single_spaced(&words.join(" "))
    }

    /// These and those about people's own accounts.
    fn messages(clinic: &str) -> Vec<(&'static str, Message)> {
        let mut all = every_message(clinic);
        all.extend(account::tests::messages(clinic));
        all
    }

    #[test]
    fn each_message_reads_as_agreed() {
        for (name, message) in messages("City Clinic") {
            let mail = render(&message).expect("a mail");
            insta::assert_snapshot!(
                format!("{name}.text"),
                format!("Subject: {}\n\n{}", mail.subject, mail.text)
            );
            insta::assert_snapshot!(format!("{name}.html"), mail.html);
        }
    }

    #[test]
    fn both_parts_have_the_same_words() {
        for (name, message) in messages("Müller & Söhne <b>GP</b> {{ 7 }}") {
            let mail = render(&message).expect("a mail");
            assert_eq!(read_aloud(&mail.html), single_spaced(&mail.text), "{name}");
        }
    }

    #[test]
    fn markup_in_a_name_stays_text() {
        for (name, message) in messages("<script>alert(1)</script><img src=x>") {
            let mail = render(&message).expect("a mail");
            assert!(!mail.html.contains("<script"), "{name}");
            assert!(!mail.html.contains("<img"), "{name}");
        }
    }

    #[test]
    fn a_line_end_in_a_name_makes_no_line() {
        for (name, message) in messages("City\r\nBcc: eve@example.org\u{2028}\0Clinic") {
            let mail = render(&message).expect("a mail");
            assert!(!mail.subject.contains(['\r', '\n']), "{name}");
            assert!(
                mail.text.lines().all(|line| !line.starts_with("Bcc")),
                "{name}"
            );
        }
    }
}

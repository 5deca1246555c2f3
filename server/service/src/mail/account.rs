//! Mails about changes of a person's own account.

use super::custodian::{self, CustodianMessage};
use super::message::{Block, Composed, link, one_line};
use super::sign_in::{self, SignInMessage};
use domain::policy;
use domain::thing::Act;
use domain::thing::reading::Sort;
use domain::zone::Local;
use words::Wording;
use words::{t, things};

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
    /// A clinic has read a record for the first time.
    FirstRead {
        clinic: String,
        phone: String,
        /// The given name that the record has.
        record: Option<String>,
        activity_url: String,
        account_url: String,
    },
    /// Someone signed in with a browser that showed no earlier sign-in.
    NewDevice {
        device: String,
        at: Local,
        forgot_url: String,
        devices_url: String,
    },
    /// What signs the person in has changed.
    SignIn(SignInMessage),
    /// What clinics did in a month.
    Monthly {
        month: Local,
        lines: Vec<MonthlyLine>,
        /// There are more lines on the page.
        more: bool,
        activity_url: String,
        stop_url: String,
    },
    /// Who looks after a record.
    Custodian(CustodianMessage),
    /// An account ends, or has ended.
    AccountEnds {
        at: Local,
        over: bool,
        account_url: String,
    },
}

/// What a clinic did with things of a record in a month.
pub struct MonthlyLine {
    pub clinic: String,
    /// The given name that the record has.
    pub record: Option<String>,
    pub act: Act,
    /// None for no sort in particular.
    pub kinds: Vec<Option<Sort>>,
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
        AccountMessage::FirstRead {
            clinic,
            phone,
            record,
            activity_url,
            account_url,
        } => {
            let record = record.as_deref().map(one_line);
            let (clinic, phone) = (one_line(clinic), one_line(phone));
            first_read(&clinic, &phone, record, [activity_url, account_url])
        }
        AccountMessage::NewDevice {
            device,
            at,
            forgot_url,
            devices_url,
        } => new_device(&one_line(device), *at, forgot_url, devices_url),
        AccountMessage::SignIn(message) => sign_in::compose(message),
        AccountMessage::Monthly {
            month,
            lines,
            more,
            activity_url,
            stop_url,
        } => monthly(*month, lines, *more, [activity_url, stop_url]),
        AccountMessage::Custodian(message) => custodian::compose(message),
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

fn first_read(
    clinic: &str,
    phone: &str,
    record: Option<String>,
    [activity_url, account_url]: [&str; 2],
) -> Composed {
    let why = match record {
        Some(record) => t!("mail-first-read-record", clinic = clinic, record = record),
        None => t!("mail-first-read-why", clinic = clinic),
    };
    (
        t!("mail-first-read-subject", clinic = clinic),
        vec![
            Block::Paragraph(why),
            link(t!("mail-first-read-link"), activity_url),
            Block::Paragraph(t!("mail-first-read-once")),
            link(t!("mail-first-read-disconnect"), account_url),
            Block::Small(t!(
                "mail-first-read-unexpected",
                clinic = clinic,
                phone = phone
            )),
        ],
    )
}

fn new_device(device: &str, at: Local, forgot_url: &str, devices_url: &str) -> Composed {
    let at = words::moment(at);
    let why = if device.is_empty() {
        t!("mail-new-device-unknown", at = at)
    } else {
        t!("mail-new-device-why", device = device, at = at)
    };
    (
        t!("mail-new-device-subject"),
        vec![
            Block::Paragraph(why),
            Block::Paragraph(t!("mail-password-changed-yours")),
            link(t!("mail-new-device-password"), forgot_url),
            link(t!("mail-new-device-devices"), devices_url),
        ],
    )
}

fn monthly(
    month: Local,
    lines: &[MonthlyLine],
    more: bool,
    [activity_url, stop_url]: [&str; 2],
) -> Composed {
    let month = words::month(month);
    let mut blocks = vec![Block::Paragraph(t!(
        "mail-monthly-why",
        month = month.clone()
    ))];
    blocks.extend(
        lines
            .iter()
            .map(|line| Block::Paragraph(monthly_line(line))),
    );
    if more {
        blocks.push(Block::Paragraph(t!("mail-monthly-more")));
    }
    blocks.push(link(t!("mail-monthly-link"), activity_url));
    blocks.push(link(t!("mail-monthly-stop"), stop_url));
    (t!("mail-monthly-subject", month = month), blocks)
}

fn monthly_line(line: &MonthlyLine) -> Wording {
    let kinds = line.kinds.iter().map(|kind| things::looked_at(*kind));
    let what = kinds.collect::<Vec<_>>().join(", ");
    let (clinic, record) = (one_line(&line.clinic), line.record.as_deref().map(one_line));
    match (line.act, record) {
        (Act::Read, Some(record)) => t!(
            "mail-monthly-read-record",
            clinic = clinic,
            record = record,
            what = what
        ),
        (Act::Read, None) => t!("mail-monthly-read", clinic = clinic, what = what),
        (Act::Refused, Some(record)) => t!(
            "mail-monthly-refused-record",
            clinic = clinic,
            record = record,
            what = what
        ),
        (Act::Refused, None) => t!("mail-monthly-refused", clinic = clinic, what = what),
        (Act::Added | Act::Changed | Act::Removed, Some(record)) => t!(
            "mail-monthly-wrote-record",
            clinic = clinic,
            record = record,
            what = what
        ),
        (Act::Added | Act::Changed | Act::Removed, None) => {
            t!("mail-monthly-wrote", clinic = clinic, what = what)
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::mail::Message;
    use domain::timestamp::Timestamp;
    use domain::zone::Zone;

    fn local(text: &str) -> Local {
        Zone::UTC.at(Timestamp::parse(text).expect("a time"))
    }

    fn url(path: &str) -> String {
        format!("https://connect.example.org/{path}")
    }

    fn line(clinic: &str, record: Option<&str>, act: Act, kinds: &[Option<Sort>]) -> MonthlyLine {
        MonthlyLine {
            clinic: clinic.to_owned(),
            record: record.map(str::to_owned),
            act,
            kinds: kinds.to_vec(),
        }
    }

    fn monthly(clinic: &str, more: bool) -> AccountMessage {
        let both = [Some(Sort::Medicine), Some(Sort::Weight)];
        AccountMessage::Monthly {
            month: local("2026-04-01T00:00:00Z"),
            lines: vec![
                line(clinic, Some("Emma"), Act::Read, &both),
                line(clinic, Some(clinic), Act::Added, &[Some(Sort::Document)]),
                line(clinic, Some("Emma"), Act::Refused, &[Some(Sort::Note)]),
                line(clinic, None, Act::Read, &[None]),
                line(clinic, None, Act::Changed, &[Some(Sort::Basic)]),
                line(clinic, None, Act::Refused, &[Some(Sort::Height)]),
            ],
            more,
            activity_url: url("account/activity"),
            stop_url: url("account/details"),
        }
    }

    fn first_read(clinic: &str, record: Option<&str>) -> AccountMessage {
        AccountMessage::FirstRead {
            clinic: clinic.to_owned(),
            phone: "020 7946 0123".to_owned(),
            record: record.map(str::to_owned),
            activity_url: url("account/activity"),
            account_url: url("account"),
        }
    }

    fn new_device(device: &str) -> AccountMessage {
        AccountMessage::NewDevice {
            device: device.to_owned(),
            at: local("2026-05-04T10:00:00Z"),
            forgot_url: url("forgot-password"),
            devices_url: url("account/devices"),
        }
    }

    pub fn messages(clinic: &str) -> Vec<(&'static str, Message)> {
        [
            ("first_read", first_read(clinic, Some("Emma"))),
            ("first_read_without_a_name", first_read(clinic, None)),
            ("new_device", new_device("Firefox on Windows")),
            ("new_device_unknown", new_device("")),
            ("monthly", monthly(clinic, false)),
            ("monthly_more", monthly(clinic, true)),
        ]
        .into_iter()
        .chain(custodian::tests::messages(clinic))
        .chain(sign_in::tests::messages(clinic))
        .map(|(name, message)| (name, Message::Account(message)))
        .collect()
    }
}

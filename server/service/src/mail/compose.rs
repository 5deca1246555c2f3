//! What each mail says: a subject and blocks of words, without any markup.

use super::account;
use super::message::{Block, Composed, Message, link, one_line};
use super::notice;
use domain::policy::{DIGITS_LIFE, RECORD_CHANGE};
use domain::zone::Local;
use words::t;

pub(super) fn compose(message: &Message) -> Composed {
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

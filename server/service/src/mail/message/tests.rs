//! The words of every mail, as text and as HTML.

use super::*;
use crate::mail::account;
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

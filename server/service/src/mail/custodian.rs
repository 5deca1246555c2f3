//! Mails about who looks after a record.

use super::message::{Block, Composed, link, one_line};
use domain::zone::Local;
use words::t;

pub enum CustodianMessage {
    /// Someone is invited. The digits are not in it.
    Invited {
        by: String,
        url: String,
        until: Local,
    },
    /// Someone else looks after a record, too.
    Joined {
        name: String,
        /// The given name that the record has.
        record: Option<String>,
        url: String,
    },
    /// Someone no longer looks after a record.
    Removed {
        /// None for the one who reads it.
        name: Option<String>,
        record: Option<String>,
        account_url: String,
    },
    /// Another one disconnected a clinic.
    Disconnected {
        by: String,
        clinic: String,
        phone: String,
        account_url: String,
    },
}

pub(super) fn compose(message: &CustodianMessage) -> Composed {
    match message {
        CustodianMessage::Invited { by, url, until } => invited(&one_line(by), url, *until),
        CustodianMessage::Joined { name, record, url } => {
            let record = record.as_deref().map(one_line);
            joined(&one_line(name), record, url)
        }
        CustodianMessage::Removed {
            name,
            record,
            account_url,
        } => {
            let record = record.as_deref().map(one_line);
            removed(name.as_deref().map(one_line), record, account_url)
        }
        CustodianMessage::Disconnected {
            by,
            clinic,
            phone,
            account_url,
        } => {
            let (by, clinic) = (one_line(by), one_line(clinic));
            disconnected(&by, &clinic, &one_line(phone), account_url)
        }
    }
}

fn invited(by: &str, url: &str, until: Local) -> Composed {
    (
        t!("mail-custodian-invited-subject", by = by),
        vec![
            Block::Paragraph(t!("mail-custodian-invited-why", by = by)),
            link(t!("mail-custodian-invited-link"), url),
            Block::Paragraph(t!("mail-custodian-invited-digits", by = by)),
            Block::Paragraph(t!("mail-custodian-invited-ends", date = words::date(until))),
            Block::Small(t!("mail-custodian-invited-unexpected")),
        ],
    )
}

fn joined(name: &str, record: Option<String>, url: &str) -> Composed {
    let why = match record {
        Some(record) => t!("mail-custodian-joined-record", name = name, record = record),
        None => t!("mail-custodian-joined-why", name = name),
    };
    (
        t!("mail-custodian-joined-subject", name = name),
        vec![
            Block::Paragraph(why),
            Block::Paragraph(t!("mail-custodian-joined-what")),
            link(t!("mail-custodian-joined-link"), url),
        ],
    )
}

fn removed(name: Option<String>, record: Option<String>, url: &str) -> Composed {
    let (subject, why) = match (name, record) {
        (Some(name), Some(record)) => (
            t!("mail-custodian-left-subject", name = name.clone()),
            t!("mail-custodian-left-record", name = name, record = record),
        ),
        (Some(name), None) => (
            t!("mail-custodian-left-subject", name = name.clone()),
            t!("mail-custodian-left-why", name = name),
        ),
        (None, Some(record)) => (
            t!("mail-custodian-removed-subject"),
            t!("mail-custodian-removed-record", record = record),
        ),
        (None, None) => (
            t!("mail-custodian-removed-subject"),
            t!("mail-custodian-removed-why"),
        ),
    };
    (
        subject,
        vec![
            Block::Paragraph(why),
            link(t!("mail-custodian-account"), url),
        ],
    )
}

fn disconnected(by: &str, clinic: &str, phone: &str, url: &str) -> Composed {
    (
        t!("mail-disconnected-subject", clinic = clinic),
        vec![
            Block::Paragraph(t!("mail-custodian-disconnected", by = by, clinic = clinic)),
            Block::Paragraph(t!("mail-disconnected-kept", clinic = clinic, phone = phone)),
            link(t!("mail-disconnected-link"), url),
        ],
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::mail::AccountMessage;
    use domain::timestamp::Timestamp;
    use domain::zone::Zone;

    fn url(path: &str) -> String {
        format!("https://connect.example.org/account{path}")
    }

    pub fn messages(name: &str) -> Vec<(&'static str, AccountMessage)> {
        let until = Timestamp::parse("2026-05-11T10:00:00Z").expect("a time");
        let joined = |record: Option<&str>| CustodianMessage::Joined {
            name: name.to_owned(),
            record: record.map(str::to_owned),
            url: url("/records/0198/people"),
        };
        let removed = |who: Option<&str>, record: Option<&str>| CustodianMessage::Removed {
            name: who.map(str::to_owned),
            record: record.map(str::to_owned),
            account_url: url(""),
        };
        [
            (
                "custodian_invited",
                CustodianMessage::Invited {
                    by: name.to_owned(),
                    url: url("/join/q0Jr"),
                    until: Zone::UTC.at(until),
                },
            ),
            ("custodian_joined", joined(Some("Emma"))),
            ("custodian_joined_without_a_name", joined(None)),
            ("custodian_left", removed(Some(name), Some("Emma"))),
            ("custodian_left_without_a_name", removed(Some(name), None)),
            ("custodian_removed", removed(None, Some("Emma"))),
            ("custodian_removed_without_a_name", removed(None, None)),
            (
                "custodian_disconnected",
                CustodianMessage::Disconnected {
                    by: "Nadia".to_owned(),
                    clinic: name.to_owned(),
                    phone: "020 7946 0123".to_owned(),
                    account_url: url(""),
                },
            ),
        ]
        .map(|(name, message)| (name, AccountMessage::Custodian(message)))
        .into()
    }
}

//! What a letter says, in the order it is read: the printed page and the PDF both lay this out.
//!
//! Question and answer are not in it, so no letter can hold them.

use crate::Wording;
use crate::{date, link, t, weekday_date};
use domain::clinic::Clinic;
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::timestamp::Timestamp;

/// What a letter is about.
#[derive(Clone)]
pub struct Letter {
    pub request: ConnectRequestId,
    pub clinic: Clinic,
    pub friendly_name: String,
    pub code: IdentityCode,
    /// As configured: `https://connect.example.org`.
    pub public_url: String,
    /// The date on the letter.
    pub dated: Timestamp,
    /// When the code ends.
    pub ends_at: Timestamp,
}

/// Why a letter cannot be a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unprintable {
    /// The font of the PDF lacks this sign.
    Sign(char),
    /// The PDF was not well formed.
    Form,
}

/// All that stands on the sheet, in the order it is read.
pub struct Words {
    /// What browsers print at the edge of the sheet: it names the clinic, never the patient.
    pub title: Wording,
    pub clinic: String,
    /// Address, telephone, e-mail address and opening hours, a line each.
    pub contact: Vec<Wording>,
    /// The telephone alone, where there is no room for more.
    pub phone: Wording,
    pub date: Wording,
    pub heading: Wording,
    pub made_for: Wording,
    pub name: String,
    pub what: Wording,
    pub step_go: Wording,
    /// As people type it.
    pub address: String,
    pub step_code: Wording,
    pub step_answer: Wording,
    /// What the QR code holds.
    pub link: String,
    /// Read out in place of the QR code.
    pub qr: Wording,
    pub qr_caption: Wording,
    pub code_heading: Wording,
    pub code: IdentityCode,
    pub ends: Wording,
    pub question: Wording,
    pub help: Wording,
    pub not_expecting: Wording,
    pub not_expecting_call: Wording,
}

impl Letter {
    fn contact(&self) -> Vec<Wording> {
        let clinic = &self.clinic;
        let own = |line: &str| Wording::from(line.to_owned());
        let mut lines: Vec<Wording> = clinic.address.lines().map(own).collect();
        lines.push(t!("letter-phone", phone = clinic.phone.clone()));
        lines.extend(clinic.email.clone().map(Wording::from));
        lines.extend(clinic.opening_hours.lines().map(own));
        lines
    }

    pub fn words(&self) -> Words {
        let clinic = || self.clinic.name.clone();
        let phone = || self.clinic.phone.clone();
        let zone = self.clinic.time_zone;
        Words {
            title: t!("letter-title", clinic = clinic()),
            clinic: clinic(),
            contact: self.contact(),
            phone: t!("letter-phone", phone = phone()),
            date: date(zone.at(self.dated)),
            heading: t!("letter-heading"),
            made_for: t!("letter-for"),
            name: self.friendly_name.clone(),
            what: t!("letter-what", clinic = clinic()),
            step_go: t!("letter-step-go"),
            address: link::to_type(&self.public_url),
            step_code: t!("letter-step-code"),
            step_answer: t!("letter-step-answer"),
            link: link::with_code(&self.public_url, &self.code),
            qr: t!("letter-qr"),
            qr_caption: t!("letter-qr-caption"),
            code_heading: t!("letter-code"),
            code: self.code.clone(),
            ends: t!("letter-ends", date = weekday_date(zone.at(self.ends_at))),
            question: t!("letter-question"),
            help: t!("letter-help", phone = phone()),
            not_expecting: t!("letter-not-expecting"),
            not_expecting_call: t!("letter-not-expecting-call", phone = phone()),
        }
    }
}

//! What a letter says, in the order it is read: the printed page and the PDF both lay this out.
//!
//! Question and answer are not in it, so no letter can hold them.

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
    pub title: String,
    pub clinic: String,
    /// Address, telephone, e-mail address and opening hours, a line each.
    pub contact: Vec<String>,
    /// The telephone alone, where there is no room for more.
    pub phone: String,
    pub date: String,
    pub heading: String,
    pub made_for: String,
    pub name: String,
    pub what: String,
    pub step_go: String,
    /// As people type it.
    pub address: String,
    pub step_code: String,
    pub step_answer: String,
    /// What the QR code holds.
    pub link: String,
    /// Read out in place of the QR code.
    pub qr: String,
    pub qr_caption: String,
    pub code_heading: String,
    pub code: IdentityCode,
    pub ends: String,
    pub question: String,
    pub help: String,
    pub not_expecting: String,
    pub not_expecting_call: String,
}

impl Letter {
    fn contact(&self) -> Vec<String> {
        let clinic = &self.clinic;
        let mut lines: Vec<String> = clinic.address.lines().map(str::to_owned).collect();
        lines.push(t!("letter-phone", phone = clinic.phone.clone()));
        lines.extend(clinic.email.clone());
        lines.extend(clinic.opening_hours.lines().map(str::to_owned));
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

//! Refusals as sentences for the operator who typed the command: what is wrong, with which option, and what to change.
//! No rules here: the services refuse.

use super::application_settings::{option_name, values};
use anyhow::anyhow;
use app::pages::password;
use domain::accent::AccentError;
use domain::address::AddressError;
use domain::clinic_settings::{Control, Setting, SettingError};
use domain::text::TextError;
use service::{
    ApplicationRejection, CertificateRejection, DemonstrationRejection, Failure,
    MailSettingsChanged, StaffRejection, TeamRejection, UnlockRejection,
};
use words::{Wording, t};

/// A refusal that a command can meet.
pub trait Refusal {
    /// A sentence for each thing that is wrong.
    fn sentences(&self) -> Vec<Wording>;
}

/// The command's error message. A fault keeps its source.
pub fn refused<R: Refusal>(failure: Failure<R>) -> anyhow::Error {
    match failure {
        Failure::Rejected(refusal) => {
            let reasons = refusal.sentences().join(". ");
            anyhow!(t!("console-refused", reasons = reasons))
        }
        Failure::Internal(fault) => fault.into(),
    }
}

impl Refusal for Vec<ApplicationRejection> {
    fn sentences(&self) -> Vec<Wording> {
        self.iter().flat_map(Refusal::sentences).collect()
    }
}

impl Refusal for ApplicationRejection {
    fn sentences(&self) -> Vec<Wording> {
        vec![match self {
            Self::Setting(setting, error) => self::setting(*setting, error),
            Self::RuleName(error) => text(*error, "--rules, \"name\""),
            Self::RuleWhy(error) => text(*error, "--rules, \"why\""),
            Self::RuleKnown => t!("console-rules-same-name"),
            Self::MobileMayNotConnect => t!("console-mobile"),
            Self::IdTaken => t!("console-id-taken"),
            Self::NotFound => t!("console-application-unknown"),
            Self::ChangedMeanwhile | Self::RulesChanged => {
                t!("console-application-changed-meanwhile")
            }
            // The command line needs no proof.
            Self::NotProven => t!("console-not-proven"),
        }]
    }
}

impl Refusal for CertificateRejection {
    fn sentences(&self) -> Vec<Wording> {
        vec![match self {
            Self::Unreadable => t!("console-certificate-unreadable"),
            Self::Expired => t!("console-certificate-expired"),
            Self::Known => t!("console-certificate-known"),
            Self::NoSuchApplication => t!("console-application-unknown"),
            Self::NoSuchCertificate => t!("console-certificate-unknown"),
            Self::ChangedMeanwhile => t!("console-changed-meanwhile"),
            Self::NotProven => t!("console-not-proven"),
        }]
    }
}

impl Refusal for StaffRejection {
    fn sentences(&self) -> Vec<Wording> {
        vec![match self {
            Self::Name(error) => text(*error, "--name"),
            Self::Email(error) => address(*error),
            Self::Password(error) => {
                t!("console-password", reason = password::message(*error))
            }
            Self::EmailTaken => t!("console-email-taken"),
            Self::NoSuchApplication => t!("console-application-unknown"),
            Self::NotFound => t!("console-staff-unknown"),
            Self::RoleAndApplication => t!("console-role-and-application"),
        }]
    }
}

impl Refusal for TeamRejection {
    fn sentences(&self) -> Vec<Wording> {
        vec![match self {
            Self::NotFound => t!("console-staff-unknown"),
            Self::Oneself | Self::NoManager | Self::NoSuchRole => t!("console-staff-not-allowed"),
            Self::LastManager => t!("console-last-manager"),
            Self::ChangedMeanwhile => t!("console-changed-meanwhile"),
            Self::NotProven => t!("console-not-proven"),
        }]
    }
}

impl Refusal for MailSettingsChanged {
    fn sentences(&self) -> Vec<Wording> {
        vec![t!("console-changed-meanwhile")]
    }
}

impl Refusal for UnlockRejection {
    fn sentences(&self) -> Vec<Wording> {
        vec![match self {
            Self::NotFound => t!("console-account-unknown"),
        }]
    }
}

impl Refusal for DemonstrationRejection {
    fn sentences(&self) -> Vec<Wording> {
        match self {
            Self::RealApplication => vec![t!("console-demo-real")],
            Self::Application(refusals) => refusals.sentences(),
            Self::Staff(refusal) => refusal.sentences(),
            Self::Request(_) => vec![t!("console-demo-request")],
            Self::StaffElsewhere => vec![t!("console-demo-staff-elsewhere")],
        }
    }
}

fn setting(setting: Setting, error: &SettingError) -> Wording {
    let option = format!("--{}", option_name(setting));
    match (error, setting.control()) {
        (SettingError::Text(error), _) => text(*error, option),
        (SettingError::Lines { max }, _) => {
            t!("console-option-lines", option = option, max = *max)
        }
        (SettingError::Address, Control::Email) => t!("console-option-email"),
        (SettingError::Address, _) => t!("console-option-url", option = option),
        (SettingError::TimeZone, _) => t!("console-time-zone"),
        (SettingError::Accent(error), _) => accent(error),
        (SettingError::Range, Control::Number(range)) => t!(
            "console-option-number",
            option = option,
            min = *range.start(),
            max = *range.end()
        ),
        (SettingError::Range | SettingError::Choice, control) => t!(
            "console-option-choice",
            option = option,
            values = values(&control).join(", ")
        ),
    }
}

fn text(error: TextError, option: impl Into<String>) -> Wording {
    let option = option.into();
    match error {
        TextError::Empty => t!("console-option-empty", option = option),
        TextError::TooLong { max } => t!("console-option-long", option = option, max = max),
        TextError::Invisible => t!("console-option-hidden", option = option),
    }
}

fn address(error: AddressError) -> Wording {
    match error {
        AddressError::Text(error) => text(error, "--email"),
        AddressError::Shape => t!("console-option-email"),
    }
}

fn accent(error: &AccentError) -> Wording {
    match error {
        AccentError::Shape => t!("console-accent-shape"),
        AccentError::Pale { tenths, nearest } => t!(
            "console-accent-pale",
            ratio = format!("{}.{}", tenths / 10, tenths % 10),
            nearest = nearest.clone()
        ),
    }
}

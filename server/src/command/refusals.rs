//! Refusals as sentences for the operator who typed the command: what is wrong, with which option, and what to change.
//! No rules here: the services refuse.

use anyhow::anyhow;
use app::pages::password;
use domain::accent::AccentError;
use domain::address::AddressError;
use domain::policy;
use domain::text::{BlockError, TextError};
use service::{
    ApplicationRejection, CertificateRejection, DemonstrationRejection, Failure,
    MailSettingsChanged, StaffRejection, TeamRejection, UnlockRejection,
};
use std::ops::RangeInclusive;
use words::t;

/// A refusal that a command can meet.
pub trait Refusal {
    /// A sentence for each thing that is wrong.
    fn sentences(&self) -> Vec<String>;
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
    fn sentences(&self) -> Vec<String> {
        self.iter().flat_map(Refusal::sentences).collect()
    }
}

impl Refusal for ApplicationRejection {
    fn sentences(&self) -> Vec<String> {
        vec![match self {
            Self::Name(error) => text(*error, "--name"),
            Self::Phone(error) => text(*error, "--phone"),
            Self::Description(error) => text(*error, "--description"),
            Self::Address(error) => block(*error, "--address"),
            Self::TimeZone => t!("console-time-zone"),
            Self::OpeningHours(error) => block(*error, "--opening-hours"),
            Self::Accent(error) => accent(error),
            Self::Email(error) => address(*error),
            Self::SuccessMessage(error) => text(*error, "--success-message"),
            Self::PrivacyUrl(error) => url(*error, "--privacy-url"),
            Self::TermsUrl(error) => url(*error, "--terms-url"),
            Self::RuleName(error) => text(*error, "--rules, \"name\""),
            Self::RuleWhy(error) => text(*error, "--rules, \"why\""),
            Self::RuleKnown => t!("console-rules-same-name"),
            Self::LifetimeDays => number("--lifetime-days", &policy::LIFETIME_DAYS_RANGE),
            Self::WrongAnswers => number("--wrong-answers", &policy::WRONG_ANSWERS_RANGE),
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
    fn sentences(&self) -> Vec<String> {
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
    fn sentences(&self) -> Vec<String> {
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
    fn sentences(&self) -> Vec<String> {
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
    fn sentences(&self) -> Vec<String> {
        vec![t!("console-changed-meanwhile")]
    }
}

impl Refusal for UnlockRejection {
    fn sentences(&self) -> Vec<String> {
        vec![match self {
            Self::NotFound => t!("console-account-unknown"),
        }]
    }
}

impl Refusal for DemonstrationRejection {
    fn sentences(&self) -> Vec<String> {
        match self {
            Self::RealApplication => vec![t!("console-demo-real")],
            Self::Application(refusals) => refusals.sentences(),
            Self::Staff(refusal) => refusal.sentences(),
            Self::Request(_) => vec![t!("console-demo-request")],
            Self::StaffElsewhere => vec![t!("console-demo-staff-elsewhere")],
        }
    }
}

fn text(error: TextError, option: &'static str) -> String {
    match error {
        TextError::Empty => t!("console-option-empty", option = option),
        TextError::TooLong { max } => t!("console-option-long", option = option, max = max),
        TextError::Invisible => t!("console-option-hidden", option = option),
    }
}

fn block(error: BlockError, option: &'static str) -> String {
    match error {
        BlockError::Text(error) => text(error, option),
        BlockError::Lines { max } => t!("console-option-lines", option = option, max = max),
    }
}

fn address(error: AddressError) -> String {
    match error {
        AddressError::Text(error) => text(error, "--email"),
        AddressError::Shape => t!("console-option-email"),
    }
}

fn url(error: AddressError, option: &'static str) -> String {
    match error {
        AddressError::Text(error) => text(error, option),
        AddressError::Shape => t!("console-option-url", option = option),
    }
}

fn accent(error: &AccentError) -> String {
    match error {
        AccentError::Shape => t!("console-accent-shape"),
        AccentError::Pale { tenths, nearest } => t!(
            "console-accent-pale",
            ratio = format!("{}.{}", tenths / 10, tenths % 10),
            nearest = nearest.clone()
        ),
    }
}

fn number(option: &'static str, range: &RangeInclusive<u32>) -> String {
    t!(
        "console-option-number",
        option = option,
        min = *range.start(),
        max = *range.end()
    )
}

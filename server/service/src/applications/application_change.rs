//! One change of a clinic's settings: what is given is read, checked and set; what is left out stays.

use crate::staff::fresh_proof::NotProven;
use domain::accent::{Accent, AccentError};
use domain::address::{self, AddressError};
use domain::application::{Application, Kind, Rule};
use domain::challenge::AnswerMode;
use domain::policy::{self};
use domain::text::{self, BlockError, TextError};
use domain::zone::Zone;
use std::ops::RangeInclusive;

/// What is to change; None leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct ApplicationChange {
    pub name: Option<String>,
    pub phone: Option<String>,
    pub description: Option<String>,
    pub address: Option<String>,
    pub opening_hours: Option<String>,
    /// An IANA name.
    pub time_zone: Option<String>,
    /// As `#rrggbb`; empty takes it away.
    pub accent: Option<String>,
    /// Empty takes it away.
    pub email: Option<String>,
    pub success_message: Option<String>,
    /// Empty takes it away.
    pub privacy_url: Option<String>,
    /// Empty takes it away.
    pub terms_url: Option<String>,
    pub kind: Option<Kind>,
    pub connect_methods: Option<bool>,
    pub rules: Option<Vec<Rule>>,
    pub lifetime_days: Option<u32>,
    pub wrong_answers: Option<u32>,
    pub answer_mode: Option<AnswerMode>,
    pub reminders: Option<bool>,
    pub platform_v1_sessions: Option<bool>,
    pub staff_authenticator: Option<bool>,
}

impl ApplicationChange {
    /// Whether it changes who may do what, or how that is proven: what only a fresh proof allows.
    pub(super) fn opens_more(&self, before: &Application) -> bool {
        let differs = |change: Option<bool>, before| change.is_some_and(|change| change != before);
        self.rules.is_some()
            || self.kind.is_some_and(|kind| kind != before.kind)
            || differs(self.connect_methods, before.connect_methods)
            || differs(self.platform_v1_sessions, before.platform_v1_sessions)
            || differs(self.staff_authenticator, before.staff_authenticator)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApplicationRejection {
    Name(TextError),
    Phone(TextError),
    Description(TextError),
    /// Not a name of the tz database.
    TimeZone,
    Address(BlockError),
    OpeningHours(BlockError),
    Accent(AccentError),
    Email(AddressError),
    SuccessMessage(TextError),
    PrivacyUrl(AddressError),
    TermsUrl(AddressError),
    RuleName(TextError),
    RuleWhy(TextError),
    /// Two rules of one name.
    RuleKnown,
    LifetimeDays,
    WrongAnswers,
    /// The `ConnectPackage` methods are not available for mobile applications.
    MobileMayNotConnect,
    /// An application with this id is there.
    IdTaken,
    NotFound,
    /// Somebody else changed it since the form was shown.
    ChangedMeanwhile,
    /// The same of the rules, or of the one that was to be removed.
    RulesChanged,
    NotProven,
}

impl From<NotProven> for Vec<ApplicationRejection> {
    fn from(_: NotProven) -> Self {
        vec![ApplicationRejection::NotProven]
    }
}

fn unless_empty<T, E>(
    input: &str,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, E> {
    match input.trim() {
        "" => Ok(None),
        input => read(input).map(Some),
    }
}

/// An application on its way to another state, and all that stands against it.
struct Changing {
    application: Application,
    refusals: Vec<ApplicationRejection>,
}

pub(super) fn changed(
    application: Application,
    change: ApplicationChange,
) -> Result<Application, Vec<ApplicationRejection>> {
    let mut changing = Changing {
        application,
        refusals: Vec::new(),
    };
    changing.words(&change);
    changing.time_zone(&change);
    changing.contact(&change);
    changing.looks(&change);
    changing.statements(&change);
    changing.numbers(&change);
    changing.rules(change.rules);
    let Changing {
        mut application,
        mut refusals,
    } = changing;
    application.answer_mode = change.answer_mode.unwrap_or(application.answer_mode);
    application.reminders = change.reminders.unwrap_or(application.reminders);
    application.platform_v1_sessions = change
        .platform_v1_sessions
        .unwrap_or(application.platform_v1_sessions);
    application.staff_authenticator = change
        .staff_authenticator
        .unwrap_or(application.staff_authenticator);
    application.kind = change.kind.unwrap_or(application.kind);
    application.connect_methods = change
        .connect_methods
        .unwrap_or(application.connect_methods);
    if application.kind == Kind::Mobile && application.connect_methods {
        refusals.push(ApplicationRejection::MobileMayNotConnect);
    }
    if refusals.is_empty() {
        Ok(application)
    } else {
        Err(refusals)
    }
}

impl Changing {
    /// Sets one field to what was read of it; what cannot be read is remembered.
    fn set<T, E>(
        &mut self,
        field: impl FnOnce(&mut Application) -> &mut T,
        read: Option<Result<T, E>>,
        refusal: impl FnOnce(E) -> ApplicationRejection,
    ) {
        match read {
            Some(Ok(value)) => *field(&mut self.application) = value,
            Some(Err(error)) => self.refusals.push(refusal(error)),
            None => {}
        }
    }

    fn words(&mut self, change: &ApplicationChange) {
        use ApplicationRejection as Refusal;
        let line = |text: &String| text::line(text, policy::NAME_MAX);
        self.set(
            |application| &mut application.name,
            change.name.as_ref().map(line),
            Refusal::Name,
        );
        let read = |text: &String| {
            let read = |text: &str| text::line(text, policy::DESCRIPTION_MAX);
            unless_empty(text, read).map(Option::unwrap_or_default)
        };
        self.set(
            |application| &mut application.description,
            change.description.as_ref().map(read),
            Refusal::Description,
        );
    }

    fn contact(&mut self, change: &ApplicationChange) {
        use ApplicationRejection as Refusal;
        let line = |text: &String| text::line(text, policy::NAME_MAX);
        self.set(
            |application| &mut application.phone,
            change.phone.as_ref().map(line),
            Refusal::Phone,
        );
        let block = |text: &String, max, lines| {
            let read = |text: &str| text::block(text, max, lines);
            unless_empty(text, read).map(Option::unwrap_or_default)
        };
        let hours = change.opening_hours.as_ref();
        self.set(
            |application| &mut application.opening_hours,
            hours.map(|text| block(text, policy::OPENING_HOURS_MAX, policy::OPENING_HOURS_LINES)),
            Refusal::OpeningHours,
        );
        let email =
            |email: &String| unless_empty(email, |email| address::email(email, policy::EMAIL_MAX));
        self.set(
            |application| &mut application.email,
            change.email.as_ref().map(email),
            Refusal::Email,
        );
        let address = change.address.as_ref();
        self.set(
            |application| &mut application.address,
            address.map(|text| block(text, policy::ADDRESS_MAX, policy::ADDRESS_LINES)),
            Refusal::Address,
        );
    }

    fn time_zone(&mut self, change: &ApplicationChange) {
        let name = change.time_zone.as_ref();
        self.set(
            |application| &mut application.time_zone,
            name.map(|name| Zone::parse(name).ok_or(())),
            |()| ApplicationRejection::TimeZone,
        );
    }

    fn looks(&mut self, change: &ApplicationChange) {
        use ApplicationRejection as Refusal;
        let colour = change.accent.as_ref();
        self.set(
            |application| &mut application.accent,
            colour.map(|colour| unless_empty(colour, Accent::parse)),
            Refusal::Accent,
        );
        let message = change.success_message.as_ref();
        self.set(
            |application| &mut application.success_message,
            message.map(|text| text::lines(text, policy::SUCCESS_MESSAGE_MAX)),
            Refusal::SuccessMessage,
        );
    }

    fn statements(&mut self, change: &ApplicationChange) {
        let address = |url: &String| {
            unless_empty(url, |url| {
                address::web_address(url, policy::WEB_ADDRESS_MAX)
            })
        };
        self.set(
            |application| &mut application.privacy_url,
            change.privacy_url.as_ref().map(address),
            ApplicationRejection::PrivacyUrl,
        );
        self.set(
            |application| &mut application.terms_url,
            change.terms_url.as_ref().map(address),
            ApplicationRejection::TermsUrl,
        );
    }

    fn numbers(&mut self, change: &ApplicationChange) {
        let within = |number: u32, range: RangeInclusive<u32>| {
            range.contains(&number).then_some(number).ok_or(())
        };
        self.set(
            |application| &mut application.policy.lifetime_days,
            change
                .lifetime_days
                .map(|days| within(days, policy::LIFETIME_DAYS_RANGE)),
            |()| ApplicationRejection::LifetimeDays,
        );
        self.set(
            |application| &mut application.policy.wrong_answers,
            change
                .wrong_answers
                .map(|wrong| within(wrong, policy::WRONG_ANSWERS_RANGE)),
            |()| ApplicationRejection::WrongAnswers,
        );
    }

    fn rules(&mut self, rules: Option<Vec<Rule>>) {
        self.set(
            |application| &mut application.rules,
            rules.map(checked),
            std::convert::identity,
        );
    }
}

/// Rules that patients can read and tell apart.
fn checked(rules: Vec<Rule>) -> Result<Vec<Rule>, ApplicationRejection> {
    for (index, rule) in rules.iter().enumerate() {
        text::line(&rule.name, policy::NAME_MAX).map_err(ApplicationRejection::RuleName)?;
        text::line(&rule.why, policy::QUESTION_MAX).map_err(ApplicationRejection::RuleWhy)?;
        if rules[..index].iter().any(|other| other.name == rule.name) {
            return Err(ApplicationRejection::RuleKnown);
        }
    }
    Ok(rules)
}

//! One change of an application: what is given is read, checked and set; what is left out stays.

use crate::staff::fresh_proof::NotProven;
use domain::application::{Application, Kind, Rule};
use domain::clinic_settings::{Setting, SettingError};
use domain::policy;
use domain::text::{self, TextError};

/// What is to change; what is left out stays as it is.
#[derive(Clone, Debug, Default)]
pub struct ApplicationChange {
    /// Each with its new value, as [`Setting::set`] reads it.
    pub settings: Vec<(Setting, String)>,
    pub kind: Option<Kind>,
    pub connect_methods: Option<bool>,
    pub rules: Option<Vec<Rule>>,
    pub platform_v1_sessions: Option<bool>,
}

impl ApplicationChange {
    /// The same change with one more setting.
    #[must_use]
    pub fn with(mut self, setting: Setting, value: impl Into<String>) -> Self {
        self.settings.push((setting, value.into()));
        self
    }

    /// The same change; a setting that it leaves out is set to nothing.
    #[must_use]
    pub(super) fn requiring(self, setting: Setting) -> Self {
        if self.settings.iter().any(|(given, _)| *given == setting) {
            self
        } else {
            self.with(setting, "")
        }
    }
}

/// Whether a change altered who may do what, or how that is proven: what only a fresh proof allows.
pub(super) fn opens_more(before: &Application, after: &Application) -> bool {
    before.rules != after.rules
        || before.kind != after.kind
        || before.connect_methods != after.connect_methods
        || before.platform_v1_sessions != after.platform_v1_sessions
        || before.staff_authenticator != after.staff_authenticator
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApplicationRejection {
    Setting(Setting, SettingError),
    RuleName(TextError),
    RuleWhy(TextError),
    /// Two rules of one name.
    RuleKnown,
    /// The `ConnectPackage` methods are not available for mobile applications.
    MobileMayNotConnect,
    /// An application with this id exists.
    IdTaken,
    NotFound,
    /// Another user changed the application after the form was shown.
    ChangedMeanwhile,
    /// Another user changed the rules, or the rule to remove.
    RulesChanged,
    NotProven,
}

impl From<NotProven> for Vec<ApplicationRejection> {
    fn from(_: NotProven) -> Self {
        vec![ApplicationRejection::NotProven]
    }
}

/// The application after the change, or every reason against it.
pub(super) fn changed(
    mut application: Application,
    change: ApplicationChange,
) -> Result<Application, Vec<ApplicationRejection>> {
    let mut refusals = Vec::new();
    for (setting, value) in &change.settings {
        if let Err(error) = setting.set(&mut application, value) {
            refusals.push(ApplicationRejection::Setting(*setting, error));
        }
    }
    match change.rules.map(checked).transpose() {
        Ok(rules) => application.rules = rules.unwrap_or(application.rules),
        Err(refusal) => refusals.push(refusal),
    }
    application.kind = change.kind.unwrap_or(application.kind);
    let methods = change.connect_methods;
    application.connect_methods = methods.unwrap_or(application.connect_methods);
    let v1_sessions = change.platform_v1_sessions;
    application.platform_v1_sessions = v1_sessions.unwrap_or(application.platform_v1_sessions);
    if application.kind == Kind::Mobile && application.connect_methods {
        refusals.push(ApplicationRejection::MobileMayNotConnect);
    }
    if refusals.is_empty() {
        Ok(application)
    } else {
        Err(refusals)
    }
}

/// Rules that patients can read and distinguish.
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

//! Applications, and who may set them up.

use crate::audit::log::Entry;
use crate::seen::Seen;
use crate::staff::fresh_proof::{FreshProof, NotProven};
use crate::{Actor, Applications, InternalError, Outcome, SignedInStaff, reject};
use domain::accent::{Accent, AccentError};
use domain::application::{Application, Kind, Rule, Section};
use domain::audit::{Action, ActionOutcome};
use domain::challenge::AnswerMode;
use domain::ids::{ApplicationId, StaffId};
use domain::policy::{self, Policy};
use domain::staff::{Role, Staff, StaffContext};
use domain::text::{self, AddressError, BlockError, TextError};
use domain::zone::Zone;
use std::ops::RangeInclusive;
use store::applications as table;

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
    fn opens_more(&self, before: &Application) -> bool {
        let differs = |change: Option<bool>, before| change.is_some_and(|change| change != before);
        self.rules.is_some()
            || self.kind.is_some_and(|kind| kind != before.kind)
            || differs(self.connect_methods, before.connect_methods)
            || differs(self.platform_v1_sessions, before.platform_v1_sessions)
            || differs(self.staff_authenticator, before.staff_authenticator)
    }
}

/// Who may set an application up: its managers, and whoever has the command line.
#[derive(Clone, Copy, Debug)]
pub struct Administrator {
    pub(crate) application: ApplicationId,
    pub(crate) actor: Actor,
    /// Whether it is an operator, who helps managers and nobody else.
    pub(crate) over_managers_alone: bool,
    /// What a session says of the last proof of one of the staff.
    pub(crate) proof: Option<FreshProof>,
}

impl Administrator {
    pub fn at_command_line(application: ApplicationId) -> Self {
        Self {
            application,
            actor: Actor::CommandLine,
            over_managers_alone: false,
            proof: None,
        }
    }

    /// One of the staff who helps themselves to a new password, with nobody signed in.
    pub(crate) fn oneself(application: ApplicationId, staff: StaffId) -> Self {
        Self {
            application,
            actor: Actor::Staff(staff),
            over_managers_alone: false,
            proof: None,
        }
    }

    /// Whether somebody of this role is theirs to invite and to help.
    pub(crate) fn is_over(self, role: Role) -> bool {
        !self.over_managers_alone || role == Role::Manager
    }

    /// The same for one of the staff.
    pub(crate) fn may_help(self, staff: &Staff) -> bool {
        staff.application == Some(self.application) && self.is_over(staff.role)
    }

    /// None for staff who are no managers.
    pub fn among_staff(staff: &StaffContext) -> Option<Self> {
        (staff.role == Role::Manager).then_some(Self {
            application: staff.application,
            actor: Actor::Staff(staff.staff),
            over_managers_alone: false,
            proof: None,
        })
    }

    /// The same, with what their session says of the last proof.
    #[must_use]
    pub fn with_proof(self, sign_in: Option<&SignedInStaff>) -> Self {
        Self {
            proof: sign_in.and_then(FreshProof::of),
            ..self
        }
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

impl Applications<'_> {
    /// Adds an application; with the `ConnectPackage` methods selected unless told otherwise.
    pub async fn add(
        self,
        id: Option<ApplicationId>,
        change: ApplicationChange,
        demonstration: bool,
    ) -> Outcome<ApplicationId, Vec<ApplicationRejection>> {
        let id = id.unwrap_or_else(|| ApplicationId(self.ports().id()));
        let application =
            new_application(id, change, demonstration).map_err(crate::Failure::Rejected)?;
        let mut tx = self.store().begin().await?;
        if table::find(&mut tx, id).await?.is_some() {
            return reject(vec![ApplicationRejection::IdTaken]);
        }
        table::put(&mut tx, &application, self.ports().now()).await?;
        self.audit_application(
            &mut tx,
            Administrator::at_command_line(id),
            Action::ApplicationAdd,
            ActionOutcome::Added,
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Changes an application; told all that does not fit, nothing is changed.
    pub async fn set(
        self,
        by: Administrator,
        change: ApplicationChange,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        self.change(by, |_| Ok(change)).await
    }

    /// Changes what the form of the settings showed, unless somebody else did meanwhile.
    pub async fn set_settings(
        self,
        by: Administrator,
        section: Section,
        change: ApplicationChange,
        seen: &Seen,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        let shown = |application: &Application| self.settings_shown(section, application);
        self.change_shown_application(by, change, seen, shown).await
    }

    /// The same for the form of kind and methods.
    pub async fn set_methods(
        self,
        by: Administrator,
        change: ApplicationChange,
        seen: &Seen,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        let shown = |application: &Application| self.methods_shown(application);
        self.change_shown_application(by, change, seen, shown).await
    }

    async fn change_shown_application(
        self,
        by: Administrator,
        change: ApplicationChange,
        seen: &Seen,
        shown: impl FnOnce(&Application) -> Seen,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        self.change(by, |application| {
            if seen.is(&shown(application)) {
                Ok(change)
            } else {
                Err(ApplicationRejection::ChangedMeanwhile)
            }
        })
        .await
    }

    /// What the form of kind and methods shows.
    pub fn methods_shown(self, application: &Application) -> Seen {
        let shown = (
            application.kind.name(),
            application.connect_methods,
            application.platform_v1_sessions,
        );
        self.seen("methods", &shown)
    }

    /// What the form of a section of the settings shows.
    pub fn settings_shown(self, section: Section, application: &Application) -> Seen {
        let name = section.name();
        match section {
            Section::Clinic => {
                let zone = application.time_zone.name();
                self.seen(
                    "settings",
                    &(name, &application.name, &application.description, zone),
                )
            }
            Section::Contact => {
                let words = (&application.address, &application.opening_hours);
                let shown = (name, &application.phone, &application.email, words);
                self.seen("settings", &shown)
            }
            Section::Looks => {
                let accent = application.accent.map(Accent::hex);
                self.seen("settings", &(name, accent))
            }
            Section::Success => self.seen("settings", &(name, &application.success_message)),
            Section::Statements => {
                let shown = (name, &application.privacy_url, &application.terms_url);
                self.seen("settings", &shown)
            }
            Section::Codes => {
                let numbers = (
                    application.policy.lifetime_days,
                    application.policy.wrong_answers,
                );
                let shown = (name, numbers, application.answer_mode.name());
                self.seen("settings", &shown)
            }
            Section::Reminders => self.seen("settings", &(name, application.reminders)),
            Section::Staff => self.seen("settings", &(name, application.staff_authenticator)),
        }
    }

    /// The digest of all rules, as the form that adds one shows them.
    pub fn rules_shown(self, application: &Application) -> Seen {
        self.seen("rules", &application.rules)
    }

    /// Adds a rule to those the application asks for.
    pub async fn add_rule(
        self,
        by: Administrator,
        rule: Rule,
        seen: &Seen,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        self.change(by, |application| {
            if !seen.is(&self.rules_shown(application)) {
                return Err(ApplicationRejection::RulesChanged);
            }
            Ok(ApplicationChange {
                rules: Some([application.rules.clone(), vec![rule]].concat()),
                ..ApplicationChange::default()
            })
        })
        .await
    }

    /// The digest of one rule, as the question before its removal shows it.
    pub fn rule_shown(self, rule: &Rule) -> Seen {
        self.seen("rule", rule)
    }

    /// Removes the rule of this name, if it is as the question showed it; patients who authorized by it are asked for
    /// less from then on.
    pub async fn remove_rule(
        self,
        by: Administrator,
        name: &str,
        seen: &Seen,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        self.change(by, |application| {
            let rule = application.rules.iter().find(|rule| rule.name == name);
            if rule.is_some_and(|rule| !seen.is(&self.rule_shown(rule))) {
                return Err(ApplicationRejection::RulesChanged);
            }
            let rules = application.rules.iter().filter(|rule| rule.name != name);
            Ok(ApplicationChange {
                rules: Some(rules.cloned().collect()),
                ..ApplicationChange::default()
            })
        })
        .await
    }

    async fn change(
        self,
        by: Administrator,
        change: impl FnOnce(&Application) -> Result<ApplicationChange, ApplicationRejection>,
    ) -> Outcome<(), Vec<ApplicationRejection>> {
        let mut tx = self.store().begin().await?;
        let Some(application) = table::lock(&mut tx, by.application).await? else {
            return reject(vec![ApplicationRejection::NotFound]);
        };
        let change =
            change(&application).map_err(|refusal| crate::Failure::Rejected(vec![refusal]))?;
        let opens = change.opens_more(&application);
        let application = changed(application, change).map_err(crate::Failure::Rejected)?;
        if opens {
            self.staff()
                .require_proof::<Vec<ApplicationRejection>>(&mut tx, by)
                .await?;
        }
        table::put(&mut tx, &application, self.ports().now()).await?;
        self.audit_application(&mut tx, by, Action::ApplicationSet, ActionOutcome::Changed)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// What an administrator sets up.
    pub async fn own(self, by: Administrator) -> Result<Application, InternalError> {
        let mut tx = self.store().read().await?;
        self.application(&mut tx, by.application).await
    }

    /// All applications, by name.
    pub async fn list(self) -> Result<Vec<Application>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::list(&mut tx).await?)
    }

    pub(crate) async fn audit_application(
        self,
        tx: &mut store::Tx,
        by: Administrator,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action,
            subject: Some(by.application.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

/// One that is not kept yet; with the `ConnectPackage` methods selected unless told otherwise.
pub(crate) fn new_application(
    id: ApplicationId,
    change: ApplicationChange,
    demonstration: bool,
) -> Result<Application, Vec<ApplicationRejection>> {
    let kind = change.kind.unwrap_or(Kind::Web);
    let blank = Application {
        id,
        kind,
        name: String::new(),
        phone: String::new(),
        description: String::new(),
        address: String::new(),
        opening_hours: String::new(),
        time_zone: Zone::UTC,
        accent: None,
        logo: None,
        email: None,
        success_message: words::t!("success-message-default"),
        privacy_url: None,
        terms_url: None,
        connect_methods: kind == Kind::Web,
        rules: Vec::new(),
        policy: Policy::default(),
        answer_mode: AnswerMode::default(),
        reminders: true,
        platform_v1_sessions: true,
        staff_authenticator: true,
        demonstration,
    };
    let required = ApplicationChange {
        name: Some(change.name.unwrap_or_default()),
        phone: Some(change.phone.unwrap_or_default()),
        ..change
    };
    changed(blank, required)
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

fn changed(
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
            |email: &String| unless_empty(email, |email| text::email(email, policy::EMAIL_MAX));
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
        let address =
            |url: &String| unless_empty(url, |url| text::web_address(url, policy::WEB_ADDRESS_MAX));
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

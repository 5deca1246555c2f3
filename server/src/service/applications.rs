//! Applications, and who may set them up.

use super::audit::Entry;
use super::{Actor, Fault, Outcome, Services, refuse};
use crate::store::applications as table;
use app::desk::StaffContext;
use app::domain::application::{Application, Kind, Rule};
use app::domain::challenge::AnswerMode;
use app::domain::ids::ApplicationId;
use app::domain::policy::{self, Policy};
use app::domain::staff::Role;
use app::domain::text::{self, AddressError, TextError};

/// What is to change; None leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct ApplicationChange {
    pub name: Option<String>,
    pub phone: Option<String>,
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
}

/// Who may set an application up: its managers, and whoever has the command line.
#[derive(Clone, Copy, Debug)]
pub struct Administrator {
    pub(super) application: ApplicationId,
    pub(super) actor: Actor,
}

impl Administrator {
    pub fn at_command_line(application: ApplicationId) -> Self {
        Self {
            application,
            actor: Actor::CommandLine,
        }
    }

    /// None for staff who are no managers.
    pub fn among_staff(staff: &StaffContext) -> Option<Self> {
        (staff.role == Role::Manager).then_some(Self {
            application: staff.application,
            actor: Actor::Staff(staff.staff),
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicationRefusal {
    Name(TextError),
    Phone(TextError),
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
}

impl Services {
    /// Adds an application; with the `ConnectPackage` methods selected unless told otherwise.
    pub async fn add_application(
        &self,
        id: Option<ApplicationId>,
        change: ApplicationChange,
        demonstration: bool,
    ) -> Outcome<ApplicationId, ApplicationRefusal> {
        let id = id.unwrap_or_else(|| ApplicationId(self.0.ports.id()));
        let application =
            new_application(id, change, demonstration).map_err(super::Failure::Refused)?;
        let mut tx = self.0.store.begin().await?;
        if table::find(&mut tx, id).await?.is_some() {
            return refuse(ApplicationRefusal::IdTaken);
        }
        table::put(&mut tx, &application, self.0.ports.now()).await?;
        self.audit_application(
            &mut tx,
            Administrator::at_command_line(id),
            "application.add",
            "added",
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Changes an application.
    pub async fn set_application(
        &self,
        by: Administrator,
        change: ApplicationChange,
    ) -> Outcome<(), ApplicationRefusal> {
        self.change_application(by, |_| change).await
    }

    /// Adds a rule to those the application asks for.
    pub async fn add_rule(&self, by: Administrator, rule: Rule) -> Outcome<(), ApplicationRefusal> {
        self.change_application(by, |application| ApplicationChange {
            rules: Some([application.rules.clone(), vec![rule]].concat()),
            ..ApplicationChange::default()
        })
        .await
    }

    /// Takes the rule of this name away; who authorized by it is asked for less from then on.
    pub async fn remove_rule(
        &self,
        by: Administrator,
        name: &str,
    ) -> Outcome<(), ApplicationRefusal> {
        self.change_application(by, |application| {
            let rules = application.rules.iter().filter(|rule| rule.name != name);
            ApplicationChange {
                rules: Some(rules.cloned().collect()),
                ..ApplicationChange::default()
            }
        })
        .await
    }

    async fn change_application(
        &self,
        by: Administrator,
        change: impl FnOnce(&Application) -> ApplicationChange,
    ) -> Outcome<(), ApplicationRefusal> {
        let mut tx = self.0.store.begin().await?;
        let Some(application) = table::lock(&mut tx, by.application).await? else {
            return refuse(ApplicationRefusal::NotFound);
        };
        let change = change(&application);
        let application = changed(application, change).map_err(super::Failure::Refused)?;
        table::put(&mut tx, &application, self.0.ports.now()).await?;
        self.audit_application(&mut tx, by, "application.set", "changed")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// What an administrator sets up.
    pub async fn own_application(&self, by: Administrator) -> Result<Application, Fault> {
        let mut tx = self.0.store.read().await?;
        self.application(&mut tx, by.application).await
    }

    /// All applications, by name.
    pub async fn list_applications(&self) -> Result<Vec<Application>, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(table::list(&mut tx).await?)
    }

    pub(super) async fn audit_application(
        &self,
        tx: &mut crate::store::Tx,
        by: Administrator,
        action: &'static str,
        outcome: &'static str,
    ) -> Result<(), Fault> {
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action,
            subject: Some(by.application.0),
            outcome,
        };
        self.audit(tx, entry).await
    }
}

/// One that is not kept yet; with the `ConnectPackage` methods selected unless told otherwise.
pub(super) fn new_application(
    id: ApplicationId,
    change: ApplicationChange,
    demonstration: bool,
) -> Result<Application, ApplicationRefusal> {
    let kind = change.kind.unwrap_or(Kind::Web);
    let blank = Application {
        id,
        kind,
        name: String::new(),
        phone: String::new(),
        email: None,
        success_message: app::t!("success-message-default"),
        privacy_url: None,
        terms_url: None,
        connect_methods: kind == Kind::Web,
        rules: Vec::new(),
        policy: Policy::default(),
        answer_mode: AnswerMode::default(),
        reminders: true,
        platform_v1_sessions: true,
        demonstration,
    };
    let required = ApplicationChange {
        name: Some(change.name.unwrap_or_default()),
        phone: Some(change.phone.unwrap_or_default()),
        ..change
    };
    changed(blank, required)
}

fn unless_empty<E>(
    input: &str,
    read: impl FnOnce(&str) -> Result<String, E>,
) -> Result<Option<String>, E> {
    match input.trim() {
        "" => Ok(None),
        input => read(input).map(Some),
    }
}

fn changed(
    mut application: Application,
    change: ApplicationChange,
) -> Result<Application, ApplicationRefusal> {
    use ApplicationRefusal as Refusal;
    if let Some(name) = change.name {
        application.name = text::line(&name, policy::NAME_MAX).map_err(Refusal::Name)?;
    }
    if let Some(phone) = change.phone {
        application.phone = text::line(&phone, policy::NAME_MAX).map_err(Refusal::Phone)?;
    }
    if let Some(email) = change.email {
        let read = |email: &str| text::email(email, policy::EMAIL_MAX);
        application.email = unless_empty(&email, read).map_err(Refusal::Email)?;
    }
    let address = |url: &str| text::web_address(url, policy::WEB_ADDRESS_MAX);
    if let Some(url) = change.privacy_url {
        application.privacy_url = unless_empty(&url, address).map_err(Refusal::PrivacyUrl)?;
    }
    if let Some(url) = change.terms_url {
        application.terms_url = unless_empty(&url, address).map_err(Refusal::TermsUrl)?;
    }
    if let Some(message) = change.success_message {
        application.success_message =
            text::lines(&message, policy::SUCCESS_MESSAGE_MAX).map_err(Refusal::SuccessMessage)?;
    }
    if let Some(rules) = change.rules {
        for (index, rule) in rules.iter().enumerate() {
            text::line(&rule.name, policy::NAME_MAX).map_err(Refusal::RuleName)?;
            text::line(&rule.why, policy::QUESTION_MAX).map_err(Refusal::RuleWhy)?;
            if rules[..index].iter().any(|other| other.name == rule.name) {
                return Err(Refusal::RuleKnown);
            }
        }
        application.rules = rules;
    }
    if let Some(days) = change.lifetime_days {
        if !policy::LIFETIME_DAYS_RANGE.contains(&days) {
            return Err(Refusal::LifetimeDays);
        }
        application.policy.lifetime_days = days;
    }
    if let Some(wrong) = change.wrong_answers {
        if !policy::WRONG_ANSWERS_RANGE.contains(&wrong) {
            return Err(Refusal::WrongAnswers);
        }
        application.policy.wrong_answers = wrong;
    }
    application.answer_mode = change.answer_mode.unwrap_or(application.answer_mode);
    application.reminders = change.reminders.unwrap_or(application.reminders);
    application.platform_v1_sessions = change
        .platform_v1_sessions
        .unwrap_or(application.platform_v1_sessions);
    application.kind = change.kind.unwrap_or(application.kind);
    application.connect_methods = change
        .connect_methods
        .unwrap_or(application.connect_methods);
    if application.kind == Kind::Mobile && application.connect_methods {
        return Err(Refusal::MobileMayNotConnect);
    }
    Ok(application)
}

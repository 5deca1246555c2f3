//! Applications, and who may set them up.

use super::administrator::Administrator;
use super::application_change::{ApplicationChange, ApplicationRejection, changed, opens_more};
use crate::audit::log::Entry;
use crate::seen::Seen;
use crate::{Applications, InternalError, Outcome, reject};
use domain::application::{Application, Kind, Rule, Section};
use domain::audit::{Action, ActionOutcome};
use domain::clinic_settings::Setting;
use domain::ids::ApplicationId;
use store::applications as table;

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

    /// Changes what the form of the settings showed, unless someone else did meanwhile.
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
        let value = |setting: Setting| (setting.name(), setting.value(application));
        let values: Vec<_> = Setting::of_section(section).map(value).collect();
        self.seen("settings", &(section.name(), values))
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
        let before = application.clone();
        let application = changed(application, change).map_err(crate::Failure::Rejected)?;
        if opens_more(&before, &application) {
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
        success_message: words::t!("success-message-default").into_owned(),
        demonstration,
        ..Application::new(id, kind)
    };
    let required = change.requiring(Setting::Name).requiring(Setting::Phone);
    changed(blank, required)
}

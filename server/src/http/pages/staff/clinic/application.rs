//! `/staff/application`: what the clinic's system is and may do. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use crate::http::pages::staff::asked::{SeenField, status};
use crate::http::web::{Web, show};
use app::pages::staff::clinic::application::{
    Certificate, Problem, RuleDraft, View, ask_remove_certificate, ask_remove_rule, page,
};
use axum::extract::{Multipart, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::application::{Kind, Rule};
use domain::policy;
use domain::thing::Permission;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use service::{self, ApplicationChange, ApplicationRejection, CertificateRejection, Failure, Seen};
use uuid::Uuid;

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

pub async fn get(manager: Manager, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    manager
        .show_page(RuleDraft::default(), None, !flags.saved.is_empty())
        .await
}

#[derive(Deserialize)]
pub struct MethodsForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    methods: Vec<String>,
    /// What the form showed.
    #[serde(default)]
    seen: String,
}

pub async fn post(manager: Manager, Form(form): Form<MethodsForm>) -> Result<Response, PageError> {
    let has = |method: &str| form.methods.iter().any(|ticked| ticked == method);
    let change = ApplicationChange {
        kind: Kind::from_name(&form.kind),
        connect_methods: Some(has("connect")),
        platform_v1_sessions: Some(has("v1-sessions")),
        ..ApplicationChange::default()
    };
    let seen = Seen::sent(&form.seen);
    let set = manager
        .services()
        .applications()
        .set_methods(manager.by, change, &seen)
        .await;
    manager.after(set, RuleDraft::default()).await
}

#[derive(Deserialize)]
pub struct RuleForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    optional: String,
    #[serde(default)]
    permission: Vec<String>,
    #[serde(default, rename = "type")]
    types: Vec<String>,
    #[serde(default)]
    other_types: String,
    /// The rules that the form's page showed.
    #[serde(default)]
    seen: String,
}

impl RuleForm {
    fn read(self) -> RuleDraft {
        let ticked = |one: &Permission| self.permission.iter().any(|name| name == one.name());
        RuleDraft {
            rule: Rule {
                name: self.name.trim().to_owned(),
                why: self.why.trim().to_owned(),
                optional: !self.optional.is_empty(),
                permissions: Permission::ALL.into_iter().filter(ticked).collect(),
                types: self.types.iter().filter_map(|id| id.parse().ok()).collect(),
            },
            other_types: self.other_types,
        }
    }
}

pub async fn post_rule(
    manager: Manager,
    Form(form): Form<RuleForm>,
) -> Result<Response, PageError> {
    let seen = Seen::sent(&form.seen);
    let draft = form.read();
    let others = draft.other_types.split_whitespace().map(str::parse);
    let Ok(others) = others.collect::<Result<Vec<Uuid>, _>>() else {
        return manager
            .show_page(draft, Some(Problem::RuleTypes), false)
            .await;
    };
    let mut rule = draft.rule.clone();
    rule.types.extend(others);
    let added = manager
        .services()
        .applications()
        .add_rule(manager.by, rule, &seen)
        .await;
    manager.after(added, draft).await
}

#[derive(Deserialize)]
pub struct RemoveRuleForm {
    #[serde(default)]
    name: String,
    #[serde(flatten)]
    seen: SeenField,
}

/// Asks first. A rule that is gone is as wanted.
pub async fn post_remove_rule(
    manager: Manager,
    Form(form): Form<RemoveRuleForm>,
) -> Result<Response, PageError> {
    if form.seen.is_sent() {
        let seen = form.seen.seen();
        let removed = manager
            .services()
            .applications()
            .remove_rule(manager.by, &form.name, &seen)
            .await;
        let changed = matches!(&removed, Err(Failure::Rejected(refusals))
            if refusals.contains(&ApplicationRejection::RulesChanged));
        if !changed {
            return manager.after(removed, RuleDraft::default()).await;
        }
    }
    let application = manager.services().applications().own(manager.by).await?;
    let rule = application.rules.iter().find(|rule| rule.name == form.name);
    Ok(match rule {
        Some(rule) => {
            let shown = form
                .seen
                .asked(manager.services().applications().rule_shown(rule));
            let page = ask_remove_rule(&manager.frame(), rule, &shown);
            show(status(&shown), page)
        }
        None => saved(),
    })
}

pub async fn post_certificate(
    manager: Manager,
    mut form: Multipart,
) -> Result<Response, PageError> {
    let mut file = Vec::new();
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("file") {
            let bytes = field.bytes().await?;
            file = bytes.to_vec();
        }
    }
    let refused = if file.is_empty() {
        Some(Problem::NoFile)
    } else {
        match manager
            .services()
            .applications()
            .add_certificate(manager.by, &file)
            .await
            .or_internal()?
        {
            Ok(_) => None,
            Err(CertificateRejection::NotProven) => return Err(PageError::NotProven),
            Err(refusal) => Some(match refusal {
                CertificateRejection::Expired => Problem::FileExpired,
                CertificateRejection::Known => Problem::FileKnown,
                CertificateRejection::Unreadable
                | CertificateRejection::NotProven
                | CertificateRejection::ChangedMeanwhile
                | CertificateRejection::NoSuchApplication
                | CertificateRejection::NoSuchCertificate => Problem::FileUnreadable,
            }),
        }
    };
    match refused {
        None => Ok(saved()),
        problem => {
            manager
                .show_page(RuleDraft::default(), problem, false)
                .await
        }
    }
}

#[derive(Deserialize)]
pub struct RemoveCertificateForm {
    #[serde(default)]
    thumbprint: String,
    #[serde(flatten)]
    seen: SeenField,
}

/// Asks first. A certificate that is gone is as wanted.
pub async fn post_remove_certificate(
    manager: Manager,
    Form(form): Form<RemoveCertificateForm>,
) -> Result<Response, PageError> {
    if form.seen.is_sent() {
        let (thumbprint, seen) = (&form.thumbprint, form.seen.seen());
        let removed = manager
            .services()
            .applications()
            .remove_certificate(manager.by, thumbprint, Some(&seen))
            .await
            .or_internal()?;
        if removed.is_ok() {
            return Ok(saved());
        }
    }
    let mut listed = manager
        .services()
        .applications()
        .certificates(manager.by)
        .await?
        .into_iter();
    let Some(found) = listed.find(|one| one.thumbprint == form.thumbprint) else {
        return Ok(saved());
    };
    let shown = form
        .seen
        .asked(manager.services().applications().certificate_shown(&found));
    let certificate = certificate(&manager.web, found);
    let page = ask_remove_certificate(&manager.frame(), &certificate, &shown);
    Ok(show(status(&shown), page))
}

fn certificate(web: &Web, stored: service::Certificate) -> Certificate {
    let not_after = Timestamp::from(stored.not_after);
    let soon = web.services.ports().now() + policy::CERTIFICATE_WARNING;
    Certificate {
        not_after,
        ends_soon: not_after <= soon,
        thumbprint: stored.thumbprint,
    }
}

fn saved() -> Response {
    Redirect::to("/staff/application?saved=yes").into_response()
}

impl Manager {
    async fn after(
        &self,
        outcome: Result<(), Failure<Vec<ApplicationRejection>>>,
        draft: RuleDraft,
    ) -> Result<Response, PageError> {
        let problem = match outcome.or_internal()? {
            Ok(()) => return Ok(saved()),
            // A rule has one problem at a time, and the other forms of this page one field.
            Err(refusals) => match refusals.first() {
                Some(ApplicationRejection::NotProven) => return Err(PageError::NotProven),
                Some(ApplicationRejection::MobileMayNotConnect) => Problem::MobileMayNotConnect,
                Some(ApplicationRejection::ChangedMeanwhile) => Problem::ChangedMeanwhile,
                Some(ApplicationRejection::RulesChanged) => Problem::RulesChanged,
                Some(ApplicationRejection::RuleName(error)) => Problem::RuleName(*error),
                Some(ApplicationRejection::RuleWhy(error)) => Problem::RuleWhy(*error),
                Some(ApplicationRejection::RuleKnown) => Problem::RuleKnown,
                _ => return Err(StatusCode::UNPROCESSABLE_ENTITY.into_response().into()),
            },
        };
        self.show_page(draft, Some(problem), false).await
    }

    async fn show_page(
        &self,
        draft: RuleDraft,
        problem: Option<Problem>,
        saved: bool,
    ) -> Result<Response, PageError> {
        let application = self.services().applications().own(self.by).await?;
        let certificates = self
            .services()
            .applications()
            .certificates(self.by)
            .await?
            .into_iter();
        let view = View {
            seen: self
                .services()
                .applications()
                .methods_shown(&application)
                .into_field(),
            seen_rules: self
                .services()
                .applications()
                .rules_shown(&application)
                .into_field(),
            application,
            certificates: certificates
                .map(|one| certificate(&self.web, one))
                .collect(),
            draft,
            saved,
            problem,
        };
        let status = match problem {
            Some(Problem::ChangedMeanwhile | Problem::RulesChanged) => StatusCode::CONFLICT,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        Ok(self.show(status, page, &view))
    }
}

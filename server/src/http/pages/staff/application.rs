//! `/staff/application`: what the clinic's system is and may do. Managers alone come in.

use super::manager::Manager;
use super::{frame, prove};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::application::{Certificate, Problem, RuleDraft, View, page};
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::application::{Kind, Rule};
use domain::policy;
use domain::thing::Permission;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use service::{ApplicationChange, ApplicationRefusal, CertificateRefusal, Failure, Seen};
use uuid::Uuid;

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    manager
        .show(&web, RuleDraft::default(), None, !flags.saved.is_empty())
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

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(form): Form<MethodsForm>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let has = |method: &str| form.methods.iter().any(|ticked| ticked == method);
    let change = ApplicationChange {
        kind: Kind::from_name(&form.kind),
        connect_methods: Some(has("connect")),
        platform_v1_sessions: Some(has("v1-sessions")),
        ..ApplicationChange::default()
    };
    let seen = Seen::sent(&form.seen);
    let set = web.services.set_methods(manager.by, change, &seen).await;
    manager.after(&web, set, RuleDraft::default()).await
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
    State(web): State<Web>,
    visitor: Visitor,
    Form(form): Form<RuleForm>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let draft = form.read();
    let others = draft.other_types.split_whitespace().map(str::parse);
    let Ok(others) = others.collect::<Result<Vec<Uuid>, _>>() else {
        return manager
            .show(&web, draft, Some(Problem::RuleTypes), false)
            .await;
    };
    let mut rule = draft.rule.clone();
    rule.types.extend(others);
    let added = web.services.add_rule(manager.by, rule).await;
    manager.after(&web, added, draft).await
}

#[derive(Deserialize)]
pub struct RemoveRuleForm {
    #[serde(default)]
    name: String,
}

pub async fn post_remove_rule(
    State(web): State<Web>,
    visitor: Visitor,
    Form(form): Form<RemoveRuleForm>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let removed = web.services.remove_rule(manager.by, &form.name).await;
    manager.after(&web, removed, RuleDraft::default()).await
}

pub async fn post_certificate(
    State(web): State<Web>,
    visitor: Visitor,
    mut form: Multipart,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let mut file = Vec::new();
    while let Some(field) = form
        .next_field()
        .await
        .map_err(IntoResponse::into_response)?
    {
        if field.name() == Some("file") {
            let bytes = field.bytes().await.map_err(IntoResponse::into_response)?;
            file = bytes.to_vec();
        }
    }
    let refused = if file.is_empty() {
        Some(Problem::NoFile)
    } else {
        match web.services.add_certificate(manager.by, &file).await {
            Ok(_) => None,
            Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
            Err(Failure::Refused(CertificateRefusal::NotProven)) => return Err(prove::wanted()),
            Err(Failure::Refused(refusal)) => Some(match refusal {
                CertificateRefusal::Expired => Problem::FileExpired,
                CertificateRefusal::Known => Problem::FileKnown,
                CertificateRefusal::Unreadable
                | CertificateRefusal::NotProven
                | CertificateRefusal::NoSuchApplication
                | CertificateRefusal::NoSuchCertificate => Problem::FileUnreadable,
            }),
        }
    };
    match refused {
        None => Ok(saved()),
        problem => {
            manager
                .show(&web, RuleDraft::default(), problem, false)
                .await
        }
    }
}

#[derive(Deserialize)]
pub struct RemoveCertificateForm {
    #[serde(default)]
    thumbprint: String,
}

pub async fn post_remove_certificate(
    State(web): State<Web>,
    visitor: Visitor,
    Form(form): Form<RemoveCertificateForm>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let removed = web
        .services
        .remove_certificate(manager.by, &form.thumbprint)
        .await;
    match removed {
        // One that is gone already is as they want it.
        Ok(()) | Err(Failure::Refused(_)) => Ok(saved()),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
    }
}

fn saved() -> Response {
    Redirect::to("/staff/application?saved=yes").into_response()
}

impl Manager {
    async fn after(
        &self,
        web: &Web,
        outcome: Result<(), Failure<Vec<ApplicationRefusal>>>,
        draft: RuleDraft,
    ) -> Result<Response, Response> {
        let problem = match outcome {
            Ok(()) => return Ok(saved()),
            Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
            // A rule has one problem at a time, and the other forms of this page one field.
            Err(Failure::Refused(refusals)) => match refusals.first() {
                Some(ApplicationRefusal::NotProven) => return Err(prove::wanted()),
                Some(ApplicationRefusal::MobileMayNotConnect) => Problem::MobileMayNotConnect,
                Some(ApplicationRefusal::ChangedMeanwhile) => Problem::ChangedMeanwhile,
                Some(ApplicationRefusal::RuleName(error)) => Problem::RuleName(*error),
                Some(ApplicationRefusal::RuleWhy(error)) => Problem::RuleWhy(*error),
                Some(ApplicationRefusal::RuleKnown) => Problem::RuleKnown,
                _ => return Err(StatusCode::UNPROCESSABLE_ENTITY.into_response()),
            },
        };
        self.show(web, draft, Some(problem), false).await
    }

    async fn show(
        &self,
        web: &Web,
        draft: RuleDraft,
        problem: Option<Problem>,
        saved: bool,
    ) -> Result<Response, Response> {
        let failed = |fault| Failed::from(fault).into_response();
        let application = web
            .services
            .own_application(self.by)
            .await
            .map_err(failed)?;
        let certificates = web.services.certificates(self.by).await.map_err(failed)?;
        let soon = web.services.ports().now() + policy::CERTIFICATE_WARNING;
        let view = View {
            seen: web.services.methods_shown(&application).into_field(),
            application,
            certificates: certificates
                .into_iter()
                .map(|one| Certificate {
                    not_after: one.not_after.into(),
                    ends_soon: Timestamp::from(one.not_after) <= soon,
                    thumbprint: one.thumbprint,
                })
                .collect(),
            draft,
            saved,
            problem,
        };
        let status = match problem {
            Some(Problem::ChangedMeanwhile) => StatusCode::CONFLICT,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        Ok(show(status, page(&frame(web, &self.staff), &view)))
    }
}

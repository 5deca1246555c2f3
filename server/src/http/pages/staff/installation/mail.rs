//! `/staff/installation/mail`: the mail server that mail leaves by, and a mail to try it out.

use super::{Present, sending};
use crate::doctor;
use crate::http::failed::Failed;
use crate::http::pages::typed::{kept_line, kept_mail, mail_problems, test_mail, tried_out};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::mail_fields::{Problem, Tested};
use app::pages::staff::installation::mail::{Form as Shown, View, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::outgoing_mail::{Draft, MailSettings};
use serde::Deserialize;
use service::Failure;
use service::mail::{Mailer, SmtpUrlError};
use std::sync::Arc;

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
    let operator = Present::at(&web, &visitor).await?;
    let view = View {
        saved: !flags.saved.is_empty(),
        ..view(&web, &operator, None).await?
    };
    Ok(show(StatusCode::OK, page(&operator.frame(&web), &view)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    #[serde(flatten)]
    draft: Draft,
    test_to: String,
    what: String,
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let failed = |fault| Failed::from(fault).into_response();
    let (tested, problems) = if fields.what == "test" {
        match read_test(&web, &operator, &fields).await? {
            Ok((to, mailer)) => {
                let trouble = doctor::send_test_mail(&web.services, mailer, &to).await;
                let trouble = trouble.map_err(failed)?;
                (Some(Tested { to, trouble }), Vec::new())
            }
            Err(problems) => (None, problems),
        }
    } else if web.config.mail.decides() {
        return Ok(Redirect::to("/staff/installation/mail").into_response());
    } else {
        match settings(&web, &operator, &fields.draft).await? {
            Ok(settings) => {
                let set = web.services.set_mail_settings(operator.by, &settings);
                set.await.map_err(failed)?;
                return Ok(Redirect::to("/staff/installation/mail?saved=yes").into_response());
            }
            Err(problems) => (None, problems),
        }
    };
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let view = View {
        test_to: kept_line(&fields.test_to),
        tested,
        problems,
        ..view(&web, &operator, Some(fields.draft)).await?
    };
    Ok(show(status, page(&operator.frame(&web), &view)))
}

async fn settings(
    web: &Web,
    operator: &Present,
    draft: &Draft,
) -> Result<Result<MailSettings, Vec<Problem>>, Response> {
    let read = web.services.read_mail_settings(operator.by, draft.clone());
    match read.await {
        Ok(settings) => Ok(Ok(settings)),
        Err(Failure::Refused(wrong)) => Ok(Err(mail_problems(wrong))),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
    }
}

type Test = (String, Result<Arc<Mailer>, SmtpUrlError>);

/// Whom a test mail goes to, and by what: as typed, or as configured where that decides.
async fn read_test(
    web: &Web,
    operator: &Present,
    fields: &Fields,
) -> Result<Result<Test, Vec<Problem>>, Response> {
    let configured = &web.config.mail;
    let by = if configured.decides() {
        Ok(Ok(configured.clone()))
    } else {
        let settings = settings(web, operator, &fields.draft).await?;
        settings.and_then(|settings| tried_out(configured, &settings))
    };
    Ok(test_mail(&fields.test_to, by))
}

/// The page as it is, or with what was typed.
async fn view(web: &Web, operator: &Present, typed: Option<Draft>) -> Result<View, Response> {
    let stored = web.services.mail_settings(operator.by).await;
    let stored = stored.map_err(|fault| Failed::from(fault).into_response())?;
    let has_login = |settings: &MailSettings| match settings {
        MailSettings::Server { server, .. } => server.login.is_some(),
        MailSettings::None => false,
    };
    let form = (!web.config.mail.decides()).then(|| Shown {
        kept_password: stored.as_ref().is_some_and(has_login),
        draft: match (typed, &stored) {
            (Some(typed), _) => kept_mail(typed),
            (None, Some(stored)) => Draft::from(stored),
            (None, None) => Draft::default(),
        },
    });
    Ok(View {
        now: sending(web).await.map_err(IntoResponse::into_response)?,
        form,
        test_to: String::new(),
        saved: false,
        tested: None,
        problems: Vec::new(),
    })
}

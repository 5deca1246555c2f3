//! `/staff/installation/mail`: the mail server that mail leaves by, and a mail to try it out.

use super::sending;
use crate::doctor;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Operator;
use crate::http::pages::typed::{kept_line, kept_mail, mail_problems, test_mail, tried_out};
use app::pages::mail_fields::{Problem, Tested};
use app::pages::staff::installation::mail::{Form as Shown, View, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::outgoing_mail::{Draft, MailSettings};
use serde::Deserialize;
use service::mail::{Mailer, SmtpUrlError};
use service::{MailSettingsChanged, Seen};
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

pub async fn get(operator: Operator, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let view = View {
        saved: !flags.saved.is_empty(),
        ..view(&operator, None).await?
    };
    Ok(operator.show(StatusCode::OK, page, &view))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    #[serde(flatten)]
    draft: Draft,
    test_to: String,
    what: String,
    seen: String,
}

pub async fn post(operator: Operator, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let mut overtaken = false;
    let (tested, problems) = if fields.what == "test" {
        match read_test(&operator, &fields).await? {
            Ok((to, mailer)) => {
                let trouble = doctor::send_test_mail(operator.services(), mailer, &to).await?;
                (Some(Tested { to, trouble }), Vec::new())
            }
            Err(problems) => (None, problems),
        }
    } else if operator.web.config.mail.decides() {
        return Ok(Redirect::to("/staff/installation/mail").into_response());
    } else {
        match settings(&operator, &fields.draft).await? {
            Ok(settings) => {
                let seen = Seen::sent(&fields.seen);
                let set = operator.services().installation().set_mail_settings(
                    operator.by,
                    &settings,
                    Some(&seen),
                );
                match set.await.or_internal()? {
                    Ok(()) => {
                        let saved = Redirect::to("/staff/installation/mail?saved=yes");
                        return Ok(saved.into_response());
                    }
                    Err(MailSettingsChanged) => overtaken = true,
                }
                (None, Vec::new())
            }
            Err(problems) => (None, problems),
        }
    };
    let status = if overtaken {
        StatusCode::CONFLICT
    } else if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let mut view = View {
        test_to: kept_line(&fields.test_to),
        tested,
        problems,
        ..view(&operator, Some(fields.draft)).await?
    };
    if let Some(form) = &mut view.form {
        form.changed = overtaken;
        if !overtaken {
            // What is saved later is still about the page that was shown first.
            form.seen = fields.seen;
        }
    }
    Ok(operator.show(status, page, &view))
}

async fn settings(
    operator: &Operator,
    draft: &Draft,
) -> Result<Result<MailSettings, Vec<Problem>>, PageError> {
    let read = operator
        .services()
        .installation()
        .read_mail_settings(operator.by, draft.clone());
    match read.await.or_internal()? {
        Ok(settings) => Ok(Ok(settings)),
        Err(wrong) => Ok(Err(mail_problems(wrong))),
    }
}

type Test = (String, Result<Arc<Mailer>, SmtpUrlError>);

/// Whom a test mail goes to, and by what: as typed, or as configured where that decides.
async fn read_test(
    operator: &Operator,
    fields: &Fields,
) -> Result<Result<Test, Vec<Problem>>, PageError> {
    let configured = &operator.web.config.mail;
    let by = if configured.decides() {
        Ok(Ok(configured.clone()))
    } else {
        let settings = settings(operator, &fields.draft).await?;
        settings.and_then(|settings| tried_out(configured, &settings))
    };
    Ok(test_mail(&fields.test_to, by))
}

/// The page as it is, or with what was typed.
async fn view(operator: &Operator, typed: Option<Draft>) -> Result<View, PageError> {
    let stored = operator
        .services()
        .installation()
        .mail_settings(operator.by)
        .await?;
    let has_login = |settings: &MailSettings| match settings {
        MailSettings::Server { server, .. } => server.login.is_some(),
        MailSettings::None => false,
    };
    let seen = operator
        .services()
        .installation()
        .mail_settings_shown(stored.as_ref());
    let form = (!operator.web.config.mail.decides()).then(|| Shown {
        seen: seen.into_field(),
        changed: false,
        kept_password: stored.as_ref().is_some_and(has_login),
        draft: match (typed, &stored) {
            (Some(typed), _) => kept_mail(typed),
            (None, Some(stored)) => Draft::from(stored),
            (None, None) => Draft::default(),
        },
    });
    Ok(View {
        now: sending(&operator.web).await?,
        form,
        test_to: String::new(),
        saved: false,
        tested: None,
        problems: Vec::new(),
    })
}

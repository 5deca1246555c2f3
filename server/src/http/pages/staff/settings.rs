//! `/staff/settings`: what patients read of the clinic, and the numbers it may set. Managers alone come in.

use super::frame;
use super::manager::Manager;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use crate::service::{ApplicationChange, ApplicationRefusal, Failure};
use app::domain::challenge::AnswerMode;
use app::domain::policy;
use app::domain::text;
use app::pages::clinic::Clinic;
use app::pages::patient::done;
use app::pages::staff::settings::{Form as Typed, Problem, View, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;

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
    let application = web.services.own_application(manager.by).await;
    let view = View {
        form: application
            .map_err(|fault| Failed::from(fault).into_response())?
            .into(),
        saved: !flags.saved.is_empty(),
        problem: None,
    };
    Ok(show(
        StatusCode::OK,
        page(&frame(&web, &manager.staff), &view),
    ))
}

fn change(form: &Typed) -> Result<ApplicationChange, Problem> {
    let number = |typed: &str| typed.trim().parse().ok();
    Ok(ApplicationChange {
        name: Some(form.name.clone()),
        phone: Some(form.phone.clone()),
        email: Some(form.email.clone()),
        success_message: Some(form.success_message.clone()),
        privacy_url: Some(form.privacy_url.clone()),
        terms_url: Some(form.terms_url.clone()),
        lifetime_days: Some(number(&form.lifetime_days).ok_or(Problem::LifetimeDays)?),
        wrong_answers: Some(number(&form.wrong_answers).ok_or(Problem::WrongAnswers)?),
        answer_mode: AnswerMode::from_name(&form.answer_mode),
        staff_authenticator: match form.staff_authenticator.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        ..ApplicationChange::default()
    })
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(form): Form<Typed>,
) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let problem = match change(&form) {
        Err(problem) => problem,
        Ok(change) => match web.services.set_application(manager.by, change).await {
            Ok(()) => return Ok(Redirect::to("/staff/settings?saved=yes").into_response()),
            Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
            Err(Failure::Refused(refusal)) => {
                problem(refusal).ok_or_else(|| StatusCode::UNPROCESSABLE_ENTITY.into_response())?
            }
        },
    };
    let view = View {
        form,
        saved: false,
        problem: Some(problem),
    };
    let page = page(&frame(&web, &manager.staff), &view);
    Ok(show(StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn problem(refusal: ApplicationRefusal) -> Option<Problem> {
    Some(match refusal {
        ApplicationRefusal::Name(error) => Problem::Name(error),
        ApplicationRefusal::Phone(error) => Problem::Phone(error),
        ApplicationRefusal::Email(error) => Problem::Email(error),
        ApplicationRefusal::SuccessMessage(error) => Problem::SuccessMessage(error),
        ApplicationRefusal::PrivacyUrl(error) => Problem::PrivacyUrl(error),
        ApplicationRefusal::TermsUrl(error) => Problem::TermsUrl(error),
        ApplicationRefusal::LifetimeDays => Problem::LifetimeDays,
        ApplicationRefusal::WrongAnswers => Problem::WrongAnswers,
        _ => return None,
    })
}

/// The patient's last page with the words as typed; nothing is saved.
pub async fn post_preview(
    State(web): State<Web>,
    visitor: Visitor,
    Form(form): Form<Typed>,
) -> Result<Response, Response> {
    Manager::at(&web, &visitor).await?;
    let success_message = text::lines(&form.success_message, policy::SUCCESS_MESSAGE_MAX);
    let view = done::View {
        clinic: Clinic {
            name: form.name,
            phone: form.phone,
        },
        record: app::t!("settings-preview-record"),
        success_message: success_message.unwrap_or_default(),
        email: app::t!("settings-preview-email"),
    };
    Ok(show(StatusCode::OK, done::page(&web.bare_frame(), &view)))
}

//! `/staff/settings`: what patients read of the clinic, and the numbers it may set. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use app::pages::staff::clinic::logo;
use app::pages::staff::clinic::settings::{Form as FormInput, Problem, View, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::challenge::AnswerMode;
use serde::Deserialize;
use service::{ApplicationChange, ApplicationRejection, Seen};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

pub async fn get(manager: Manager, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let view = View {
        saved: !flags.saved.is_empty(),
        ..held(&manager).await?
    };
    Ok(shown(&manager, StatusCode::OK, &view))
}

/// What holds now.
async fn held(manager: &Manager) -> Result<View, PageError> {
    let application = manager.services().applications().own(manager.by).await?;
    let seen = manager
        .services()
        .applications()
        .settings_shown(&application)
        .into_field();
    Ok(View {
        logo: application.logo.clone(),
        form: FormInput {
            seen,
            ..application.into()
        },
        ..View::default()
    })
}

fn shown(manager: &Manager, status: StatusCode, view: &View) -> Response {
    manager.show(status, page, view)
}

/// The page as it holds, with what is wrong with a logo.
pub(super) async fn refused(
    manager: &Manager,
    problem: logo::Problem,
) -> Result<Response, PageError> {
    let view = View {
        problems: vec![Problem::Logo(problem)],
        ..held(manager).await?
    };
    Ok(shown(manager, StatusCode::UNPROCESSABLE_ENTITY, &view))
}

/// A number that does not read as one is out of every range.
fn change(form: &FormInput) -> ApplicationChange {
    let number = |typed: &str| Some(typed.trim().parse().unwrap_or(u32::MAX));
    ApplicationChange {
        name: Some(form.name.clone()),
        description: Some(form.description.clone()),
        phone: Some(form.phone.clone()),
        email: Some(form.email.clone()),
        address: Some(form.address.clone()),
        opening_hours: Some(form.opening_hours.clone()),
        time_zone: Some(form.time_zone.clone()).filter(|name| !name.is_empty()),
        accent: Some(form.accent.clone()),
        success_message: Some(form.success_message.clone()),
        privacy_url: Some(form.privacy_url.clone()),
        terms_url: Some(form.terms_url.clone()),
        lifetime_days: number(&form.lifetime_days),
        wrong_answers: number(&form.wrong_answers),
        answer_mode: AnswerMode::from_name(&form.answer_mode),
        staff_authenticator: match form.staff_authenticator.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        reminders: Some(!form.reminders.is_empty()),
        ..ApplicationChange::default()
    }
}

pub async fn post(manager: Manager, Form(form): Form<FormInput>) -> Result<Response, PageError> {
    let set = manager
        .services()
        .applications()
        .set_settings(manager.by, change(&form), &Seen::sent(&form.seen))
        .await;
    let refusals = match set.or_internal()? {
        Ok(()) => return Ok(Redirect::to("/staff/settings?saved=yes").into_response()),
        Err(refusals) => refusals,
    };
    if refusals.contains(&ApplicationRejection::NotProven) {
        return Err(PageError::NotProven);
    }
    let now = held(&manager).await?;
    let overtaken = refusals.contains(&ApplicationRejection::ChangedMeanwhile);
    let view = View {
        // Saved once more, what was typed takes the place of what is shown beside it.
        form: FormInput {
            seen: if overtaken {
                now.form.seen.clone()
            } else {
                form.seen.clone()
            },
            ..form
        },
        stored: overtaken.then(|| now.form.clone()),
        problems: refusals.into_iter().filter_map(problem).collect(),
        ..now
    };
    let status = if overtaken {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(shown(&manager, status, &view))
}

/// In the words of this page; None for what its form cannot ask for.
fn problem(refusal: ApplicationRejection) -> Option<Problem> {
    Some(match refusal {
        ApplicationRejection::Name(error) => Problem::Name(error),
        ApplicationRejection::Description(error) => Problem::Description(error),
        ApplicationRejection::TimeZone => Problem::TimeZone,
        ApplicationRejection::Phone(error) => Problem::Phone(error),
        ApplicationRejection::Email(error) => Problem::Email(error),
        ApplicationRejection::Address(error) => Problem::Address(error),
        ApplicationRejection::OpeningHours(error) => Problem::OpeningHours(error),
        ApplicationRejection::Accent(error) => Problem::Accent(error),
        ApplicationRejection::SuccessMessage(error) => Problem::SuccessMessage(error),
        ApplicationRejection::PrivacyUrl(error) => Problem::PrivacyUrl(error),
        ApplicationRejection::TermsUrl(error) => Problem::TermsUrl(error),
        ApplicationRejection::ChangedMeanwhile => Problem::ChangedMeanwhile,
        ApplicationRejection::LifetimeDays => Problem::LifetimeDays,
        ApplicationRejection::WrongAnswers => Problem::WrongAnswers,
        _ => return None,
    })
}

/// The same page with the patient's words as typed; nothing is saved.
pub async fn post_preview(
    manager: Manager,
    Form(form): Form<FormInput>,
) -> Result<Response, PageError> {
    let view = View {
        form,
        ..held(&manager).await?
    };
    Ok(shown(&manager, StatusCode::OK, &view))
}

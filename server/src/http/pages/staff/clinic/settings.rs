//! `/staff/settings`: what patients read of the clinic, and the numbers it may set. Managers alone come in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Manager;
use app::pages::staff::clinic::logo;
use app::pages::staff::clinic::settings::{Form as FormInput, Problem, View, address, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::application::Section;
use domain::challenge::AnswerMode;
use serde::Deserialize;
use service::{ApplicationChange, ApplicationRejection, Seen};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    section: String,
    #[serde(default)]
    saved: String,
}

pub async fn get(manager: Manager, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let section = Section::from_name(&flags.section).unwrap_or_default();
    let view = View {
        saved: !flags.saved.is_empty(),
        ..held(&manager, section).await?
    };
    Ok(shown(&manager, StatusCode::OK, &view))
}

/// What holds now.
async fn held(manager: &Manager, section: Section) -> Result<View, PageError> {
    let application = manager.services().applications().own(manager.by).await?;
    let seen = manager
        .services()
        .applications()
        .settings_shown(section, &application);
    Ok(View {
        section,
        logo: application.logo.clone(),
        form: FormInput {
            seen: seen.into_field(),
            ..application.into()
        },
        ..View::default()
    })
}

fn shown(manager: &Manager, status: StatusCode, view: &View) -> Response {
    manager.show(status, page, view)
}

/// Where a section is, saved.
pub(super) fn saved(section: Section) -> Response {
    Redirect::to(&format!("{}&saved=yes", address(section))).into_response()
}

/// The page as it holds, with what is wrong with a logo.
pub(super) async fn refused(
    manager: &Manager,
    problem: logo::Problem,
) -> Result<Response, PageError> {
    let view = View {
        problems: vec![Problem::Logo(problem)],
        ..held(manager, Section::Looks).await?
    };
    Ok(shown(manager, StatusCode::UNPROCESSABLE_ENTITY, &view))
}

/// What a section changes. A number that does not read as one is out of every range.
fn change(form: &FormInput) -> ApplicationChange {
    let number = |typed: &str| Some(typed.trim().parse().unwrap_or(u32::MAX));
    let none = ApplicationChange::default();
    match form.section() {
        Section::Clinic => ApplicationChange {
            name: Some(form.name.clone()),
            description: Some(form.description.clone()),
            time_zone: Some(form.time_zone.clone()).filter(|name| !name.is_empty()),
            ..none
        },
        Section::Contact => ApplicationChange {
            phone: Some(form.phone.clone()),
            email: Some(form.email.clone()),
            address: Some(form.address.clone()),
            opening_hours: Some(form.opening_hours.clone()),
            ..none
        },
        Section::Looks => ApplicationChange {
            accent: Some(form.accent.clone()),
            ..none
        },
        Section::Success => ApplicationChange {
            success_message: Some(form.success_message.clone()),
            ..none
        },
        Section::Statements => ApplicationChange {
            privacy_url: Some(form.privacy_url.clone()),
            terms_url: Some(form.terms_url.clone()),
            ..none
        },
        Section::Codes => ApplicationChange {
            lifetime_days: number(&form.lifetime_days),
            wrong_answers: number(&form.wrong_answers),
            answer_mode: AnswerMode::from_name(&form.answer_mode),
            ..none
        },
        Section::Reminders => ApplicationChange {
            reminders: Some(!form.reminders.is_empty()),
            ..none
        },
        Section::Staff => ApplicationChange {
            staff_authenticator: match form.staff_authenticator.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            ..none
        },
    }
}

pub async fn post(manager: Manager, Form(form): Form<FormInput>) -> Result<Response, PageError> {
    let section = form.section();
    let set = manager
        .services()
        .applications()
        .set_settings(manager.by, section, change(&form), &Seen::sent(&form.seen))
        .await;
    let refusals = match set.or_internal()? {
        Ok(()) => return Ok(saved(section)),
        Err(refusals) => refusals,
    };
    if refusals.contains(&ApplicationRejection::NotProven) {
        return Err(PageError::NotProven);
    }
    let now = held(&manager, section).await?;
    let overtaken = refusals.contains(&ApplicationRejection::ChangedMeanwhile);
    let form = form.laid_over(now.form.clone());
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
    let now = held(&manager, form.section()).await?;
    let view = View {
        form: form.laid_over(now.form.clone()),
        ..now
    };
    Ok(shown(&manager, StatusCode::OK, &view))
}

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
        form: FormInput::from(&application).seen(seen.into_field()),
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

pub async fn post(manager: Manager, Form(form): Form<FormInput>) -> Result<Response, PageError> {
    let section = form.section();
    let change = ApplicationChange {
        settings: form.change(),
        ..ApplicationChange::default()
    };
    let set = manager
        .services()
        .applications()
        .set_settings(manager.by, section, change, &Seen::sent(&form.seen))
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
        form: if overtaken {
            form.seen(now.form.seen.clone())
        } else {
            form
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
    match refusal {
        ApplicationRejection::Setting(setting, error) => Some(Problem::Setting(setting, error)),
        ApplicationRejection::ChangedMeanwhile => Some(Problem::ChangedMeanwhile),
        _ => None,
    }
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

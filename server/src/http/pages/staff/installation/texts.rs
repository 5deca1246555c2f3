//! `/staff/installation/texts`: what the operator says on the pages that every footer leads to.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{Operator, PathId};
use app::pages::staff::installation::texts::{Form as Shown, Line, List, Problem, form, list};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use domain::trust::TrustPage;
use serde::Deserialize;
use service::{Seen, TrustTextRejection};
use std::str::FromStr;

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    saved: String,
}

/// Which page the path names.
pub struct Named(TrustPage);

impl FromStr for Named {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        TrustPage::from_name(name).map(Self).ok_or(())
    }
}

pub async fn get_list(
    operator: Operator,
    Query(flags): Query<Flags>,
) -> Result<Response, PageError> {
    let written = operator
        .services()
        .installation()
        .trust_pages_written(operator.by)
        .await?;
    let line = |page| Line {
        page,
        own: written.contains(&page),
    };
    let view = List {
        lines: TrustPage::ALL.into_iter().map(line).collect(),
        saved: !flags.saved.is_empty(),
    };
    Ok(operator.show(StatusCode::OK, list, &view))
}

pub async fn get(
    operator: Operator,
    PathId(Named(page)): PathId<Named>,
) -> Result<Response, PageError> {
    let view = stored(&operator, page).await?;
    Ok(operator.show(StatusCode::OK, form, &view))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    text: String,
    seen: String,
}

pub async fn post(
    operator: Operator,
    PathId(Named(page)): PathId<Named>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let seen = Seen::sent(&fields.seen);
    let set =
        operator
            .services()
            .installation()
            .set_trust_text(operator.by, page, &fields.text, &seen);
    let problem = match set.await.or_internal()? {
        Ok(()) => return Ok(Redirect::to("/staff/installation/texts?saved=yes").into_response()),
        Err(TrustTextRejection::Text(error)) => Problem::Text(error),
        Err(TrustTextRejection::Changed) => Problem::Changed,
    };
    let status = match problem {
        Problem::Changed => StatusCode::CONFLICT,
        Problem::Text(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let now = stored(&operator, page).await?;
    let view = Shown {
        text: fields
            .text
            .chars()
            .take(policy::TRUST_TEXT_MAX * 2)
            .collect(),
        // What is refused for its length is still about the page that was shown first.
        seen: match problem {
            Problem::Changed => now.seen.clone(),
            Problem::Text(_) => fields.seen,
        },
        problem: Some(problem),
        ..now
    };
    Ok(operator.show(status, form, &view))
}

async fn stored(operator: &Operator, page: TrustPage) -> Result<Shown, PageError> {
    let installation = operator.services().installation();
    let stored = installation.trust_text(page).await?;
    Ok(Shown {
        page,
        seen: installation
            .trust_text_shown(page, stored.as_deref())
            .into_field(),
        text: stored.clone().unwrap_or_default(),
        stored,
        problem: None,
    })
}

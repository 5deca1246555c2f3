//! `/staff/requests/{id}/letter` and `letter.pdf`: the sheet to print, while the code works.

use super::request::{find, parse};
use super::{at_desk, frame};
use crate::http::failed::Failed;
use crate::http::pdf_file::pdf_file;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::letter::{Shown, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::staff::StaffContext;
use serde::Deserialize;
use service::letter::{Form, Paper};
use service::{Caller, Failure, LetterRefusal, View as Found};

/// How the letter is asked for; whatever else is asked for is A4 in normal print.
#[derive(Deserialize)]
pub struct Look {
    #[serde(default)]
    paper: String,
    #[serde(default)]
    large: String,
}

impl Look {
    fn large(&self) -> bool {
        self.large == "yes"
    }

    pub(super) fn form(&self) -> Form {
        Form {
            paper: Paper::from_name(&self.paper).unwrap_or_default(),
            large: self.large(),
        }
    }
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id).await?;
    let shown = Shown {
        large: look.large(),
        unprintable: None,
    };
    Ok(sheet(&web, &staff, StatusCode::OK, found, &shown))
}

fn sheet(
    web: &Web,
    staff: &StaffContext,
    status: StatusCode,
    found: Found,
    shown: &Shown,
) -> Response {
    let request = format!("/staff/requests/{}", found.request.id);
    match web.services.letter(found) {
        Some(view) => show(status, page(&frame(web, staff), &view, shown)),
        None => Redirect::to(&request).into_response(),
    }
}

pub async fn get_pdf(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let request = parse(&id)?;
    let file = web
        .services
        .letter_file(Caller::desk(&staff), request, look.form())
        .await;
    let why = match file {
        Ok(file) => return Ok(pdf_file("letter.pdf", file)),
        Err(Failure::Refused(LetterRefusal::NotFound)) => {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
        Err(Failure::Refused(LetterRefusal::Over(request))) => {
            let request = format!("/staff/requests/{}", request.id);
            return Err(Redirect::to(&request).into_response());
        }
        Err(Failure::Refused(LetterRefusal::Unprintable(why))) => why,
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    let found = find(&web, &staff, &id).await?;
    let shown = Shown {
        large: look.large(),
        unprintable: Some(why),
    };
    Ok(sheet(
        &web,
        &staff,
        StatusCode::UNPROCESSABLE_ENTITY,
        found,
        &shown,
    ))
}

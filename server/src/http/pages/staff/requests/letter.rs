//! `/staff/requests/{id}/letter` and `letter.pdf`: the sheet to print, while the code works.

use super::request::find;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Staff};
use crate::http::pdf_file::pdf_file;
use crate::http::web::show;
use app::pages::staff::requests::letter::{Shown, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ConnectRequestId;
use serde::Deserialize;
use service::letter::{Form, Paper};
use service::{Caller, LetterRejection, View as Found};

/// The format of the letter in the query; any other value is A4 in normal print.
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
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(look): Query<Look>,
) -> Result<Response, PageError> {
    let found = find(&staff, id).await?;
    let shown = Shown {
        large: look.large(),
        unprintable: None,
    };
    Ok(sheet(&staff, StatusCode::OK, found, &shown))
}

fn sheet(staff: &Staff, status: StatusCode, found: Found, shown: &Shown) -> Response {
    let request = format!("/staff/requests/{}", found.request.id);
    match staff.services().batches().letter(found) {
        Some(view) => show(status, page(&staff.frame(), &view, shown)),
        None => Redirect::to(&request).into_response(),
    }
}

pub async fn get_pdf(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(look): Query<Look>,
) -> Result<Response, PageError> {
    let file = staff
        .services()
        .batches()
        .letter_file(Caller::desk(&staff), id, look.form())
        .await;
    let why = match file.or_internal()? {
        Ok(file) => return Ok(pdf_file("letter.pdf", file)),
        Err(LetterRejection::NotFound) => {
            return Err(PageError::NotFound);
        }
        Err(LetterRejection::Over(request)) => {
            let request = format!("/staff/requests/{}", request.id);
            return Err(Redirect::to(&request).into_response().into());
        }
        Err(LetterRejection::Unprintable(why)) => why,
    };
    let found = find(&staff, id).await?;
    let shown = Shown {
        large: look.large(),
        unprintable: Some(why),
    };
    Ok(sheet(
        &staff,
        StatusCode::UNPROCESSABLE_ENTITY,
        found,
        &shown,
    ))
}

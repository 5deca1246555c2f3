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
use domain::addressee::Addressee;
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

/// What was typed for this print. It is in no address bar, no log and no table.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    address: String,
}

impl Typed {
    fn shown(self, look: &Look) -> (Option<Addressee>, Shown) {
        let (addressee, error) = match Addressee::parse(&self.address) {
            Ok(addressee) => (addressee, None),
            Err(error) => (None, Some(error)),
        };
        let shown = Shown {
            large: look.large(),
            unprintable: None,
            typed: self.address,
            error,
        };
        (addressee, shown)
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
        ..Shown::default()
    };
    Ok(sheet(&staff, StatusCode::OK, found, None, &shown))
}

/// The letter with the address that was typed.
pub async fn post(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(look): Query<Look>,
    axum::Form(typed): axum::Form<Typed>,
) -> Result<Response, PageError> {
    let found = find(&staff, id).await?;
    let (addressee, shown) = typed.shown(&look);
    let status = match shown.error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(sheet(&staff, status, found, addressee, &shown))
}

fn sheet(
    staff: &Staff,
    status: StatusCode,
    found: Found,
    addressee: Option<Addressee>,
    shown: &Shown,
) -> Response {
    let request = format!("/staff/requests/{}", found.request.id);
    match staff.services().batches().letter(found, addressee) {
        Some(view) => show(status, page(&staff.frame(), &view, shown)),
        None => Redirect::to(&request).into_response(),
    }
}

pub async fn get_pdf(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(look): Query<Look>,
) -> Result<Response, PageError> {
    let shown = Shown {
        large: look.large(),
        ..Shown::default()
    };
    file(&staff, id, look.form(), None, shown).await
}

pub async fn post_pdf(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(look): Query<Look>,
    axum::Form(typed): axum::Form<Typed>,
) -> Result<Response, PageError> {
    let (addressee, shown) = typed.shown(&look);
    if shown.error.is_some() {
        let found = find(&staff, id).await?;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(sheet(&staff, status, found, None, &shown));
    }
    file(&staff, id, look.form(), addressee, shown).await
}

async fn file(
    staff: &Staff,
    id: ConnectRequestId,
    form: Form,
    addressee: Option<Addressee>,
    shown: Shown,
) -> Result<Response, PageError> {
    let file = staff
        .services()
        .batches()
        .letter_file(Caller::desk(staff), id, form, addressee.clone())
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
    let found = find(staff, id).await?;
    let shown = Shown {
        unprintable: Some(why),
        ..shown
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(sheet(staff, status, found, addressee, &shown))
}

//! `/staff/installation/locks`: the accounts that have to wait after wrong passwords or codes.

use super::Present;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::installation::locks::{self, View, Whose, page};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{Failure, Lock, UnlockRefusal};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    cleared: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let view = View {
        cleared: !flags.cleared.is_empty(),
        ..view(&web, &operator).await?
    };
    Ok(show(StatusCode::OK, page(&operator.frame(&web), &view)))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    whose: String,
    #[serde(default)]
    email: String,
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let services = &web.services;
    let cleared = match Whose::from_name(&fields.whose) {
        Some(Whose::Staff) => services.clear_staff_locks(operator.by, &fields.email).await,
        Some(Whose::Patients) => {
            services
                .clear_person_locks(operator.by, &fields.email)
                .await
        }
        None => Err(Failure::Refused(UnlockRefusal::NotFound)),
    };
    match cleared {
        Ok(()) => Ok(Redirect::to("/staff/installation/locks?cleared=yes").into_response()),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(UnlockRefusal::NotFound)) => {
            let view = View {
                unknown: true,
                ..view(&web, &operator).await?
            };
            let page = page(&operator.frame(&web), &view);
            Ok(show(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

async fn view(web: &Web, operator: &Present) -> Result<View, Response> {
    let failed = |fault| Failed::from(fault).into_response();
    let listed = |locks: Vec<Lock>| {
        let locks = locks.into_iter().map(|lock| locks::Lock {
            email: lock.email,
            until: lock.until,
        });
        locks.collect()
    };
    let staff = web
        .services
        .staff_locks(operator.by)
        .await
        .map_err(failed)?;
    let patients = web
        .services
        .person_locks(operator.by)
        .await
        .map_err(failed)?;
    Ok(View {
        staff: listed(staff),
        patients: listed(patients),
        ..View::default()
    })
}

//! `/staff/installation/locks`: the accounts that have to wait after wrong passwords or codes.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Operator;
use app::pages::staff::installation::locks::{self, View, Whose, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{Failure, Lock, UnlockRejection};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    cleared: String,
}

pub async fn get(operator: Operator, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let view = View {
        cleared: !flags.cleared.is_empty(),
        ..view(&operator).await?
    };
    Ok(operator.show(StatusCode::OK, page, &view))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    whose: String,
    #[serde(default)]
    email: String,
}

pub async fn post(operator: Operator, Form(fields): Form<Fields>) -> Result<Response, PageError> {
    let services = operator.services();
    let cleared = match Whose::from_name(&fields.whose) {
        Some(Whose::Staff) => {
            services
                .sign_ins()
                .clear_staff_locks(operator.by, &fields.email)
                .await
        }
        Some(Whose::Patients) => {
            services
                .sign_ins()
                .clear_person_locks(operator.by, &fields.email)
                .await
        }
        None => Err(Failure::Rejected(UnlockRejection::NotFound)),
    };
    match cleared.or_internal()? {
        Ok(()) => Ok(Redirect::to("/staff/installation/locks?cleared=yes").into_response()),
        Err(UnlockRejection::NotFound) => {
            let view = View {
                unknown: true,
                ..view(&operator).await?
            };
            Ok(operator.show(StatusCode::UNPROCESSABLE_ENTITY, page, &view))
        }
    }
}

async fn view(operator: &Operator) -> Result<View, PageError> {
    let listed = |locks: Vec<Lock>| {
        let locks = locks.into_iter().map(|lock| locks::Lock {
            email: lock.email,
            until: lock.until,
        });
        locks.collect()
    };
    let staff = operator
        .services()
        .sign_ins()
        .staff_locks(operator.by)
        .await?;
    let patients = operator
        .services()
        .sign_ins()
        .person_locks(operator.by)
        .await?;
    Ok(View {
        staff: listed(staff),
        patients: listed(patients),
        ..View::default()
    })
}

//! `/staff/installation/clinics/new`.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::Operator;
use crate::http::pages::typed::{clinic_problems, kept_clinic, new_clinic};
use app::pages::clinic_fields::Form as FormInput;
use app::pages::staff::installation::new_clinic::{Problem, View, page};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use service::NewClinicRejection;

pub async fn get(operator: Operator) -> Result<Response, PageError> {
    let time_zone = operator
        .services()
        .installation()
        .likely_time_zone(operator.by)
        .await?;
    let view = View {
        form: FormInput {
            time_zone: time_zone.name().to_owned(),
            ..FormInput::default()
        },
        ..View::default()
    };
    Ok(operator.show(StatusCode::OK, page, &view))
}

pub async fn post(operator: Operator, Form(typed): Form<FormInput>) -> Result<Response, PageError> {
    let added = operator
        .services()
        .installation()
        .add_clinic(operator.by, new_clinic(&typed));
    let problems = match added.await.or_internal()? {
        Ok(id) => {
            let path = format!("/staff/installation/clinics/{id}?done=mailed");
            return Ok(Redirect::to(&path).into_response());
        }
        Err(NewClinicRejection::Typed(problem)) => {
            clinic_problems(problem).map(Problem::Typed).collect()
        }
        Err(NewClinicRejection::EmailTaken) => vec![Problem::EmailTaken],
        Err(NewClinicRejection::NotProven) => return Err(PageError::NotProven),
    };
    let view = View {
        form: kept_clinic(&typed),
        problems,
    };
    Ok(operator.show(StatusCode::UNPROCESSABLE_ENTITY, page, &view))
}

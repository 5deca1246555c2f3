//! `/staff/installation/clinics/new`.

use super::super::prove;
use super::Present;
use crate::http::failed::Failed;
use crate::http::pages::typed::{clinic_problems, kept_clinic, new_clinic};
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::clinic_fields::Form as Typed;
use app::pages::staff::installation::new_clinic::{Problem, View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use service::{Failure, NewClinicRefusal};

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let time_zone = web.services.likely_time_zone(operator.by).await;
    let time_zone = time_zone.map_err(|fault| Failed::from(fault).into_response())?;
    let view = View {
        form: Typed {
            time_zone: time_zone.name().to_owned(),
            ..Typed::default()
        },
        ..View::default()
    };
    Ok(show(StatusCode::OK, page(&operator.frame(&web), &view)))
}

pub async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let added = web.services.add_clinic(operator.by, new_clinic(&typed));
    let problems = match added.await {
        Ok(id) => {
            let path = format!("/staff/installation/clinics/{id}?done=mailed");
            return Ok(Redirect::to(&path).into_response());
        }
        Err(Failure::Refused(NewClinicRefusal::Typed(problem))) => {
            clinic_problems(problem).map(Problem::Typed).collect()
        }
        Err(Failure::Refused(NewClinicRefusal::EmailTaken)) => vec![Problem::EmailTaken],
        Err(Failure::Refused(NewClinicRefusal::NotProven)) => return Err(prove::wanted()),
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    let view = View {
        form: kept_clinic(&typed),
        problems,
    };
    let page = page(&operator.frame(&web), &view);
    Ok(show(StatusCode::UNPROCESSABLE_ENTITY, page))
}

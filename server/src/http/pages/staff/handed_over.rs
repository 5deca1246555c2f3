//! The screen in a patient's hands: `/staff/handed-over` for the patient, `/staff/hand-back` for staff, and the wall that
//! keeps every other page of the desk behind the two.

use super::new_request::{error_of, status_of};
use super::{HOME, frame_of, lock};
use crate::http::failed::Failed;
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::session::{Desk, Handed, Visit, Visitor};
use crate::http::web::{Web, show};
use app::pages::account::sign_in::Problem;
use app::pages::staff::handed_over::{Stage, View, page};
use app::pages::staff::{hand_back, new_request};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::clinic::Clinic;
use domain::new_request::Draft;
use domain::staff::{Staff, StaffContext};
use serde::Deserialize;
use service::{Caller, Source};

const PATIENT: &str = "/staff/handed-over";
const STAFF: &str = "/staff/hand-back";

/// Around every page of the desk, its doors too: while a patient has the screen, there is no other, the desk's lock not
/// even. It falls when whoever handed it over is at the desk no more.
pub async fn wall(
    State(web): State<Web>,
    mut visitor: Visitor,
    request: Request,
    next: Next,
) -> Result<Response, Failed> {
    let walled = ![PATIENT, STAFF].contains(&request.uri().path());
    if walled && visitor.visit.handed.is_some() {
        if lock::seated(&web, &visitor).await?.is_some() {
            return Ok(Redirect::to(PATIENT).into_response());
        }
        visitor.visit.handed = None;
        visitor.keep().await?;
    }
    Ok(next.run(request).await)
}

/// Hands the screen over. Whoever used it for their own records is out, and so is the session's old id: pages that the
/// browser kept for its way back were those of another visitor.
pub async fn hand_over(mut visitor: Visitor, draft: Draft) -> Result<Response, Failed> {
    let draft = Draft {
        question: String::new(),
        answer: String::new(),
        reason: String::new(),
        ..draft
    };
    visitor.visit = with_desk_alone(&visitor.visit);
    visitor.visit.handed = Some(Handed { draft, made: None });
    visitor.renew().await?;
    Ok(Redirect::to(PATIENT).into_response())
}

fn with_desk_alone(visit: &Visit) -> Visit {
    Visit {
        desk: visit.desk.clone(),
        ..Visit::default()
    }
}

/// Who handed the screen over, and what; the way to the desk's pages where it has the screen itself.
async fn at_handed_desk(web: &Web, visitor: &Visitor) -> Result<(Staff, Handed), Response> {
    let seated = lock::seated(web, visitor).await;
    let Some(staff) = seated.map_err(Failed::into_response)? else {
        return Err(Redirect::to("/staff/sign-in").into_response());
    };
    match &visitor.visit.handed {
        Some(handed) => Ok((staff, handed.clone())),
        None => Err(Redirect::to(HOME).into_response()),
    }
}

/// The same, for what is done at the desk behind the screen.
async fn handed_desk(web: &Web, visitor: &Visitor) -> Result<(StaffContext, Handed), Response> {
    let (staff, handed) = at_handed_desk(web, visitor).await?;
    Ok((super::desk_of(web, &staff)?, handed))
}

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let (staff, handed) = handed_desk(&web, &visitor).await?;
    let stage = match handed.made {
        Some(_) => Stage::Done,
        None => Stage::Typing {
            question: String::new(),
            answer: String::new(),
            error: None,
        },
    };
    let friendly_name = handed.draft.friendly_name;
    shown(&web, &staff, friendly_name, StatusCode::OK, stage).await
}

async fn shown(
    web: &Web,
    staff: &StaffContext,
    friendly_name: String,
    status: StatusCode,
    stage: Stage,
) -> Result<Response, Response> {
    let clinic = web.services.clinic_of(staff).await;
    let clinic = clinic.map_err(|fault| Failed::from(fault).into_response())?;
    let view = View {
        clinic: Clinic::from(&clinic),
        friendly_name,
        stage,
    };
    Ok(show(status, page(&web.bare_frame(), &view)))
}

#[derive(Deserialize)]
pub struct Pair {
    #[serde(default)]
    question: String,
    #[serde(default)]
    answer: String,
}

pub async fn post(
    State(web): State<Web>,
    mut visitor: Visitor,
    Form(pair): Form<Pair>,
) -> Result<Response, Response> {
    let (staff, handed) = handed_desk(&web, &visitor).await?;
    if handed.made.is_some() {
        return Ok(Redirect::to(PATIENT).into_response());
    }
    let draft = Draft {
        question: pair.question,
        answer: pair.answer,
        ..handed.draft.clone()
    };
    let caller = Caller::patient_at_desk(&staff);
    let made = web.services.create_connect_request(caller, &draft, None);
    match made.await {
        Ok(made) => {
            let made = Some(made.request.id);
            visitor.visit.handed = Some(Handed { made, ..handed });
            visitor.keep().await.map_err(Failed::into_response)?;
            Ok(Redirect::to(PATIENT).into_response())
        }
        Err(failure) => {
            let error = error_of(failure);
            let status = status_of(&error);
            let stage = Stage::Typing {
                question: draft.question,
                answer: draft.answer,
                error: Some(error),
            };
            shown(&web, &staff, draft.friendly_name, status, stage).await
        }
    }
}

pub async fn get_back(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let (staff, _) = at_handed_desk(&web, &visitor).await?;
    let view = hand_back::View {
        name: staff.name,
        problem: None,
    };
    Ok(show(
        StatusCode::OK,
        hand_back::page(&web.bare_frame(), &view),
    ))
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
}

pub async fn post_back(
    State(web): State<Web>,
    source: Source,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let (staff, handed) = at_handed_desk(&web, &visitor).await?;
    let proven = if fields.password.is_empty() {
        Err(Refused::incomplete(vec![Problem::NoPassword]))
    } else {
        let by = super::signed_in(&visitor)?;
        let back = web.services.hand_back(by, &fields.password, &source);
        opened(&web, back.await)
    };
    if let Err(refused) = proven {
        let view = hand_back::View {
            name: staff.name,
            problem: refused.problems.first().copied(),
        };
        return Ok(refused.shown(&web, hand_back::page(&web.bare_frame(), &view)));
    }
    visitor.visit = with_desk_alone(&visitor.visit);
    let sign_in = visitor.visit.desk.as_ref().and_then(Desk::sign_in).cloned();
    visitor.visit.desk = sign_in.map(Desk::Open);
    visitor.renew().await.map_err(Failed::into_response)?;
    if let Some(id) = handed.made {
        return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response());
    }
    let view = new_request::View {
        draft: handed.draft,
        error: None,
    };
    let page = new_request::page(&frame_of(&web, &staff), &view);
    Ok(show(StatusCode::OK, page))
}

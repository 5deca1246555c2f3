//! The screen in a patient's hands: `/staff/handed-over` for the patient, `/staff/hand-back` for staff, and the wall that
//! keeps every other page of the desk behind the two.

use super::new_request::{error_of, status_of};
use crate::http::error::PageError;
use crate::http::extract::{Admitted, Guard, at_clinic, signed_in};
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::pages::staff::HOME;
use crate::http::pages::staff::account::lock;
use crate::http::session::{Handed, SessionData, SessionHandle, StaffSession};
use crate::http::web::{Web, show};
use app::components::Frame;
use app::pages::account::sign_in::Problem;
use app::pages::staff::requests::hand_back;
use app::pages::staff::requests::handed_over::{Stage, View, page};
use app::pages::staff::requests::new_request;
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
/// even. It falls when the one who handed it over is at the desk no more.
pub async fn wall(
    State(web): State<Web>,
    mut session: SessionHandle,
    request: Request,
    next: Next,
) -> Result<Response, PageError> {
    let walled = ![PATIENT, STAFF].contains(&request.uri().path());
    if walled && session.data.handed.is_some() {
        if lock::current_staff(&web, &session).await?.is_some() {
            return Ok(Redirect::to(PATIENT).into_response());
        }
        session.data.handed = None;
        session.keep().await?;
    }
    Ok(next.run(request).await)
}

/// Hands the screen over. Anyone who used it for their own records is out, and so is the session's old id: pages that the
/// browser kept for its way back were those of another session.
pub async fn hand_over(mut session: SessionHandle, draft: Draft) -> Result<Response, PageError> {
    let draft = Draft {
        question: String::new(),
        answer: String::new(),
        reason: String::new(),
        ..draft
    };
    session.data = with_desk_alone(&session.data);
    session.data.handed = Some(Handed { draft, made: None });
    session.renew().await?;
    Ok(Redirect::to(PATIENT).into_response())
}

fn with_desk_alone(visit: &SessionData) -> SessionData {
    SessionData {
        desk: visit.desk.clone(),
        ..SessionData::default()
    }
}

/// Staff who handed their screen over. Those who have it themselves are redirected.
pub struct HandedScreen {
    staff: Staff,
    handed: Handed,
}

impl Guard for HandedScreen {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let elsewhere = |path: &str| Err(Redirect::to(path).into_response().into());
        let Some(staff) = lock::current_staff(web, session).await? else {
            return elsewhere("/staff/sign-in");
        };
        match session.data.handed.clone() {
            Some(handed) => Ok(Self { staff, handed }),
            None => elsewhere(HOME),
        }
    }

    fn frame(&self, web: &Web, _: &SessionHandle) -> Frame {
        web.bare_frame()
    }
}

type HandBack = Admitted<HandedScreen>;

/// The same screen, with the clinic whose staff handed it over.
pub struct HandedByClinic {
    staff: StaffContext,
    handed: Handed,
}

impl Guard for HandedByClinic {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let HandedScreen { staff, handed } = HandedScreen::admit(web, session).await?;
        let staff = at_clinic(web, session, &staff)?;
        Ok(Self { staff, handed })
    }

    fn frame(&self, web: &Web, _: &SessionHandle) -> Frame {
        web.bare_frame()
    }
}

type InPatientsHands = Admitted<HandedByClinic>;

pub async fn get(screen: InPatientsHands) -> Result<Response, PageError> {
    let stage = match screen.handed.made {
        Some(_) => Stage::Done,
        None => Stage::Typing {
            question: String::new(),
            answer: String::new(),
            error: None,
        },
    };
    let friendly_name = screen.handed.draft.friendly_name.clone();
    shown(&screen, friendly_name, StatusCode::OK, stage).await
}

async fn shown(
    screen: &InPatientsHands,
    friendly_name: String,
    status: StatusCode,
    stage: Stage,
) -> Result<Response, PageError> {
    let clinic = screen
        .services()
        .connect_requests()
        .clinic_of(&screen.staff)
        .await?;
    let view = View {
        clinic: Clinic::from(&clinic),
        friendly_name,
        stage,
    };
    Ok(screen.show(status, page, &view))
}

#[derive(Deserialize)]
pub struct Pair {
    #[serde(default)]
    question: String,
    #[serde(default)]
    answer: String,
}

pub async fn post(
    mut screen: InPatientsHands,
    Form(pair): Form<Pair>,
) -> Result<Response, PageError> {
    let handed = screen.handed.clone();
    if handed.made.is_some() {
        return Ok(Redirect::to(PATIENT).into_response());
    }
    let draft = Draft {
        question: pair.question,
        answer: pair.answer,
        ..handed.draft.clone()
    };
    let caller = Caller::patient_at_desk(&screen.staff);
    let made = screen
        .services()
        .connect_requests()
        .create(caller, &draft, None);
    match made.await {
        Ok(made) => {
            let made = Some(made.request.id);
            screen.session.data.handed = Some(Handed { made, ..handed });
            screen.session.keep().await?;
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
            shown(&screen, draft.friendly_name, status, stage).await
        }
    }
}

pub async fn get_back(screen: HandBack) -> Response {
    let view = hand_back::View {
        name: screen.staff.name.clone(),
        problem: None,
    };
    screen.show(StatusCode::OK, hand_back::page, &view)
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
}

pub async fn post_back(
    screen: HandBack,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let proven = if fields.password.is_empty() {
        Err(Refused::incomplete(vec![Problem::NoPassword]))
    } else {
        let by = signed_in(&screen.session)?;
        let back = screen
            .services()
            .connect_requests()
            .hand_back(by, &fields.password, &source);
        opened(&screen.web, back.await)
    };
    if let Err(refused) = proven {
        let view = hand_back::View {
            name: screen.staff.name.clone(),
            problem: refused.problems.first().copied(),
        };
        return Ok(refused.shown(&screen.web, hand_back::page(&screen.frame(), &view)));
    }
    let Admitted {
        web,
        mut session,
        who: HandedScreen { staff, handed },
    } = screen;
    session.data = with_desk_alone(&session.data);
    let sign_in = session.staff_sign_in().cloned();
    session.data.desk = sign_in.map(StaffSession::Open);
    session.renew().await?;
    if let Some(id) = handed.made {
        return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response());
    }
    let view = new_request::View {
        draft: handed.draft,
        error: None,
    };
    let frame = staff.frame(&web, &session);
    Ok(show(StatusCode::OK, new_request::page(&frame, &view)))
}

//! The patient's way, and the guard that lets no one skip a step.

mod authorize;
mod cannot_remember;
mod code;
mod declined;
mod done;
mod home;
mod not_me;
mod not_sure;
mod question;
mod record;
pub(super) mod right_record;

use super::over;
use super::routes::{Route, anyone, routes};
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{Admitted, Guard};
use crate::http::session::SessionHandle;
use crate::http::web::{Web, show};
use app::components::Frame;
use app::pages::patient::ending;
use app::pages::patient::trouble::Begin;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::application::Application;
use domain::clinic::Clinic;
use domain::ids::PersonId;
use domain::timestamp::Timestamp;
use service::{Flow, FlowEnd, FlowView, RecordChoice, Stage};

pub fn routes() -> Vec<Route> {
    routes![
        anyone("/").get(home::get),
        anyone("/connect").get(code::get).post(code::post),
        anyone("/connect/question")
            .get(question::get)
            .post(question::post),
        anyone("/connect/cannot-remember").get(cannot_remember::get),
        anyone("/connect/not-me")
            .get(not_me::get)
            .post(not_me::post),
        anyone("/connect/record")
            .get(record::get)
            .post(record::post),
        anyone("/connect/authorize")
            .get(authorize::get)
            .post(authorize::post),
        anyone("/connect/not-sure").get(not_sure::get),
        anyone("/connect/declined").get(declined::get),
        anyone("/connect/done").get(done::get),
    ]
}

/// How far a patient has come, with what every step shows.
struct Step {
    flow: Flow,
    view: FlowView,
}

/// A session whose code may still be used.
type AtStep = Admitted<Step>;

/// How far a patient has come who answered.
struct Answered {
    step: Step,
    person: PersonId,
    at: Timestamp,
    choice: Option<RecordChoice>,
    /// The patient means this record although the letter names another one.
    all_the_same: bool,
}

/// A patient who answered and signed in.
type AfterAnswer = Admitted<Answered>;

impl Guard for Step {
    /// The page that says why the code may not be used.
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let Some(flow) = session.data.flow.clone() else {
            let (status, view) = if session.came_too_late {
                (StatusCode::GONE, ending::View::TimedOut)
            } else {
                (StatusCode::CONFLICT, ending::View::NotStarted)
            };
            return Err(stopped(web, session, status, &view).into());
        };
        if flow.is_over(web.services.ports().now()) {
            if flow.stage != Stage::TimedOut {
                let flow = Flow {
                    stage: Stage::TimedOut,
                    ..flow
                };
                session.keep_flow(flow).await?;
            }
            return Err(timed_out(web, session));
        }
        let view = web
            .services
            .journey()
            .flow_view(flow.request, session.person())
            .await;
        match view.or_internal()? {
            Ok(view) => Ok(Self { flow, view }),
            Err(end) => Err(ended(web, session, end)),
        }
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        web.frame(session)
    }
}

impl Guard for Answered {
    /// The step that is missing.
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let step = Step::admit(web, session).await?;
        match (&step.flow.stage, session.person()) {
            (Stage::Question { .. }, _) => Err(see("/connect/question").into()),
            (Stage::Done { .. }, _) => Err(see("/connect/done").into()),
            (Stage::Answered { .. }, None) => Err(over::redirect(Begin::SignIn)),
            (Stage::TimedOut, _) => Err(timed_out(web, session)),
            (
                Stage::Answered {
                    at,
                    choice,
                    all_the_same,
                },
                Some(person),
            ) => Ok(Self {
                all_the_same: *all_the_same,
                person,
                at: *at,
                choice: choice.clone(),
                step,
            }),
        }
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        web.frame(session)
    }
}

impl Answered {
    /// The record that was chosen, else the step that is missing.
    fn chosen(&self) -> Result<RecordChoice, PageError> {
        self.choice
            .clone()
            .ok_or_else(|| see("/connect/record").into())
    }
}

fn timed_out(web: &Web, session: &SessionHandle) -> PageError {
    stopped(web, session, StatusCode::GONE, &ending::View::TimedOut).into()
}

/// The page of a way that ended.
fn ended(web: &Web, session: &SessionHandle, end: FlowEnd) -> PageError {
    let view = match end {
        FlowEnd::Gone => ending::View::NotStarted,
        FlowEnd::Ending {
            ending,
            application,
        } => ending::View::Code {
            ending,
            clinic: clinic(&application),
        },
    };
    stopped(web, session, StatusCode::GONE, &view).into()
}

fn stopped(
    web: &Web,
    session: &SessionHandle,
    status: StatusCode,
    view: &ending::View,
) -> Response {
    let page = show(status, ending::page(&web.frame(session), view));
    match view {
        ending::View::NotStarted | ending::View::TimedOut => over::mark(Begin::Code, page),
        ending::View::Code { .. } | ending::View::Thanks { .. } => page,
    }
}

fn clinic(application: &Application) -> Clinic {
    application.into()
}

fn see(path: &str) -> Response {
    Redirect::to(path).into_response()
}

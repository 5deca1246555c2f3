//! The patient's way, and the guard that lets nobody skip a step.

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

use super::super::failed::Failed;
use super::super::session::Visitor;
use super::super::web::{Web, show};
use super::over;
use app::pages::patient::ending;
use app::pages::patient::trouble::Begin;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::application::Application;
use domain::clinic::Clinic;
use domain::timestamp::Timestamp;
use service::{Failure, Flow, FlowEnd, FlowView, RecordChoice, Stage};

pub fn router() -> Router<Web> {
    Router::new()
        .route("/", get(home::get))
        .route("/connect", get(code::get).post(code::post))
        .route("/connect/question", get(question::get).post(question::post))
        .route("/connect/cannot-remember", get(cannot_remember::get))
        .route("/connect/not-me", get(not_me::get).post(not_me::post))
        .route("/connect/record", get(record::get).post(record::post))
        .route(
            "/connect/authorize",
            get(authorize::get).post(authorize::post),
        )
        .route("/connect/not-sure", get(not_sure::get))
        .route("/connect/declined", get(declined::get))
        .route("/connect/done", get(done::get))
}

/// A page's answer, or the response that takes its place.
type Guarded<T> = Result<T, Response>;

/// Where a patient stands on the way, with what every step shows.
struct Step {
    flow: Flow,
    view: FlowView,
}

/// Where a patient who answered stands.
struct Answered {
    step: Step,
    person: domain::ids::PersonId,
    at: Timestamp,
    choice: Option<RecordChoice>,
    /// The patient means this record although the letter names another one.
    all_the_same: bool,
}

/// The flow of a visitor whose code may still be used; else the page that says why not.
async fn started(web: &Web, visitor: &Visitor) -> Guarded<Step> {
    let Some(flow) = visitor.visit.flow.clone() else {
        let (status, view) = if visitor.came_too_late {
            (StatusCode::GONE, ending::View::TimedOut)
        } else {
            (StatusCode::CONFLICT, ending::View::NotStarted)
        };
        return Err(stopped(web, visitor, status, &view));
    };
    if flow.is_over(web.services.ports().now()) {
        if flow.stage != Stage::TimedOut {
            let flow = Flow {
                stage: Stage::TimedOut,
                ..flow
            };
            visitor
                .keep_flow(flow)
                .await
                .map_err(IntoResponse::into_response)?;
        }
        return Err(stopped(
            web,
            visitor,
            StatusCode::GONE,
            &ending::View::TimedOut,
        ));
    }
    match web.services.flow_view(flow.request, visitor.person()).await {
        Ok(view) => Ok(Step { flow, view }),
        Err(Failure::Refused(end)) => Err(ended(web, visitor, end)),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
    }
}

/// The flow of somebody who answered and signed in; else the step that is missing.
async fn answered(web: &Web, visitor: &Visitor) -> Guarded<Answered> {
    let step = started(web, visitor).await?;
    match (&step.flow.stage, visitor.person()) {
        (Stage::Question { .. }, _) => Err(see("/connect/question")),
        (Stage::Done { .. }, _) => Err(see("/connect/done")),
        (Stage::Answered { .. }, None) => Err(over::redirect(Begin::SignIn)),
        (Stage::TimedOut, _) => Err(stopped(
            web,
            visitor,
            StatusCode::GONE,
            &ending::View::TimedOut,
        )),
        (
            Stage::Answered {
                at,
                choice,
                all_the_same,
            },
            Some(person),
        ) => Ok(Answered {
            all_the_same: *all_the_same,
            person,
            at: *at,
            choice: choice.clone(),
            step,
        }),
    }
}

/// The page of a way that ended.
fn ended(web: &Web, visitor: &Visitor, end: FlowEnd) -> Response {
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
    stopped(web, visitor, StatusCode::GONE, &view)
}

fn stopped(web: &Web, visitor: &Visitor, status: StatusCode, view: &ending::View) -> Response {
    let page = show(status, ending::page(&web.frame(visitor), view));
    match view {
        ending::View::NotStarted | ending::View::TimedOut => over::mark(Begin::Code, page),
        ending::View::Code { .. } | ending::View::Thanks { .. } => page,
    }
}

/// The record that was chosen, else the step that is missing.
fn chosen(way: &Answered) -> Guarded<RecordChoice> {
    way.choice.clone().ok_or_else(|| see("/connect/record"))
}

fn clinic(application: &Application) -> Clinic {
    application.into()
}

fn see(path: &str) -> Response {
    Redirect::to(path).into_response()
}

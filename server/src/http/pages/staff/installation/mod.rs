//! `/staff/installation` and all below it: for operators alone. No page here asks a service for patients.

mod clinic;
mod mail;
mod new_clinic;

use super::{at_work, frame_of, not_yours};
use crate::doctor;
use crate::http::failed::Failed;
use crate::http::session::{Desk, Visitor};
use crate::http::web::{Web, show};
use app::components::Frame;
use app::pages::staff::installation::{Clinic, Sending, View, checks, page};
use app::pages::staff::not_yours::Whose;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::staff::Staff;
use service::mail::Transport;
use service::{ClinicLine, Operator};

pub fn router() -> Router<Web> {
    Router::new()
        .route("/staff/installation", get(get_overview))
        .route("/staff/installation/checks", get(get_checks))
        .route("/staff/installation/mail", get(mail::get).post(mail::post))
        .route(
            "/staff/installation/clinics/new",
            get(new_clinic::get).post(new_clinic::post),
        )
        .route("/staff/installation/clinics/{id}", get(clinic::get))
        .route(
            "/staff/installation/clinics/{id}/invite",
            post(clinic::post_invite),
        )
        .route(
            "/staff/installation/clinics/{id}/invitations",
            post(clinic::post_invitation),
        )
        .route(
            "/staff/installation/clinics/{id}/managers",
            post(clinic::post_manager),
        )
}

/// An operator who is signed in.
struct Present {
    staff: Staff,
    by: Operator,
}

impl Present {
    /// The way to the sign-in page for strangers, 403 for the staff of clinics.
    async fn at(web: &Web, visitor: &Visitor) -> Result<Self, Response> {
        let staff = at_work(web, visitor).await?;
        match Operator::among_staff(&staff) {
            Some(by) => {
                let sign_in = visitor.visit.desk.as_ref().and_then(Desk::sign_in);
                let by = by.with_proof(sign_in);
                Ok(Self { staff, by })
            }
            None => Err(not_yours(&frame_of(web, &staff), Whose::Operators)),
        }
    }

    fn frame(&self, web: &Web) -> Frame {
        frame_of(web, &self.staff)
    }
}

async fn get_overview(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let clinics = web.services.clinics(operator.by).await;
    let clinics = clinics.map_err(|fault| Failed::from(fault).into_response())?;
    let clinic = |line: ClinicLine| Clinic {
        id: line.id,
        name: line.name,
        managers: line.managers,
        invited: line.invited,
    };
    let view = View {
        mail: sending(&web).await.map_err(IntoResponse::into_response)?,
        clinics: clinics.into_iter().map(clinic).collect(),
    };
    let page = page(&operator.frame(&web), &view);
    Ok(show(StatusCode::OK, page))
}

async fn sending(web: &Web) -> Result<Sending, Failed> {
    let mailer = web.services.current_mailer(&web.config.mail).await?;
    Ok(match mailer.transport() {
        Transport::Smtp(smtp) => Sending::Server(smtp.server()),
        Transport::File(_) => Sending::Files,
        Transport::Memory(_) | Transport::None => Sending::None,
        Transport::Unset => Sending::Unset,
    })
}

async fn get_checks(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let services = &web.services;
    let findings = doctor::examine_running(&web.config, services.ports(), &services.look()).await;
    let page = checks::page(&operator.frame(&web), &findings);
    Ok(show(StatusCode::OK, page))
}

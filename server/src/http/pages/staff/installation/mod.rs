//! `/staff/installation` and all below it: for operators alone. No page here asks a service for patients.

mod clinic;
mod locks;
mod mail;
mod new_clinic;
mod texts;

use crate::doctor;
use crate::http::error::PageError;
use crate::http::extract::Operator;
use crate::http::pages::routes::{Route, operators, routes};
use crate::http::web::Web;
use app::pages::staff::installation::{Clinic, Sending, View, checks, page};
use axum::http::StatusCode;
use axum::response::Response;
use service::ClinicLine;
use service::mail::Transport;

pub fn routes() -> Vec<Route> {
    routes![
        operators("/staff/installation")
            .get(get_overview)
            .with_fresh_proof(),
        operators("/staff/installation/checks")
            .get(get_checks)
            .with_fresh_proof(),
        operators("/staff/installation/mail")
            .get(mail::get)
            .post(mail::post)
            .with_fresh_proof(),
        operators("/staff/installation/locks")
            .get(locks::get)
            .post(locks::post)
            .with_fresh_proof(),
        operators("/staff/installation/texts")
            .get(texts::get_list)
            .with_fresh_proof(),
        operators("/staff/installation/texts/{page}")
            .get(texts::get)
            .post(texts::post)
            .with_fresh_proof(),
        operators("/staff/installation/clinics/new")
            .get(new_clinic::get)
            .post(new_clinic::post)
            .with_fresh_proof(),
        operators("/staff/installation/clinics/{id}")
            .get(clinic::get)
            .with_fresh_proof(),
        operators("/staff/installation/clinics/{id}/invite")
            .post(clinic::post_invite)
            .with_fresh_proof(),
        operators("/staff/installation/clinics/{id}/invitations")
            .post(clinic::post_invitation)
            .with_fresh_proof(),
        operators("/staff/installation/clinics/{id}/managers")
            .post(clinic::post_manager)
            .with_fresh_proof(),
    ]
}

async fn get_overview(operator: Operator) -> Result<Response, PageError> {
    let clinics = operator
        .services()
        .installation()
        .clinics(operator.by)
        .await?;
    let clinic = |line: ClinicLine| Clinic {
        id: line.id,
        name: line.name,
        managers: line.managers,
        invited: line.invited,
    };
    let view = View {
        mail: sending(&operator.web).await?,
        clinics: clinics.into_iter().map(clinic).collect(),
    };
    Ok(operator.show(StatusCode::OK, page, &view))
}

/// Where mail leaves by.
async fn sending(web: &Web) -> Result<Sending, PageError> {
    let mailer = web
        .services
        .installation()
        .current_mailer(&web.config.mail)
        .await?;
    Ok(match mailer.transport() {
        Transport::Smtp(smtp) => Sending::Server(smtp.server()),
        Transport::File(_) => Sending::Files,
        Transport::Memory(_) | Transport::None => Sending::None,
        Transport::Unset => Sending::Unset,
    })
}

async fn get_checks(operator: Operator) -> Result<Response, PageError> {
    let services = operator.services();
    let findings = doctor::examine_running(
        &operator.web.config,
        services.ports(),
        &services.installation().health_snapshot(),
    )
    .await;
    Ok(operator.show(StatusCode::OK, checks::page, &findings))
}

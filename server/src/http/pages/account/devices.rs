//! `/account/devices`: where the person is signed in.

use crate::http::error::PageError;
use crate::http::extract::Patient;
use crate::http::session::device_of;
use app::pages::account::devices::{Device, View, page};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::PersonSession;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    device: String,
}

pub async fn get(patient: Patient) -> Result<Response, PageError> {
    let current = patient.session.session_id().unwrap_or_default();
    let sessions = patient
        .services()
        .people()
        .sessions_of(patient.person, current);
    let device = |session: PersonSession| Device {
        name: device_of(&session.data),
        key: session.key,
        since: session.made_at,
        seen: session.seen_at,
        current: session.current,
    };
    let view = View {
        devices: sessions.await?.into_iter().map(device).collect(),
    };
    Ok(patient.show(StatusCode::OK, page, &view))
}

/// A key that names no session of the person, or one that ended meanwhile: the list shows the current state.
pub async fn post(patient: Patient, Form(fields): Form<Fields>) -> Result<Redirect, PageError> {
    patient
        .services()
        .people()
        .end_session_of(patient.who, &fields.device)
        .await?;
    Ok(Redirect::to("/account/devices"))
}

pub async fn post_everywhere(patient: Patient) -> Result<Response, PageError> {
    patient
        .services()
        .people()
        .sign_out_person_everywhere(patient.who)
        .await?;
    patient.session.end().await?;
    Ok(Redirect::to("/sign-in").into_response())
}

//! `/staff/authenticator`: setting one up, on the way in or at the desk.

use super::sign_in_code::{problem, status};
use super::{frame_of, signed_in, working};
use crate::http::device;
use crate::http::failed::Failed;
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::session::{Desk, Enrolment, Visitor};
use crate::http::web::{Web, show};
use app::components::Frame;
use app::pages::account::sign_in;
use app::pages::staff::authenticator::{Problem, View, Who, page, recovery_codes};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{Enroller, NewSecret, SignIn, Source};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: String,
}

pub async fn get(State(web): State<Web>, mut visitor: Visitor) -> Result<Response, Response> {
    let by = enroller(&web, &visitor).await?;
    let secret = secret(&web, &mut visitor, &by)
        .await
        .map_err(IntoResponse::into_response)?;
    let view = view(&web, &by, &secret, None)
        .await
        .map_err(IntoResponse::into_response)?;
    Ok(show(StatusCode::OK, page(&frame(&web, &by), &view)))
}

/// Somebody at the desk, or on the way in with an authenticator still to set up.
async fn enroller(web: &Web, visitor: &Visitor) -> Result<Enroller, Response> {
    let elsewhere = |path: &str| Err(Redirect::to(path).into_response());
    let failed = |failed: Failed| failed.into_response();
    if let Some(staff) = working(web, visitor).await.map_err(failed)? {
        let sign_in = signed_in(visitor)?.clone();
        return Ok(Enroller::AtWork { staff, sign_in });
    }
    let Some(Desk::PasswordRight(half)) = &visitor.visit.desk else {
        return elsewhere("/staff/sign-in");
    };
    if web.services.ports().now().since(half.at) >= policy::ENROLMENT {
        return elsewhere("/staff/sign-in");
    }
    let step = web.services.second_step(half).await;
    match step.map_err(|fault| failed(fault.into()))? {
        Some(SignIn::Enrol(_)) => Ok(Enroller::AtTheDoor(half.clone())),
        _ => elsewhere("/staff/sign-in"),
    }
}

/// The secret that this session is setting up: the same until it is confirmed, or all sessions are ended.
async fn secret(web: &Web, visitor: &mut Visitor, by: &Enroller) -> Result<NewSecret, Failed> {
    let round = by.round();
    match &visitor.visit.enrolment {
        Some(enrolment) if enrolment.round == round => return Ok(enrolment.secret.clone()),
        _ => {}
    }
    let secret = web.services.new_authenticator();
    visitor.visit.enrolment = Some(Enrolment {
        secret: secret.clone(),
        round,
    });
    visitor.keep().await?;
    Ok(secret)
}

async fn view(
    web: &Web,
    by: &Enroller,
    secret: &NewSecret,
    problem: Option<Problem>,
) -> Result<View, Failed> {
    let who = match by {
        Enroller::AtTheDoor(_) => Who::AtTheDoor,
        Enroller::AtWork { staff, .. } => {
            let authenticator = web.services.own_authenticator(staff).await?;
            Who::AtTheDesk {
                replaces: authenticator.is_some(),
            }
        }
    };
    let address = web.services.authenticator_address(by.staff(), secret);
    Ok(View {
        who,
        secret: secret.text(),
        address: address.await?,
        problem,
    })
}

fn frame(web: &Web, by: &Enroller) -> Frame {
    match by {
        Enroller::AtTheDoor(_) => web.bare_frame(),
        Enroller::AtWork { staff, .. } => frame_of(web, staff),
    }
}

pub async fn post(
    State(web): State<Web>,
    source: Source,
    mut visitor: Visitor,
    Form(fields): Form<Fields>,
) -> Result<Response, Response> {
    let by = enroller(&web, &visitor).await?;
    let failed = |failed: Failed| failed.into_response();
    let secret = secret(&web, &mut visitor, &by).await.map_err(failed)?;
    if let Enroller::AtWork { sign_in, .. } = &by {
        let refused = if fields.password.is_empty() {
            Err(Refused::incomplete(vec![sign_in::Problem::NoPassword]))
        } else {
            let proven = web
                .services
                .prove_password(sign_in, &fields.password, &source);
            opened(&web, proven.await)
        };
        if let Err(refused) = refused {
            let problem = refused.problems.first().copied().map(Problem::Password);
            let view = view(&web, &by, &secret, problem).await.map_err(failed)?;
            return Ok(refused.shown(&web, page(&frame(&web, &by), &view)));
        }
    }
    match web.services.enrol(&by, &secret, &fields.code).await {
        Ok(enrolled) => {
            // Whoever was signed in goes on until the same end.
            let since = visitor.visit.desk.as_ref().and_then(Desk::sign_in);
            let at = since.map_or(enrolled.sign_in.at, |sign_in| sign_in.at);
            let sign_in = service::SignedInStaff {
                at,
                ..enrolled.sign_in
            };
            let device = web.services.remember_staff(&source, &sign_in).await;
            let device = device.map_err(|fault| failed(fault.into()))?;
            visitor.visit.desk = Some(Desk::Open(sign_in));
            visitor.visit.enrolment = None;
            visitor.renew().await.map_err(failed)?;
            let staff = working(&web, &visitor).await.map_err(failed)?;
            let frame = staff.map_or_else(|| web.bare_frame(), |staff| frame_of(&web, &staff));
            let page = recovery_codes(&frame, &enrolled.recovery_codes);
            let page = show(StatusCode::OK, page);
            Ok((device::remembered(&web, device), page).into_response())
        }
        Err(refused) => {
            let Some(problem) = problem(&web, &refused, &fields.code) else {
                return Ok(Redirect::to("/staff/sign-in").into_response());
            };
            let view = view(&web, &by, &secret, Some(Problem::Code(problem)))
                .await
                .map_err(failed)?;
            Ok(show(status(problem), page(&frame(&web, &by), &view)))
        }
    }
}

//! `/staff/account`: one's own password, recovery codes and sessions.

use super::{at_work, frame_of, signed_in};
use crate::http::failed::Failed;
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::session::{Desk, Visitor};
use crate::http::web::{Web, show};
use app::pages::account::sign_in;
use app::pages::staff::account::{Problem, View, page};
use app::pages::staff::authenticator::recovery_codes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::staff::Staff;
use serde::Deserialize;
use service::{ChangePasswordRefusal, Failure, SignedInStaff, Source};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    changed: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let staff = at_work(&web, &visitor).await?;
    let changed = !flags.changed.is_empty();
    let view = View {
        changed,
        ..view(&web, &staff).await?
    };
    Ok(show(StatusCode::OK, page(&frame_of(&web, &staff), &view)))
}

async fn view(web: &Web, staff: &Staff) -> Result<View, Response> {
    let authenticator = web.services.own_authenticator(staff).await;
    Ok(View {
        name: staff.name.clone(),
        email: staff.email.clone(),
        authenticator: authenticator.map_err(|fault| Failed::from(fault).into_response())?,
        ..View::default()
    })
}

#[derive(Deserialize)]
pub struct Passwords {
    #[serde(default)]
    old_password: String,
    #[serde(default)]
    new_password: String,
}

pub async fn post_password(
    State(web): State<Web>,
    source: Source,
    mut visitor: Visitor,
    Form(fields): Form<Passwords>,
) -> Result<Response, Response> {
    let staff = at_work(&web, &visitor).await?;
    let old = |refused: Refused| {
        let problems = refused.problems.iter().copied().map(Problem::OldPassword);
        let problems: Vec<Problem> = problems.collect();
        (refused, problems)
    };
    let (refused, problems) = if fields.old_password.is_empty() {
        old(Refused::incomplete(vec![sign_in::Problem::NoPassword]))
    } else {
        let (by, new) = (signed_in(&visitor)?, &fields.new_password);
        let change = web
            .services
            .change_staff_password(by, &fields.old_password, new, &source)
            .await;
        match change {
            Ok(sign_in) => {
                go_on(&mut visitor, sign_in)
                    .await
                    .map_err(IntoResponse::into_response)?;
                return Ok(Redirect::to("/staff/account?changed=yes").into_response());
            }
            Err(Failure::Refused(ChangePasswordRefusal::New(error))) => {
                let problems = vec![Problem::NewPassword(error)];
                (Refused::incomplete(Vec::new()), problems)
            }
            Err(Failure::Refused(ChangePasswordRefusal::Old(refusal))) => {
                match opened::<()>(&web, Err(Failure::Refused(refusal))) {
                    Err(refused) => old(refused),
                    Ok(()) => return Err(StatusCode::UNPROCESSABLE_ENTITY.into_response()),
                }
            }
            Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
        }
    };
    let view = View {
        problems,
        ..view(&web, &staff).await?
    };
    Ok(refused.shown(&web, page(&frame_of(&web, &staff), &view)))
}

/// This session outlives the others, until the same end as before, under a new id.
async fn go_on(visitor: &mut Visitor, sign_in: SignedInStaff) -> Result<(), Failed> {
    let since = visitor.visit.desk.as_ref().and_then(Desk::sign_in);
    let at = since.map_or(sign_in.at, |before| before.at);
    visitor.visit.desk = Some(Desk::Open(SignedInStaff { at, ..sign_in }));
    visitor.renew().await
}

#[derive(Deserialize)]
pub struct Recovery {
    #[serde(default)]
    recovery_password: String,
}

pub async fn post_recovery_codes(
    State(web): State<Web>,
    source: Source,
    visitor: Visitor,
    Form(fields): Form<Recovery>,
) -> Result<Response, Response> {
    let staff = at_work(&web, &visitor).await?;
    let password = &fields.recovery_password;
    let proven = if password.is_empty() {
        Err(Refused::incomplete(vec![sign_in::Problem::NoPassword]))
    } else {
        let proven = web
            .services
            .prove_password(signed_in(&visitor)?, password, &source);
        opened(&web, proven.await)
    };
    if let Err(refused) = proven {
        let problems = refused.problems.iter().copied().map(Problem::Recovery);
        let view = View {
            problems: problems.collect(),
            ..view(&web, &staff).await?
        };
        return Ok(refused.shown(&web, page(&frame_of(&web, &staff), &view)));
    }
    let codes = web
        .services
        .renew_recovery_codes(signed_in(&visitor)?)
        .await;
    match codes.map_err(|fault| Failed::from(fault).into_response())? {
        Some(codes) => {
            let page = recovery_codes(&frame_of(&web, &staff), &codes);
            Ok(show(StatusCode::OK, page))
        }
        None => Ok(Redirect::to("/staff/account").into_response()),
    }
}

pub async fn post_sign_out_everywhere(
    State(web): State<Web>,
    visitor: Visitor,
) -> Result<Response, Response> {
    let staff = at_work(&web, &visitor).await?;
    let failed = |failed: Failed| failed.into_response();
    let ended = web.services.sign_out_everywhere(&staff).await;
    ended.map_err(|fault| failed(fault.into()))?;
    visitor.end().await.map_err(failed)?;
    Ok(Redirect::to("/staff/sign-in").into_response())
}

//! `/staff/account`: one's own password, recovery codes and sessions.

use super::prove::for_authenticator;
use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{AnyStaff, signed_in};
use crate::http::pages::sign_in::Refused;
use crate::http::session::{SessionHandle, StaffSession};
use app::pages::account::sign_in;
use app::pages::staff::account::authenticator::recovery_codes;
use app::pages::staff::account::own::{Problem, View, page};
use app::pages::staff::account::prove;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{ChangePasswordRejection, SignedInStaff, Source};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    changed: String,
}

pub async fn get(staff: AnyStaff, Query(flags): Query<Flags>) -> Result<Response, PageError> {
    let changed = !flags.changed.is_empty();
    let view = View {
        changed,
        ..view(&staff).await?
    };
    Ok(staff.show(StatusCode::OK, page, &view))
}

async fn view(staff: &AnyStaff) -> Result<View, PageError> {
    let authenticator = staff.services().staff().own_authenticator(staff).await;
    Ok(View {
        name: staff.name.clone(),
        email: staff.email.clone(),
        authenticator: authenticator?,
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
    mut staff: AnyStaff,
    source: Source,
    Form(fields): Form<Passwords>,
) -> Result<Response, PageError> {
    let old = |refused: Refused| {
        let problems = refused.problems.iter().copied().map(Problem::OldPassword);
        let problems: Vec<Problem> = problems.collect();
        (refused, problems)
    };
    let (refused, problems) = if fields.old_password.is_empty() {
        old(Refused::incomplete(vec![sign_in::Problem::NoPassword]))
    } else {
        let (by, new) = (signed_in(&staff.session)?, &fields.new_password);
        let change = staff
            .services()
            .staff()
            .change_password(by, &fields.old_password, new, &source)
            .await;
        match change.or_internal()? {
            Ok(sign_in) => {
                go_on(&mut staff.session, sign_in).await?;
                return Ok(Redirect::to("/staff/account?changed=yes").into_response());
            }
            Err(ChangePasswordRejection::New(error)) => {
                let problems = vec![Problem::NewPassword(error)];
                (Refused::incomplete(Vec::new()), problems)
            }
            Err(ChangePasswordRejection::Old(refusal)) => old(Refused::of(&staff.web, refusal)),
        }
    };
    let view = View {
        problems,
        ..view(&staff).await?
    };
    Ok(refused.shown(&staff.web, page(&staff.frame(), &view)))
}

/// This session outlives the others, until the same end as before, under a new id.
async fn go_on(session: &mut SessionHandle, sign_in: SignedInStaff) -> Result<(), PageError> {
    let since = session.data.desk.as_ref().and_then(StaffSession::sign_in);
    let at = since.map_or(sign_in.at, |before| before.at);
    session.data.desk = Some(StaffSession::Open(SignedInStaff { at, ..sign_in }));
    session.renew().await
}

#[derive(Deserialize)]
pub struct Recovery {
    #[serde(default)]
    recovery_password: String,
    #[serde(default)]
    recovery_code: String,
}

pub async fn post_recovery_codes(
    staff: AnyStaff,
    source: Source,
    Form(fields): Form<Recovery>,
) -> Result<Response, PageError> {
    let (password, code) = (&fields.recovery_password, &fields.recovery_code);
    if view(&staff).await?.authenticator.is_none() {
        return Ok(Redirect::to("/staff/account").into_response());
    }
    let by = signed_in(&staff.session)?;
    let by = match for_authenticator(&staff.web, by, password, Some(code), &source).await {
        Ok(proven) => proven,
        Err(unproven) => {
            let problem = unproven.problem.map(|problem| match problem {
                prove::Problem::Password(problem) => Problem::Recovery(problem),
                prove::Problem::Code(problem) => Problem::RecoveryCode(problem),
            });
            let view = View {
                problems: problem.into_iter().collect(),
                ..view(&staff).await?
            };
            return Ok(unproven.shown(&staff.web, page(&staff.frame(), &view)));
        }
    };
    match staff.services().staff().renew_recovery_codes(&by).await? {
        Some(codes) => Ok(staff.show(StatusCode::OK, recovery_codes, &codes)),
        None => Ok(Redirect::to("/staff/account").into_response()),
    }
}

pub async fn post_sign_out_everywhere(staff: AnyStaff) -> Result<Response, PageError> {
    staff.services().staff().sign_out_everywhere(&staff).await?;
    staff.session.end().await?;
    Ok(Redirect::to("/staff/sign-in").into_response())
}

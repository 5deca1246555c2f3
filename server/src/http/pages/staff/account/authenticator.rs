//! `/staff/authenticator`: setting one up, on the way in or at the desk.

use super::prove::{Unproven, for_authenticator};
use super::sign_in_code::{problem, status};
use crate::http::device;
use crate::http::error::PageError;
use crate::http::extract::{Admitted, Guard, current_staff, signed_in};
use crate::http::session::{Enrolment, SessionHandle, StaffSession};
use crate::http::web::{Web, show};
use app::components::Frame;
use app::pages::staff::account::authenticator::{Problem, View, Who, page, recovery_codes};
use app::pages::staff::account::prove;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{CodeRejection, Enroller, Failure, NewSecret, SignIn, SignedInStaff, Source};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: String,
    /// Of the authenticator that is replaced, or a recovery code.
    #[serde(default)]
    current_code: String,
}

/// Staff at work, or on the way in with an authenticator still to set up.
impl Guard for Enroller {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let sign_in = || Err(Redirect::to("/staff/sign-in").into_response().into());
        if let Some(staff) = current_staff(web, session).await? {
            let sign_in = signed_in(session)?.clone();
            return Ok(Self::AtWork { staff, sign_in });
        }
        let Some(StaffSession::PasswordRight(half)) = &session.data.desk else {
            return sign_in();
        };
        if web.services.ports().now().since(half.at) >= policy::ENROLMENT {
            return sign_in();
        }
        match web.services.staff().second_step(half).await? {
            Some(SignIn::Enrol(_)) => Ok(Self::SigningIn(half.clone())),
            _ => sign_in(),
        }
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        match self {
            Self::SigningIn(_) => web.bare_frame(),
            Self::AtWork { staff, .. } => staff.frame(web, session),
        }
    }
}

type Enrolling = Admitted<Enroller>;

pub async fn get(mut by: Enrolling) -> Result<Response, PageError> {
    let secret = secret(&mut by).await?;
    let view = view(&by, &secret, None).await?;
    Ok(by.show(StatusCode::OK, page, &view))
}

/// The secret that this session is setting up: the same until it is confirmed, or all sessions are ended.
async fn secret(by: &mut Enrolling) -> Result<NewSecret, PageError> {
    let round = by.round();
    match &by.session.data.enrolment {
        Some(enrolment) if enrolment.round == round => return Ok(enrolment.secret.clone()),
        _ => {}
    }
    let secret = by.services().staff().new_authenticator();
    by.session.data.enrolment = Some(Enrolment {
        secret: secret.clone(),
        round,
    });
    by.session.keep().await?;
    Ok(secret)
}

async fn view(
    by: &Enrolling,
    secret: &NewSecret,
    problem: Option<Problem>,
) -> Result<View, PageError> {
    let who = match &by.who {
        Enroller::SigningIn(_) => Who::SigningIn,
        Enroller::AtWork { staff, .. } => {
            let authenticator = by.services().staff().own_authenticator(staff).await?;
            Who::AtTheDesk {
                replaces: authenticator.is_some(),
            }
        }
    };
    let address = by
        .services()
        .staff()
        .authenticator_address(by.staff(), secret);
    Ok(View {
        who,
        secret: secret.text(),
        address: address.await?,
        problem,
    })
}

pub async fn post(
    mut by: Enrolling,
    source: Source,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let secret = secret(&mut by).await?;
    let tried = by
        .services()
        .staff()
        .try_new_authenticator(&secret, &fields.code);
    if let Err(refusal) = tried {
        return not_taken(&by, &secret, &Failure::Rejected(refusal), &fields.code).await;
    }
    let proven = match proven(&by, &fields, &source).await? {
        Ok(proven) => proven,
        Err(unproven) => {
            let problem = unproven.problem.map(|problem| match problem {
                prove::Problem::Password(problem) => Problem::Password(problem),
                prove::Problem::Code(problem) => Problem::CurrentCode(problem),
            });
            let view = view(&by, &secret, problem).await?;
            return Ok(unproven.shown(&by.web, page(&by.frame(), &view)));
        }
    };
    match by
        .services()
        .staff()
        .enrol(&proven, &secret, &fields.code)
        .await
    {
        Ok(enrolled) => {
            let Admitted {
                web, mut session, ..
            } = by;
            // Staff who were signed in stay so until the same end.
            let since = session.staff_sign_in();
            let at = since.map_or(enrolled.sign_in.at, |sign_in| sign_in.at);
            let sign_in = SignedInStaff {
                at,
                ..enrolled.sign_in
            };
            let device = web
                .services
                .sign_ins()
                .remember_staff(&source, &sign_in)
                .await?;
            session.data.desk = Some(StaffSession::Open(sign_in));
            session.data.enrolment = None;
            session.renew().await?;
            let staff = current_staff(&web, &session).await?;
            let frame = staff.map_or_else(|| web.bare_frame(), |staff| staff.frame(&web, &session));
            let page = recovery_codes(&frame, &enrolled.recovery_codes);
            let page = show(StatusCode::OK, page);
            Ok((device::remembered(&web, device), page).into_response())
        }
        Err(refused) => not_taken(&by, &secret, &refused, &fields.code).await,
    }
}

/// The same enroller with what they proved: nothing more on the way in, where the password came just before.
async fn proven(
    by: &Enrolling,
    fields: &Fields,
    source: &Source,
) -> Result<Result<Enroller, Unproven>, PageError> {
    let Enroller::AtWork { staff, sign_in } = &by.who else {
        return Ok(Ok(by.who.clone()));
    };
    let replaces = by
        .services()
        .staff()
        .own_authenticator(staff)
        .await?
        .is_some();
    let code = replaces.then_some(fields.current_code.as_str());
    let proven = for_authenticator(&by.web, sign_in, &fields.password, code, source).await;
    Ok(proven.map(|sign_in| Enroller::AtWork {
        staff: staff.clone(),
        sign_in,
    }))
}

/// The page again, with why the code of the new authenticator was not taken.
async fn not_taken(
    by: &Enrolling,
    secret: &NewSecret,
    refused: &Failure<CodeRejection>,
    code: &str,
) -> Result<Response, PageError> {
    let Some(problem) = problem(&by.web, refused, code) else {
        return Ok(Redirect::to("/staff/sign-in").into_response());
    };
    let view = view(by, secret, Some(Problem::Code(problem))).await?;
    Ok(by.show(status(problem), page, &view))
}

//! `/staff/authenticator`: setting one up, on the way in or at the desk.

use super::sign_in_code::{problem, status};
use crate::http::device;
use crate::http::error::PageError;
use crate::http::extract::{Admitted, Guard, current_staff, signed_in};
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::session::{Desk, Enrolment, Visitor};
use crate::http::web::{Web, show};
use app::components::Frame;
use app::pages::account::sign_in;
use app::pages::staff::authenticator::{Problem, View, Who, page, recovery_codes};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::policy;
use serde::Deserialize;
use service::{Enroller, NewSecret, SignIn, SignedInStaff, Source};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: String,
}

/// Staff at work, or on the way in with an authenticator still to set up.
impl Guard for Enroller {
    async fn admit(web: &Web, visitor: &Visitor) -> Result<Self, PageError> {
        let sign_in = || Err(Redirect::to("/staff/sign-in").into_response().into());
        if let Some(staff) = current_staff(web, visitor).await? {
            let sign_in = signed_in(visitor)?.clone();
            return Ok(Self::AtWork { staff, sign_in });
        }
        let Some(Desk::PasswordRight(half)) = &visitor.visit.desk else {
            return sign_in();
        };
        if web.services.ports().now().since(half.at) >= policy::ENROLMENT {
            return sign_in();
        }
        match web.services.second_step(half).await? {
            Some(SignIn::Enrol(_)) => Ok(Self::AtTheDoor(half.clone())),
            _ => sign_in(),
        }
    }

    fn frame(&self, web: &Web, visitor: &Visitor) -> Frame {
        match self {
            Self::AtTheDoor(_) => web.bare_frame(),
            Self::AtWork { staff, .. } => staff.frame(web, visitor),
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
    match &by.visitor.visit.enrolment {
        Some(enrolment) if enrolment.round == round => return Ok(enrolment.secret.clone()),
        _ => {}
    }
    let secret = by.services().new_authenticator();
    by.visitor.visit.enrolment = Some(Enrolment {
        secret: secret.clone(),
        round,
    });
    by.visitor.keep().await?;
    Ok(secret)
}

async fn view(
    by: &Enrolling,
    secret: &NewSecret,
    problem: Option<Problem>,
) -> Result<View, PageError> {
    let who = match &by.who {
        Enroller::AtTheDoor(_) => Who::AtTheDoor,
        Enroller::AtWork { staff, .. } => {
            let authenticator = by.services().own_authenticator(staff).await?;
            Who::AtTheDesk {
                replaces: authenticator.is_some(),
            }
        }
    };
    let address = by.services().authenticator_address(by.staff(), secret);
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
    if let Enroller::AtWork { sign_in, .. } = &by.who {
        let refused = if fields.password.is_empty() {
            Err(Refused::incomplete(vec![sign_in::Problem::NoPassword]))
        } else {
            let proven = by
                .services()
                .prove_password(sign_in, &fields.password, &source);
            opened(&by.web, proven.await)
        };
        if let Err(refused) = refused {
            let problem = refused.problems.first().copied().map(Problem::Password);
            let view = view(&by, &secret, problem).await?;
            return Ok(refused.shown(&by.web, page(&by.frame(), &view)));
        }
    }
    match by.services().enrol(&by, &secret, &fields.code).await {
        Ok(enrolled) => {
            let Admitted {
                web, mut visitor, ..
            } = by;
            // Staff who were signed in stay so until the same end.
            let since = visitor.staff_sign_in();
            let at = since.map_or(enrolled.sign_in.at, |sign_in| sign_in.at);
            let sign_in = SignedInStaff {
                at,
                ..enrolled.sign_in
            };
            let device = web.services.remember_staff(&source, &sign_in).await?;
            visitor.visit.desk = Some(Desk::Open(sign_in));
            visitor.visit.enrolment = None;
            visitor.renew().await?;
            let staff = current_staff(&web, &visitor).await?;
            let frame = staff.map_or_else(|| web.bare_frame(), |staff| staff.frame(&web, &visitor));
            let page = recovery_codes(&frame, &enrolled.recovery_codes);
            let page = show(StatusCode::OK, page);
            Ok((device::remembered(&web, device), page).into_response())
        }
        Err(refused) => {
            let Some(problem) = problem(&by.web, &refused, &fields.code) else {
                return Ok(Redirect::to("/staff/sign-in").into_response());
            };
            let view = view(&by, &secret, Some(Problem::Code(problem))).await?;
            Ok(by.show(status(problem), page, &view))
        }
    }
}

//! The lock of a desk that was left alone, and `/staff/unlock`, the way back.
//!
//! Nothing passes but the doors. A form that comes to a locked desk is held in the session, sealed like all of it, and
//! sent on once after the right password, as if it came then.

use crate::http::client_address::ClientAddress;
use crate::http::error::PageError;
use crate::http::extract::{Admitted, Guard};
use crate::http::pages::over;
use crate::http::pages::sign_in::{Refused, opened};
use crate::http::pages::staff::HOME;
use crate::http::session::{self, HeldRequest, SessionHandle};
use crate::http::web::Web;
use app::components::Frame;
use app::pages::account::sign_in::Problem;
use app::pages::patient::trouble::Begin;
use app::pages::staff::account::locked::{Sent, View, page};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Router};
use axum_extra::extract::Form;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::policy;
use domain::staff::Staff;
use serde::Deserialize;
use service::{SignedInStaff, Source};
use tower::ServiceExt;
use tower_sessions::Session;

/// The desk without its lock, for what was held.
#[derive(Clone)]
pub struct UnlockedDesk(pub Router);

/// Who is signed in, locked or not; None for everyone else, and once the sign-in is over.
pub async fn current_staff(web: &Web, session: &SessionHandle) -> Result<Option<Staff>, PageError> {
    match session.staff_sign_in() {
        Some(sign_in) => Ok(web.services.staff().find_signed_in(sign_in).await?),
        None => Ok(None),
    }
}

fn locked(session: &SessionHandle) -> bool {
    matches!(
        session.data.desk,
        Some(session::StaffSession::Locked { .. })
    )
}

/// Around every page of the desk.
pub async fn layer(
    State(web): State<Web>,
    session: SessionHandle,
    request: Request,
    next: Next,
) -> Result<Response, PageError> {
    if !locked(&session) {
        return Ok(next.run(request).await);
    }
    let Some(staff) = current_staff(&web, &session).await? else {
        return Err(over::redirect(Begin::StaffSignIn));
    };
    let sent = hold(session, request).await?;
    Ok(shown(&web, &staff, StatusCode::FORBIDDEN, sent))
}

fn shown(web: &Web, staff: &Staff, status: StatusCode, sent: Sent) -> Response {
    let view = View {
        name: staff.name.clone(),
        sent,
        problem: None,
    };
    web.show(status, page, &view)
}

/// Keeps what was asked for. A form stays when a page is asked for after it, in another tab.
async fn hold(mut session: SessionHandle, request: Request) -> Result<Sent, PageError> {
    let (parts, body) = request.into_parts();
    let (now_held, sent) = if parts.method == Method::POST {
        // Read to its end: a browser that is cut off while it sends shows no page.
        match to_bytes(body, policy::IMPORT_BODY_MAX).await {
            Err(_) => return Ok(Sent::TooLarge),
            Ok(body) if body.len() > policy::BODY_MAX => return Ok(Sent::TooLarge),
            Ok(body) => (HeldRequest::form(&parts, &body), Sent::Kept),
        }
    } else {
        let path = parts.uri.path_and_query().map(ToString::to_string);
        (HeldRequest::Page(path.unwrap_or_default()), Sent::Nothing)
    };
    if let Some(session::StaffSession::Locked { held, .. }) = &mut session.data.desk {
        if sent == Sent::Nothing && matches!(held, Some(HeldRequest::Form { .. })) {
            return Ok(Sent::Kept);
        }
        *held = Some(now_held);
        session.keep().await?;
    }
    Ok(sent)
}

/// Staff whose desk is locked; others are redirected.
pub struct LockedSession {
    staff: Staff,
    sign_in: SignedInStaff,
}

impl Guard for LockedSession {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let elsewhere = |path: &str| Err(Redirect::to(path).into_response().into());
        match (current_staff(web, session).await?, &session.data.desk) {
            (Some(staff), Some(session::StaffSession::Locked { sign_in, .. })) => Ok(Self {
                staff,
                sign_in: sign_in.clone(),
            }),
            (Some(_), _) => elsewhere(HOME),
            (None, _) => elsewhere("/staff/sign-in"),
        }
    }

    fn frame(&self, web: &Web, _: &SessionHandle) -> Frame {
        web.bare_frame()
    }
}

type Locked = Admitted<LockedSession>;

pub async fn get(desk: Locked) -> Response {
    let sent = kept(&desk.session);
    shown(&desk.web, &desk.staff, StatusCode::OK, sent)
}

fn kept(session: &SessionHandle) -> Sent {
    match &session.data.desk {
        Some(session::StaffSession::Locked {
            held: Some(HeldRequest::Form { .. }),
            ..
        }) => Sent::Kept,
        _ => Sent::Nothing,
    }
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
}

pub async fn post(
    locked: Locked,
    Extension(from): Extension<ClientAddress>,
    source: Source,
    Extension(desk): Extension<UnlockedDesk>,
    stored: Session,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let proven = if fields.password.is_empty() {
        Err(Refused::incomplete(vec![Problem::NoPassword]))
    } else {
        let unlocked = locked
            .services()
            .staff()
            .unlock(&locked.sign_in, &fields.password, &source);
        opened(&locked.web, unlocked.await)
    };
    if let Err(refused) = proven {
        let view = View {
            name: locked.staff.name.clone(),
            sent: kept(&locked.session),
            problem: refused.problems.first().copied(),
        };
        return Ok(refused.shown(&locked.web, page(&locked.frame(), &view)));
    }
    let mut session = locked.session;
    let held = match session.data.desk.take() {
        Some(session::StaffSession::Locked { sign_in, held }) => {
            session.data.desk = Some(session::StaffSession::Open(sign_in));
            held
        }
        _ => None,
    };
    session.renew().await?;
    Ok(go_on(desk, stored, from, held).await)
}

/// To the page that was asked for, or with the form that was held.
pub(super) async fn go_on(
    desk: UnlockedDesk,
    session: Session,
    from: ClientAddress,
    held: Option<HeldRequest>,
) -> Response {
    let (path, content_type, body) = match held {
        None => return Redirect::to(HOME).into_response(),
        Some(HeldRequest::Page(path)) => return Redirect::to(&path).into_response(),
        Some(HeldRequest::Form {
            path,
            content_type,
            body,
        }) => (path, content_type, body),
    };
    let body = BASE64_STANDARD.decode(body).unwrap_or_default();
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, content_type)
        .header(header::CONTENT_LENGTH, body.len())
        .extension(session)
        .extension(from)
        .body(Body::from(body));
    match request {
        Ok(request) => desk.0.oneshot(request).await.into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

//! `/staff/requests/{id}`: one request, and what can be done with it.

use super::{at_desk, frame, mail};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use crate::service::{
    Caller, DeleteRefusal, Failure, ReissueRefusal, RenameRefusal, View as Found,
};
use app::desk::StaffContext;
use app::domain::ids::ConnectRequestId;
use app::pages::staff::request::{Moment, Problem, View, What, page};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// What was typed into a form of the page that was not taken.
#[derive(Default)]
pub(super) struct Typed {
    pub email: Option<String>,
    pub external_id: Option<String>,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id).await?;
    let view = view(&web, found, None, Typed::default());
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
}

pub async fn post_cancel(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let id = parse(&id)?;
    let (status, problem) = match web
        .services
        .delete_connect_request(Caller::desk(&staff), id)
        .await
    {
        Ok(()) => return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response()),
        Err(Failure::Refused(DeleteRefusal::NotFound)) => {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
        Err(Failure::Refused(DeleteRefusal::Connected)) => {
            (StatusCode::CONFLICT, Problem::Connected)
        }
        Err(Failure::Refused(DeleteRefusal::Over)) => (StatusCode::CONFLICT, Problem::Over),
        Err(Failure::Refused(DeleteRefusal::MayNot(why))) => {
            (StatusCode::FORBIDDEN, Problem::MayNot(why))
        }
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    shown_again(&web, &staff, id, status, problem, Typed::default())
        .await
        .map_err(IntoResponse::into_response)
}

pub async fn post_reissue(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let id = parse(&id)?;
    let (status, problem) = match web
        .services
        .reissue_connect_request(Caller::desk(&staff), id)
        .await
    {
        Ok(made) => {
            return Ok(
                Redirect::to(&format!("/staff/requests/{}", made.request.id)).into_response(),
            );
        }
        Err(Failure::Refused(ReissueRefusal::NotFound)) => {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
        Err(Failure::Refused(ReissueRefusal::Over)) => (StatusCode::CONFLICT, Problem::Over),
        Err(Failure::Refused(ReissueRefusal::MayNot(why))) => {
            (StatusCode::FORBIDDEN, Problem::MayNot(why))
        }
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    shown_again(&web, &staff, id, status, problem, Typed::default())
        .await
        .map_err(IntoResponse::into_response)
}

#[derive(Deserialize)]
pub struct NewName {
    #[serde(default)]
    external_id: String,
}

pub async fn post_rename(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<NewName>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let id = parse(&id)?;
    let (status, problem) = match web
        .services
        .rename_connect_request(Caller::desk(&staff), id, &fields.external_id)
        .await
    {
        Ok(_) => return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response()),
        Err(Failure::Refused(RenameRefusal::NotFound)) => {
            return Err(StatusCode::NOT_FOUND.into_response());
        }
        Err(Failure::Refused(RenameRefusal::Invalid(error))) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::ExternalId(error))
        }
        Err(Failure::Refused(RenameRefusal::Taken(holder))) => (
            StatusCode::CONFLICT,
            Problem::Taken {
                holder: holder.id,
                made_at: holder.made_at,
            },
        ),
        Err(Failure::Refused(RenameRefusal::Over)) => (StatusCode::CONFLICT, Problem::Over),
        Err(Failure::Refused(RenameRefusal::MayNot(why))) => {
            (StatusCode::FORBIDDEN, Problem::MayNot(why))
        }
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
    };
    let typed = Typed {
        external_id: Some(fields.external_id),
        ..Typed::default()
    };
    shown_again(&web, &staff, id, status, problem, typed)
        .await
        .map_err(IntoResponse::into_response)
}

/// The page with what went wrong, and what was typed.
pub(super) async fn shown_again(
    web: &Web,
    staff: &StaffContext,
    id: ConnectRequestId,
    status: StatusCode,
    problem: Problem,
    typed: Typed,
) -> Result<Response, Failed> {
    Ok(
        match web.services.connect_request(staff.application, id).await? {
            Some(found) => {
                let view = view(web, found, Some(problem), typed);
                show(status, page(&frame(web, staff), &view))
            }
            None => StatusCode::NOT_FOUND.into_response(),
        },
    )
}

pub(super) fn parse(id: &str) -> Result<ConnectRequestId, Response> {
    id.parse()
        .map_err(|_| StatusCode::NOT_FOUND.into_response())
}

/// The application's request; one of another application is as unknown as one that never was.
pub(super) async fn find(web: &Web, staff: &StaffContext, id: &str) -> Result<Found, Response> {
    let id = parse(id)?;
    match web.services.connect_request(staff.application, id).await {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(StatusCode::NOT_FOUND.into_response()),
        Err(fault) => Err(Failed::from(fault).into_response()),
    }
}

fn view(web: &Web, found: Found, problem: Option<Problem>, typed: Typed) -> View {
    let request = found.request;
    View {
        request: request.id,
        standing: found.standing,
        proof: request.proof,
        delivery: request.delivery,
        reason: found.reason,
        made_at: request.made_at,
        expires_at: request.expires_at,
        connection: request.connection,
        given_up: found.given_up,
        shared_with: found.shared_with,
        code: found.code,
        public_url: web.services.public_url().to_owned(),
        email: typed.email.or(request.email).unwrap_or_default(),
        friendly_name: request.friendly_name,
        new_external_id: typed
            .external_id
            .unwrap_or_else(|| request.external_id.clone()),
        external_id: request.external_id,
        mail: mail(
            found.mail.as_ref().map(|last| last.state.name()),
            found
                .mail
                .as_ref()
                .is_some_and(|last| last.failure.is_some()),
        ),
        mail_trouble: found.mail.and_then(|last| last.failure),
        timeline: found
            .timeline
            .iter()
            .filter_map(|(action, outcome, at)| {
                let what = what(action, outcome)?;
                Some(Moment { at: *at, what })
            })
            .collect(),
        problem,
    }
}

/// What an audit record means to the desk; None for what it need not see.
fn what(action: &str, outcome: &str) -> Option<What> {
    Some(match (action, outcome) {
        ("connect-request.create", "made-with-reason") => What::MadeWithReason,
        ("connect-request.create", _) => What::Made,
        ("connect-request.mail", "sent") => What::Mailed,
        ("connect-request.mail", "bounced" | "dead") => What::MailFailed,
        ("connect-request.mail", "unknown") => What::MailUnknown,
        ("connect-request.mail", "dropped") => What::MailDropped,
        ("connect-request.remind", "sent") => What::Reminded,
        ("connect-request.remind", "bounced" | "dead" | "unknown") => What::ReminderFailed,
        ("connect-request.notice", "sent") => What::Noticed,
        ("connect-request.notice", "bounced" | "dead" | "unknown") => What::NoticeFailed,
        ("connect-request.letter", _) => What::Lettered,
        ("connect-request.answer", "wrong") => What::WrongAnswer,
        ("connect-request.answer", "stopped") => What::Stopped,
        ("connect-request.authorize", "connected-all-the-same") => What::ConnectedAllTheSame,
        ("connect-request.check-record", _) => What::RecordChecked,
        ("connect-request.change-record", _) => What::RecordChanged,
        ("connect-request.authorize", _) => What::Connected,
        ("authorization.disconnect", "given-up") => What::GivenUp,
        ("authorization.disconnect", _) => What::Disconnected,
        ("connect-request.not-me", _) => What::NotMe,
        ("connect-request.expire", _) => What::Ended,
        ("connect-request.rename", _) => What::Renamed,
        ("connect-request.merge", _) => What::Merged,
        ("connect-request.replace", _) => What::Replaced,
        ("connect-request.delete", _) => What::Cancelled,
        _ => return None,
    })
}

//! `/staff/requests/{id}`: one request, and what can be done with it.

use super::{at_desk, frame, mail};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::request::{Moment, Problem, View, What, page};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::audit::{Action, ActionOutcome};
use domain::ids::ConnectRequestId;
use domain::staff::StaffContext;
use serde::Deserialize;
use service::{Caller, Failure, RenameRefusal, View as Found};

/// What was typed into a form of the page that was not taken.
#[derive(Default)]
pub(super) struct Typed {
    pub email: Option<String>,
    pub external_id: Option<String>,
}

/// What was done just before, for the page to say.
#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    replaced: String,
}

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let found = find(&web, &staff, &id).await?;
    let view = View {
        replaced: !flags.replaced.is_empty(),
        ..view(&web, found, None, Typed::default())
    };
    Ok(show(StatusCode::OK, page(&frame(&web, &staff), &view)))
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
                let what = what(*action, *outcome)?;
                Some(Moment { at: *at, what })
            })
            .collect(),
        problem,
        replaced: false,
    }
}

/// What an audit record means to the desk; None for what it need not see.
fn what(action: Action, outcome: ActionOutcome) -> Option<What> {
    use Action as A;
    use ActionOutcome as O;
    Some(match (action, outcome) {
        (A::ConnectRequestCreate, O::MadeWithReason) => What::MadeWithReason,
        (A::ConnectRequestCreate, _) => What::Made,
        (A::ConnectRequestMail, O::Sent) => What::Mailed,
        (A::ConnectRequestMail, O::Bounced | O::Dead) => What::MailFailed,
        (A::ConnectRequestMail, O::Unknown) => What::MailUnknown,
        (A::ConnectRequestMail, O::Dropped) => What::MailDropped,
        (A::ConnectRequestRemind, O::Sent) => What::Reminded,
        (A::ConnectRequestRemind, O::Bounced | O::Dead | O::Unknown) => What::ReminderFailed,
        (A::ConnectRequestNotice, O::Sent) => What::Noticed,
        (A::ConnectRequestNotice, O::Bounced | O::Dead | O::Unknown) => What::NoticeFailed,
        (A::ConnectRequestLetter, _) => What::Lettered,
        (A::ConnectRequestAnswer, O::Wrong) => What::WrongAnswer,
        (A::ConnectRequestAnswer, O::Stopped) => What::Stopped,
        (A::ConnectRequestAuthorize, O::ConnectedAllTheSame) => What::ConnectedAllTheSame,
        (A::ConnectRequestAuthorize, _) => What::Connected,
        (A::ConnectRequestCheckRecord, _) => What::RecordChecked,
        (A::ConnectRequestChangeRecord, _) => What::RecordChanged,
        (A::AuthorizationDisconnect, O::GivenUp) => What::GivenUp,
        (A::AuthorizationDisconnect, _) => What::Disconnected,
        (A::ConnectRequestNotMe, _) => What::NotMe,
        (A::ConnectRequestExpire, _) => What::Ended,
        (A::ConnectRequestRename, _) => What::Renamed,
        (A::ConnectRequestMerge, _) => What::Merged,
        (A::ConnectRequestReplace, _) => What::Replaced,
        (A::ConnectRequestDelete, _) => What::Cancelled,
        _ => return None,
    })
}

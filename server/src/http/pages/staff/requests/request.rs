//! `/staff/requests/{id}`: one request, and what can be done with it.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{PathId, Staff};
use crate::http::pages::staff::mail;
use app::pages::staff::requests::request::{EventKind, Problem, TimelineEntry, View, page};
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::audit::{Action, ActionOutcome};
use domain::ids::ConnectRequestId;
use serde::Deserialize;
use service::{Caller, RenameRejection, Seen, Services, View as Found};

/// What was typed into a form of the page that was not taken.
#[derive(Default)]
pub(super) struct FormInput {
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
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(flags): Query<Flags>,
) -> Result<Response, PageError> {
    let found = find(&staff, id).await?;
    let view = View {
        replaced: !flags.replaced.is_empty(),
        ..view(staff.services(), found, None, FormInput::default())
    };
    Ok(staff.show(StatusCode::OK, page, &view))
}

#[derive(Deserialize)]
pub struct NewName {
    #[serde(default)]
    external_id: String,
    #[serde(default)]
    seen: String,
}

pub async fn post_rename(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Form(fields): Form<NewName>,
) -> Result<Response, PageError> {
    let seen = Seen::sent(&fields.seen);
    let (status, problem) = match staff
        .services()
        .connect_requests()
        .rename(Caller::desk(&staff), id, &fields.external_id, Some(&seen))
        .await
        .or_internal()?
    {
        Ok(_) => return Ok(Redirect::to(&format!("/staff/requests/{id}")).into_response()),
        Err(RenameRejection::NotFound) => {
            return Err(PageError::NotFound);
        }
        Err(RenameRejection::Invalid(error)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::ExternalId(error))
        }
        Err(RenameRejection::Taken(holder)) => (
            StatusCode::CONFLICT,
            Problem::Taken {
                holder: holder.id,
                made_at: holder.made_at,
            },
        ),
        Err(RenameRejection::Changed) => (StatusCode::CONFLICT, Problem::ChangedMeanwhile),
        Err(RenameRejection::Over) => (StatusCode::CONFLICT, Problem::Over),
        Err(RenameRejection::MayNot(why)) => (StatusCode::FORBIDDEN, Problem::MayNot(why)),
    };
    let typed = FormInput {
        external_id: Some(fields.external_id),
        ..FormInput::default()
    };
    shown_again(&staff, id, status, problem, typed).await
}

/// The page with what went wrong, and what was typed.
pub(super) async fn shown_again(
    staff: &Staff,
    id: ConnectRequestId,
    status: StatusCode,
    problem: Problem,
    typed: FormInput,
) -> Result<Response, PageError> {
    Ok(
        match staff
            .services()
            .connect_requests()
            .find(staff.application, id)
            .await?
        {
            Some(found) => {
                let view = view(staff.services(), found, Some(problem), typed);
                staff.show(status, page, &view)
            }
            None => StatusCode::NOT_FOUND.into_response(),
        },
    )
}

/// The application's request; one of another application is as unknown as one that never was.
pub(super) async fn find(staff: &Staff, id: ConnectRequestId) -> Result<Found, PageError> {
    match staff
        .services()
        .connect_requests()
        .find(staff.application, id)
        .await
    {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(PageError::NotFound),
        Err(fault) => Err(fault.into()),
    }
}

fn view(services: &Services, found: Found, problem: Option<Problem>, typed: FormInput) -> View {
    let request = found.request;
    View {
        seen: services
            .connect_requests()
            .renaming_shown(&request)
            .into_field(),
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
        public_url: services.public_url().to_owned(),
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
                Some(TimelineEntry { at: *at, what })
            })
            .collect(),
        problem,
        replaced: false,
    }
}

/// What an audit record means to the desk; None for what it need not see.
fn what(action: Action, outcome: ActionOutcome) -> Option<EventKind> {
    use Action as A;
    use ActionOutcome as O;
    Some(match (action, outcome) {
        (A::ConnectRequestCreate, O::MadeWithReason) => EventKind::MadeWithReason,
        (A::ConnectRequestCreate, _) => EventKind::Made,
        (A::ConnectRequestMail, O::Sent) => EventKind::Mailed,
        (A::ConnectRequestMail, O::Bounced | O::Dead) => EventKind::MailFailed,
        (A::ConnectRequestMail, O::Unknown) => EventKind::MailUnknown,
        (A::ConnectRequestMail, O::Dropped) => EventKind::MailDropped,
        (A::ConnectRequestRemind, O::Sent) => EventKind::Reminded,
        (A::ConnectRequestRemind, O::Bounced | O::Dead | O::Unknown) => EventKind::ReminderFailed,
        (A::ConnectRequestNotice, O::Sent) => EventKind::Noticed,
        (A::ConnectRequestNotice, O::Bounced | O::Dead | O::Unknown) => EventKind::NoticeFailed,
        (A::ConnectRequestLetter, _) => EventKind::Lettered,
        (A::ConnectRequestAnswer, O::Wrong) => EventKind::WrongAnswer,
        (A::ConnectRequestAnswer, O::Stopped) => EventKind::Stopped,
        (A::ConnectRequestAuthorize, O::ConnectedAllTheSame) => EventKind::ConnectedAllTheSame,
        (A::ConnectRequestAuthorize, _) => EventKind::Connected,
        (A::ConnectRequestCheckRecord, _) => EventKind::RecordChecked,
        (A::ConnectRequestChangeRecord, _) => EventKind::RecordChanged,
        (A::AuthorizationDisconnect, O::GivenUp) => EventKind::GivenUp,
        (A::AuthorizationDisconnect, _) => EventKind::Disconnected,
        (A::ConnectRequestNotMe, _) => EventKind::NotMe,
        (A::ConnectRequestExpire, _) => EventKind::Ended,
        (A::ConnectRequestRename, _) => EventKind::Renamed,
        (A::ConnectRequestMerge, _) => EventKind::Merged,
        (A::ConnectRequestReplace, _) => EventKind::Replaced,
        (A::ConnectRequestDelete, _) => EventKind::Cancelled,
        _ => return None,
    })
}

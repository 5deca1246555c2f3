//! `/staff/requests/{id}`: one request, and what can be done with it.

use crate::http::error::PageError;
use crate::http::extract::{PathId, Staff};
use crate::http::pages::staff::mail;
use app::pages::staff::requests::request::{
    EventKind, Granted, Problem, TimelineEntry, View, page,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::application::Rule;
use domain::audit::{Action, ActionOutcome};
use domain::ids::ConnectRequestId;
use serde::Deserialize;
use service::{Services, View as Found};

/// What was typed into a form of the page that was not taken.
#[derive(Default)]
pub(super) struct FormInput {
    pub email: Option<String>,
}

/// What was done just before, for the page to say.
#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    replaced: String,
    /// What of it is shown that is not by itself: "code".
    #[serde(default)]
    show: String,
}

pub async fn get(
    staff: Staff,
    PathId(id): PathId<ConnectRequestId>,
    Query(flags): Query<Flags>,
) -> Result<Response, PageError> {
    let found = find(&staff, id).await?;
    let view = View {
        replaced: !flags.replaced.is_empty(),
        shows_code: flags.show == "code",
        ..view(staff.services(), found, None, FormInput::default())
    };
    Ok(staff.show(StatusCode::OK, page, &view))
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
        request: request.id,
        standing: found.standing,
        now: found.now,
        proof: request.proof,
        question: found.question,
        granted: granted(&found.application.rules, &found.granted),
        delivery: request.delivery,
        language: request.language,
        reason: found.reason,
        made_at: request.made_at,
        expires_at: request.expires_at,
        connection: request.connection,
        given_up: found.given_up,
        shared_with: found.shared_with.into_iter().map(String::from).collect(),
        code: found.code,
        shows_code: false,
        public_url: services.public_url().to_owned(),
        email: typed.email.or(request.email).unwrap_or_default(),
        friendly_name: request.friendly_name,
        external_id: request.external_id.into(),
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

/// What the patient granted, and the optional permissions that they did not.
fn granted(asked: &[Rule], granted: &[Rule]) -> Vec<Granted> {
    let of = |rule: &Rule, agreed| Granted {
        name: rule.name.clone(),
        why: rule.why.clone().into(),
        optional: rule.optional,
        agreed,
    };
    let refused = |rule: &&Rule| {
        let agreed = granted.iter().any(|other| other.name == rule.name);
        rule.optional && !agreed && !granted.is_empty()
    };
    granted
        .iter()
        .map(|rule| of(rule, true))
        .chain(asked.iter().filter(refused).map(|rule| of(rule, false)))
        .collect()
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
        (A::AuthorizationChange, _) => EventKind::PermissionsChanged,
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

//! The desk's two Leptos server functions, and the wrapper that runs them: `/staff/requests/new` and
//! `/staff/requests/send-email`.
//!
//! Left alone, Leptos answers an HTML form with a redirect to the page it came from and puts errors into the address.
//! Here the function only leaves the result of its use case in the [`Call`], and [`handle`] builds the response from
//! that, and from nothing else.

use super::handed_over::hand_over;
use super::new_request;
use super::new_request::{error_of, status_of};
use super::request;
use crate::http::error::PageError;
use crate::http::extract::Staff;
use app::pages::staff::requests::phrase;
use app::pages::staff::requests::request::Problem;
use axum::body::{Body, Bytes};
use axum::extract::{OriginalUri, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::connect_request::Proof;
use domain::ids::ConnectRequestId;
use domain::new_request::Draft;
use domain::staff::StaffContext;
use leptos::prelude::{ServerFnError, provide_context, server, use_context};
use leptos::server_fn::codec::PostUrl;
use service::{Caller, CreateRejection, Failure, Made, Outcome, SendRejection, Services};
use std::sync::{Arc, Mutex, PoisonError};

/// The content type of a browser's form.
const FORM: &str = "application/x-www-form-urlencoded";

/// The services and the member of staff that a server function works with, and the place for its result.
#[derive(Clone)]
struct Call {
    services: Services,
    staff: StaffContext,
    result: Arc<Mutex<Option<Done>>>,
}

/// The result of a server function, with the form as typed.
enum Done {
    Created(Box<Draft>, Outcome<Made, CreateRejection>),
    HandedOver(Box<Draft>, Outcome<(), CreateRejection>),
    Sent {
        request: ConnectRequestId,
        email: String,
        sent: Outcome<(), SendRejection>,
    },
    /// The form names no request.
    NoSuchRequest,
}

impl Call {
    /// Read before the first await, because the context belongs to the thread.
    fn current() -> Result<Self, ServerFnError> {
        use_context().ok_or_else(|| ServerFnError::new("not done"))
    }

    fn leave(&self, done: Done) {
        *self.result.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
    }

    fn take(&self) -> Option<Done> {
        let mut result = self.result.lock().unwrap_or_else(PoisonError::into_inner);
        result.take()
    }
}

/// Makes a connect request and queues its mail if it has an address; or hands the screen to the patient, who types the
/// question and the answer.
#[server(prefix = "/staff/requests", endpoint = "new", input = PostUrl)]
pub async fn create_connect_request(#[server(flatten)] draft: Draft) -> Result<(), ServerFnError> {
    let call = Call::current()?;
    let (services, staff) = (&call.services, &call.staff);
    let done = if draft.proof == Proof::Typed.name() {
        let handed = services.connect_requests().hand_over(staff, &draft).await;
        Done::HandedOver(Box::new(draft), handed)
    } else {
        let made = services
            .connect_requests()
            .create(Caller::desk(staff), &draft, None);
        let made = made.await;
        Done::Created(Box::new(draft), made)
    };
    call.leave(done);
    Ok(())
}

/// Queues the mail with the code; a new address replaces the stored one.
#[server(prefix = "/staff/requests", endpoint = "send-email", input = PostUrl)]
pub async fn send_email(
    #[server(default)] connect_request: String,
    #[server(default)] email: String,
) -> Result<(), ServerFnError> {
    let call = Call::current()?;
    call.leave(match connect_request.parse() {
        Ok(request) => {
            let caller = Caller::desk(&call.staff);
            let sent = call
                .services
                .connect_requests()
                .send_mail(caller, request, &email);
            let sent = sent.await;
            Done::Sent {
                request,
                email,
                sent,
            }
        }
        Err(_) => Done::NoSuchRequest,
    });
    Ok(())
}

/// Runs the server function of the request's path.
pub async fn handle(
    staff: Staff,
    OriginalUri(uri): OriginalUri,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, PageError> {
    let form = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(FORM.as_bytes()));
    if !form {
        return Ok(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
    }
    let request = Request::builder()
        .method(method)
        .uri(uri.path())
        .header(header::CONTENT_TYPE, FORM)
        .body(Body::from(body));
    let Ok(request) = request else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let call = Call {
        services: staff.services().clone(),
        staff: staff.who.clone(),
        result: Arc::default(),
    };
    let context = {
        let call = call.clone();
        move || provide_context(call.clone())
    };
    leptos_axum::handle_server_fns_with_context(context, request).await;
    match call.take() {
        Some(done) => respond(staff, done).await,
        // The function did not run: its arguments did not decode.
        None => Ok(StatusCode::BAD_REQUEST.into_response()),
    }
}

/// Redirects to the request, or shows the form again with what was typed.
async fn respond(staff: Staff, done: Done) -> Result<Response, PageError> {
    match done {
        Done::Created(_, Ok(made)) => match made.phrase {
            None => Ok(to_request(made.request.id)),
            Some(phrase) => shown_once(&staff, made.request.id, phrase).await,
        },
        Done::HandedOver(draft, Ok(())) => hand_over(staff.session, *draft).await,
        Done::Created(draft, Err(failure)) | Done::HandedOver(draft, Err(failure)) => {
            let error = error_of(failure);
            let status = status_of(&error);
            let view = new_request::View {
                draft: *draft,
                error: Some(error),
            };
            Ok(staff.show(status, new_request::page, &view))
        }
        Done::Sent {
            request,
            email,
            sent,
        } => match sent {
            Ok(()) => Ok(to_request(request)),
            Err(failure) => not_sent(&staff, request, email, failure).await,
        },
        Done::NoSuchRequest => Err(PageError::NotFound),
    }
}

fn to_request(id: ConnectRequestId) -> Response {
    Redirect::to(&format!("/staff/requests/{id}")).into_response()
}

/// Answers with the page itself, because a redirect would have to carry the words.
async fn shown_once(
    staff: &Staff,
    id: ConnectRequestId,
    phrase: String,
) -> Result<Response, PageError> {
    let found = staff
        .services()
        .connect_requests()
        .find(staff.application, id)
        .await?;
    let Some(found) = found else {
        return Ok(to_request(id));
    };
    let view = phrase::View {
        request: id,
        clinic: found.application.name,
        friendly_name: found.request.friendly_name,
        phrase,
    };
    Ok(staff.show(StatusCode::OK, phrase::page, &view))
}

async fn not_sent(
    staff: &Staff,
    id: ConnectRequestId,
    email: String,
    failure: Failure<SendRejection>,
) -> Result<Response, PageError> {
    let (status, problem) = match failure {
        Failure::Rejected(SendRejection::NotFound) => {
            return Err(PageError::NotFound);
        }
        Failure::Rejected(SendRejection::Address(error)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Problem::Email(error))
        }
        Failure::Rejected(SendRejection::Over) => (StatusCode::CONFLICT, Problem::CodeOver),
        Failure::Rejected(SendRejection::AlreadyQueued) => {
            (StatusCode::CONFLICT, Problem::AlreadyQueued)
        }
        Failure::Rejected(SendRejection::MayNot(why)) => {
            (StatusCode::FORBIDDEN, Problem::MayNot(why))
        }
        Failure::Internal(fault) => {
            tracing::error!(error = %fault, "a mail could not be queued");
            (StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable)
        }
    };
    let typed = request::FormInput { email: Some(email) };
    request::shown_again(staff, id, status, problem, typed).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::Owner;
    use leptos::server_fn::ServerFn;
    use leptos::server_fn::codec::Encoding;

    #[test]
    fn server_functions_have_fixed_addresses_and_take_plain_forms() {
        assert_eq!(CreateConnectRequest::PATH, "/staff/requests/new");
        assert_eq!(SendEmail::PATH, "/staff/requests/send-email");
        assert_eq!(PostUrl::METHOD, "POST");
    }

    #[tokio::test]
    async fn server_functions_without_their_context_do_nothing() {
        let called = Owner::new().with(|| send_email(String::new(), String::new()));
        assert_eq!(called.await, Err(ServerFnError::new("not done")));
    }
}

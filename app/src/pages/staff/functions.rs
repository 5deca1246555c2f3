//! The server functions of the desk: a plain form and an island call the same address.
//!
//! What they came to stands in the [`OutcomeCell`]; their own result says no more than "done" or "not done".

use crate::desk::{Outcome, OutcomeCell, SendError, StaffContext, StaffDesk};
use domain::connect_request::Proof;
use domain::new_request::Draft;
use leptos::prelude::*;
use leptos::server_fn::codec::PostUrl;
use std::sync::Arc;

/// Makes a connect request, and queues its mail where it has an address; or lets the patient type what is theirs.
#[server(prefix = "/staff/requests", endpoint = "new", input = PostUrl)]
pub async fn create_connect_request(#[server(flatten)] draft: Draft) -> Result<(), ServerFnError> {
    let (desk, staff, outcome) = surroundings()?;
    let made = if draft.proof == Proof::Typed.name() {
        let handed = desk.hand_over(&staff, &draft).await;
        handed.map(|()| Outcome::HandedOver(Box::new(draft.clone())))
    } else {
        let created = desk.create_connect_request(&staff, &draft).await;
        created.map(Outcome::Created)
    };
    match made {
        Ok(made) => {
            outcome.put(made);
            Ok(())
        }
        Err(error) => {
            outcome.put(Outcome::NotCreated {
                draft: Box::new(draft),
                error,
            });
            Err(not_done())
        }
    }
}

/// Queues the mail with the code, to this address.
#[server(prefix = "/staff/requests", endpoint = "send-email", input = PostUrl)]
pub async fn send_email(
    #[server(default)] connect_request: String,
    #[server(default)] email: String,
) -> Result<(), ServerFnError> {
    let (desk, staff, outcome) = surroundings()?;
    let sent = match connect_request.parse() {
        Ok(request) => desk
            .send_email(&staff, request, &email)
            .await
            .map(|()| request),
        Err(_) => Err(SendError::NotFound),
    };
    match sent {
        Ok(request) => {
            outcome.put(Outcome::Sent(request));
            Ok(())
        }
        Err(error) => {
            outcome.put(Outcome::NotSent {
                request: connect_request,
                email,
                error,
            });
            Err(not_done())
        }
    }
}

/// Taken from the context before the first await: it belongs to the thread.
fn surroundings() -> Result<(Arc<dyn StaffDesk>, StaffContext, OutcomeCell), ServerFnError> {
    use_context()
        .zip(use_context())
        .zip(use_context())
        .map(|((desk, staff), outcome)| (desk, staff, outcome))
        .ok_or_else(not_done)
}

/// Without detail: the form wrapper answers from the outcome alone.
fn not_done() -> ServerFnError {
    ServerFnError::new("not done")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{CreateError, Created};
    use async_trait::async_trait;
    use domain::ids::{ApplicationId, ConnectRequestId, StaffId};
    use domain::new_request::{Field, FieldError, Problem};
    use domain::staff::Role;
    use leptos::server_fn::ServerFn;
    use leptos::server_fn::codec::Encoding;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    use uuid::Uuid;

    const REQUEST: ConnectRequestId = ConnectRequestId(Uuid::from_u128(7));

    /// A desk that takes every draft with an external id, and every address.
    struct Willing;

    #[async_trait]
    impl StaffDesk for Willing {
        async fn create_connect_request(
            &self,
            _: &StaffContext,
            draft: &Draft,
        ) -> Result<Created, CreateError> {
            if draft.external_id.is_empty() {
                return Err(CreateError::Invalid(vec![Problem {
                    field: Field::ExternalId,
                    error: FieldError::Empty,
                }]));
            }
            Ok(Created {
                request: REQUEST,
                phrase: None,
            })
        }

        async fn hand_over(&self, _: &StaffContext, _: &Draft) -> Result<(), CreateError> {
            Ok(())
        }

        async fn send_email(
            &self,
            _: &StaffContext,
            _: ConnectRequestId,
            _: &str,
        ) -> Result<(), SendError> {
            Ok(())
        }
    }

    /// Runs a function of the desk as the server would: with a desk, a member of staff and a cell in the context.
    fn at_the_desk<F: Future<Output = Result<(), ServerFnError>>>(
        call: impl FnOnce() -> F,
    ) -> (bool, Option<Outcome>) {
        let left = OutcomeCell::default();
        let done = Owner::new().with(|| {
            provide_context::<Arc<dyn StaffDesk>>(Arc::new(Willing));
            provide_context(StaffContext {
                staff: StaffId(Uuid::from_u128(1)),
                application: ApplicationId(Uuid::from_u128(2)),
                role: Role::FrontDesk,
                name: "Robin".into(),
            });
            provide_context(left.clone());
            at_once(call()).is_ok()
        });
        (done, left.take())
    }

    fn at_once<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("the test's desk never waits"),
        }
    }

    fn create(external_id: &str) -> (bool, Option<Outcome>) {
        at_the_desk(|| {
            create_connect_request(Draft {
                external_id: external_id.into(),
                answer: "banana".into(),
                language: "en".into(),
                ..Draft::default()
            })
        })
    }

    #[test]
    fn staff_functions_have_fixed_addresses_and_take_plain_forms() {
        assert_eq!(CreateConnectRequest::PATH, "/staff/requests/new");
        assert_eq!(SendEmail::PATH, "/staff/requests/send-email");
        assert_eq!(PostUrl::METHOD, "POST");
    }

    #[test]
    fn staff_creating_leaves_the_request_or_the_draft_and_its_error() {
        assert!(matches!(
            create("MRN-1"),
            (
                true,
                Some(Outcome::Created(Created {
                    request: REQUEST,
                    ..
                }))
            )
        ));
        let (done, outcome) = create("");
        assert!(!done);
        assert!(matches!(
            outcome,
            Some(Outcome::NotCreated { draft, error: CreateError::Invalid(_) })
                if draft.answer == "banana" && draft.language == "en"
        ));
    }

    #[test]
    fn staff_who_let_the_patient_type_make_nothing_yet() {
        let typed = Draft {
            external_id: "MRN-1".into(),
            proof: "typed".into(),
            ..Draft::default()
        };
        let (done, outcome) = at_the_desk(|| create_connect_request(typed));
        assert!(done);
        assert!(matches!(
            outcome,
            Some(Outcome::HandedOver(draft)) if draft.external_id == "MRN-1"
        ));
    }

    #[test]
    fn staff_sending_for_an_id_that_is_none_finds_nothing_and_keeps_what_was_typed() {
        let sent = at_the_desk(|| send_email(REQUEST.to_string(), "pat@example.org".into()));
        assert!(matches!(sent, (true, Some(Outcome::Sent(REQUEST)))));
        let (done, outcome) = at_the_desk(|| send_email("../7".into(), "pat@example.org".into()));
        assert!(!done);
        assert!(matches!(
            outcome,
            Some(Outcome::NotSent { request, email, error: SendError::NotFound })
                if request == "../7" && email == "pat@example.org"
        ));
    }

    #[test]
    fn staff_functions_outside_their_surroundings_do_nothing_and_say_nothing() {
        let answer = Owner::new().with(|| at_once(send_email(REQUEST.to_string(), String::new())));
        assert_eq!(answer, Err(not_done()));
    }
}

//! What the desk's server functions ask for, answered by the same use cases as every other door.

use super::{Actor, Caller, CreateRefusal, Failure, Fault, SendRefusal, Services};
use app::desk::{CreateError, Created, SendError, StaffContext, StaffDesk};
use app::domain::ids::ConnectRequestId;
use app::domain::new_request::{Door, Draft};
use async_trait::async_trait;

impl Caller {
    /// The desk, worked by a member of staff.
    pub fn desk(staff: &StaffContext) -> Self {
        Self {
            application: staff.application,
            actor: Actor::Staff(staff.staff),
            door: Door::Desk,
        }
    }
}

#[async_trait]
impl StaffDesk for Services {
    async fn create_connect_request(
        &self,
        staff: &StaffContext,
        draft: &Draft,
    ) -> Result<Created, CreateError> {
        match self
            .create_connect_request(Caller::desk(staff), draft, None)
            .await
        {
            Ok(made) => Ok(Created {
                request: made.request.id,
                phrase: made.phrase,
            }),
            Err(Failure::Refused(refusal)) => Err(match refusal {
                CreateRefusal::Invalid(problems) => CreateError::Invalid(problems),
                CreateRefusal::Taken { holder, made_at } => CreateError::Taken { holder, made_at },
                CreateRefusal::MayNot(why) => CreateError::MayNot(why),
                // Only calls with an idempotency key come to these, and the desk's have none.
                CreateRefusal::KeyReused | CreateRefusal::KeyOver => CreateError::Unavailable,
            }),
            Err(Failure::Fault(fault)) => {
                log(&fault);
                Err(CreateError::Unavailable)
            }
        }
    }

    async fn send_email(
        &self,
        staff: &StaffContext,
        request: ConnectRequestId,
        email: &str,
    ) -> Result<(), SendError> {
        match self
            .send_connect_mail(Caller::desk(staff), request, email)
            .await
        {
            Ok(()) => Ok(()),
            Err(Failure::Refused(refusal)) => Err(match refusal {
                SendRefusal::Address(error) => SendError::Address(error),
                SendRefusal::MayNot(why) => SendError::MayNot(why),
                SendRefusal::NotFound => SendError::NotFound,
                SendRefusal::Over => SendError::CodeOver,
                SendRefusal::AlreadyQueued => SendError::AlreadyQueued,
            }),
            Err(Failure::Fault(fault)) => {
                log(&fault);
                Err(SendError::Unavailable)
            }
        }
    }
}

/// The page says "try again"; the reason is logged here, where it is last seen.
fn log(fault: &Fault) {
    tracing::error!(error = %fault, "a desk use case failed");
}

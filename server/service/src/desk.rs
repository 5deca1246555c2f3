//! What the desk's server functions ask for, answered by the same use cases as every other door.

use super::{Actor, Caller, CreateRefusal, Failure, Fault, SendRefusal, Services};
use app::desk::{CreateError, Created, SendError, StaffContext, StaffDesk};
use async_trait::async_trait;
use domain::ids::ConnectRequestId;
use domain::new_request::{Door, Draft};

impl Caller {
    /// The desk, worked by a member of staff.
    pub fn desk(staff: &StaffContext) -> Self {
        Self {
            application: staff.application,
            actor: Actor::Staff(staff.staff),
            door: Door::Desk,
        }
    }

    /// The desk's screen in a patient's hands, who types what staff do not see.
    pub fn patient_at_desk(staff: &StaffContext) -> Self {
        Self {
            door: Door::Patient,
            ..Self::desk(staff)
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
            Err(failure) => Err(not_created(failure)),
        }
    }

    async fn hand_over(&self, staff: &StaffContext, draft: &Draft) -> Result<(), CreateError> {
        let handed = self.hand_over(staff, draft).await;
        handed.map_err(not_created)
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

/// Why nothing was made, as the desk and a patient at its screen are told.
impl From<CreateRefusal> for CreateError {
    fn from(refusal: CreateRefusal) -> Self {
        match refusal {
            CreateRefusal::Invalid(problems) => Self::Invalid(problems),
            CreateRefusal::Taken(holder) => Self::Taken {
                holder: holder.id,
                made_at: holder.made_at,
            },
            CreateRefusal::MayNot(why) => Self::MayNot(why),
            // Only calls with an idempotency key come to these, and the desk's have none.
            CreateRefusal::KeyReused | CreateRefusal::KeyOver => Self::Unavailable,
        }
    }
}

fn not_created(failure: Failure<CreateRefusal>) -> CreateError {
    match failure {
        Failure::Refused(refusal) => refusal.into(),
        Failure::Fault(fault) => {
            log(&fault);
            CreateError::Unavailable
        }
    }
}

/// The page says "try again"; the reason is logged here, where it is last seen.
fn log(fault: &Fault) {
    tracing::error!(error = %fault, "a desk use case failed");
}

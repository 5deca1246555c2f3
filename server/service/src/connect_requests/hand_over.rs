//! The desk's screen in a patient's hands: whether it may be handed over, and taking it back.

use crate::audit::log::Entry;
use crate::sign_in::limits::{SignInRejection, Source};
use crate::{
    Actor, ConnectRequests, CreateRejection, Failure, InternalError, Outcome, SignedInStaff, reject,
};
use domain::application::Application;
use domain::audit::{Action, ActionOutcome};
use domain::ids::ConnectRequestId;
use domain::new_request::{Draft, Particulars};
use domain::staff::StaffContext;
use store::{Tx, connect_requests};

impl ConnectRequests<'_> {
    /// Looks whether all but question and answer is there, so that the patient is not asked in vain.
    pub async fn hand_over(
        self,
        staff: &StaffContext,
        draft: &Draft,
    ) -> Outcome<(), CreateRejection> {
        let mut tx = self.store().begin().await?;
        self.application(&mut tx, staff.application)
            .await?
            .may_connect()
            .map_err(|why| Failure::Rejected(CreateRejection::MayNot(why)))?;
        let about = Particulars::parse(draft)
            .map_err(|problems| Failure::Rejected(CreateRejection::Invalid(problems)))?;
        let holder =
            connect_requests::holder(&mut tx, staff.application, &about.external_id).await?;
        let replaces: Option<ConnectRequestId> = draft.replaces.parse().ok();
        if let Some(holder) = holder.filter(|holder| Some(holder.id) != replaces) {
            return reject(CreateRejection::Taken(holder.into()));
        }
        self.audit_screen(
            &mut tx,
            staff,
            Action::StaffHandOver,
            ActionOutcome::HandedOver,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes the screen back by the password of the staff member who handed it over, under the limits of every sign-in.
    pub async fn hand_back(
        self,
        staff: &SignedInStaff,
        password: &str,
        source: &Source,
    ) -> Outcome<(), SignInRejection> {
        self.staff()
            .prove(
                staff,
                password,
                source,
                Action::StaffHandBack,
                ActionOutcome::HandedBack,
            )
            .await
    }

    /// The clinic that a member of staff works for, as its patients read it.
    pub async fn clinic_of(self, staff: &StaffContext) -> Result<Application, InternalError> {
        let mut tx = self.store().read().await?;
        self.application(&mut tx, staff.application).await
    }

    async fn audit_screen(
        self,
        tx: &mut Tx,
        staff: &StaffContext,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(staff.application),
            actor: Actor::Staff(staff.staff),
            action,
            subject: Some(staff.staff.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

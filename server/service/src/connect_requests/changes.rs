//! A connect request is changed: another external id, withdrawn, mailed.

use crate::connect_requests::lists::{Caller, Holder};
use crate::outbox::mail_job::CONNECT;
use crate::seen::Seen;
use crate::{ConnectRequests, Failure, InternalError, MailJob, Outcome, reject};
use domain::address;
use domain::application::MayNotConnect;
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{Code, ConnectRequest};
use domain::external_id::ExternalId;
use domain::ids::ConnectRequestId;
use domain::new_request::FieldError;
use domain::policy;
use store::connect_requests as table;
use store::{Tx, connections, jobs};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenameRejection {
    Invalid(FieldError),
    /// Another request holds the external id.
    Taken(Holder),
    MayNot(MayNotConnect),
    NotFound,
    /// Replaced or deleted: it has no external id any more.
    Over,
    /// The request is not as the page showed it.
    Changed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeleteRejection {
    MayNot(MayNotConnect),
    NotFound,
    /// Its patient is connected.
    Connected,
    /// Replaced by a newer one.
    Over,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CancelRejection {
    Delete(DeleteRejection),
    /// The request is not as the page showed it any more.
    Changed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendRejection {
    Address(FieldError),
    MayNot(MayNotConnect),
    NotFound,
    /// The code no longer works.
    Over,
    /// The last mail is on its way.
    AlreadyQueued,
}

impl ConnectRequests<'_> {
    /// Gives a patient's request another external id; the connections under the former one take it too.
    pub async fn rename(
        self,
        caller: Caller,
        id: ConnectRequestId,
        external_id: &str,
        seen: Option<&Seen>,
    ) -> Outcome<ConnectRequest, RenameRejection> {
        let external_id = ExternalId::parse(external_id)
            .map_err(|error| Failure::Rejected(RenameRejection::Invalid(error.into())))?;
        let mut tx = self.store().begin().await?;
        self.may_connect(&mut tx, caller)
            .await?
            .map_err(|why| Failure::Rejected(RenameRejection::MayNot(why)))?;
        let Some(request) = self.lock_own(&mut tx, caller, id).await? else {
            return reject(RenameRejection::NotFound);
        };
        if !request.holds_external_id() {
            return reject(RenameRejection::Over);
        }
        if !Seen::fits(seen, &self.renaming_shown(&request)) {
            return reject(RenameRejection::Changed);
        }
        let holder = self
            .holding(&mut tx, caller.application, &external_id)
            .await?;
        match holder {
            Some(holder) if holder.id != id => {
                return reject(RenameRejection::Taken(holder.into()));
            }
            Some(_) => {}
            None => {
                let now = self.ports().now();
                table::release(&mut tx, caller.application, &[&external_id], now).await?;
            }
        }
        let former = request.external_id.clone();
        let request = ConnectRequest {
            external_id,
            ..request
        };
        if !table::rename(&mut tx, &request).await? {
            drop(tx);
            let mut tx = self.store().read().await?;
            return match table::holder(&mut tx, caller.application, &request.external_id).await? {
                Some(holder) => reject(RenameRejection::Taken(holder.into())),
                None => Err(InternalError::Contradiction("connect_request").into()),
            };
        }
        let application = caller.application;
        table::rename_tombstones(&mut tx, application, &former, &request.external_id).await?;
        connections::rename(&mut tx, application, &former, &request.external_id).await?;
        self.audit_request(
            &mut tx,
            caller,
            Action::ConnectRequestRename,
            id,
            ActionOutcome::Renamed,
        )
        .await?;
        tx.commit().await?;
        Ok(request)
    }

    /// The digest of a request, as the form that corrects its external id shows it.
    pub fn renaming_shown(self, request: &ConnectRequest) -> Seen {
        let shown = (request.id.0, &request.friendly_name, &request.external_id);
        self.seen("rename", &shown)
    }

    /// What a page says of a request before it is cancelled.
    pub fn cancelling_shown(self, request: &ConnectRequest) -> Seen {
        let shown = (request.id.0, &request.friendly_name, &request.external_id);
        self.seen("cancel", &shown)
    }

    /// Withdraws a request; one that is deleted already stays so.
    pub async fn delete(
        self,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Outcome<(), DeleteRejection> {
        let mut tx = self.store().begin().await?;
        match self.deletable(&mut tx, caller, id).await? {
            Some(request) => self.withdraw(tx, caller, request).await,
            None => Ok(()),
        }
    }

    /// The same for a page that asked first: nothing is done where the request is not as the page showed it.
    pub async fn cancel(
        self,
        caller: Caller,
        id: ConnectRequestId,
        seen: &Seen,
    ) -> Outcome<(), CancelRejection> {
        let refused = |failure: Failure<DeleteRejection>| failure.map(CancelRejection::Delete);
        let mut tx = self.store().begin().await?;
        let found = self.deletable(&mut tx, caller, id).await;
        let Some(request) = found.map_err(refused)? else {
            return Ok(());
        };
        if !seen.is(&self.cancelling_shown(&request)) {
            return reject(CancelRejection::Changed);
        }
        self.withdraw(tx, caller, request).await.map_err(refused)
    }

    /// The request, locked; None where it is deleted already.
    async fn deletable(
        self,
        tx: &mut Tx,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Outcome<Option<ConnectRequest>, DeleteRejection> {
        self.may_connect(tx, caller)
            .await?
            .map_err(|why| Failure::Rejected(DeleteRejection::MayNot(why)))?;
        let Some(request) = self.lock_own(tx, caller, id).await? else {
            return reject(DeleteRejection::NotFound);
        };
        match request.code {
            Code::Deleted { .. } => Ok(None),
            Code::Replaced { .. } => reject(DeleteRejection::Over),
            _ => Ok(Some(request)),
        }
    }

    async fn withdraw(
        self,
        mut tx: Tx,
        caller: Caller,
        request: ConnectRequest,
    ) -> Outcome<(), DeleteRejection> {
        let (id, was) = (request.id, request.code);
        let request = request
            .delete(self.ports().now())
            .map_err(|_| Failure::Rejected(DeleteRejection::Connected))?;
        self.end(&mut tx, &request, was).await?;
        let (action, outcome) = (Action::ConnectRequestDelete, ActionOutcome::Deleted);
        self.audit_request(&mut tx, caller, action, id, outcome)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Queues the mail with the code; another address than the stored one takes its place.
    pub async fn send_mail(
        self,
        caller: Caller,
        id: ConnectRequestId,
        email: &str,
    ) -> Outcome<(), SendRejection> {
        let email = address::email(email, policy::EMAIL_MAX)
            .map_err(|error| Failure::Rejected(SendRejection::Address(error.into())))?;
        let mut tx = self.store().begin().await?;
        self.may_connect(&mut tx, caller)
            .await?
            .map_err(|why| Failure::Rejected(SendRejection::MayNot(why)))?;
        let stored = table::lock(&mut tx, id).await?;
        let own = stored.filter(|stored| stored.request.application == caller.application);
        let Some(stored) = own else {
            return reject(SendRejection::NotFound);
        };
        let request = stored.request.clone();
        if !request.shows_code(self.ports().now()) {
            return reject(SendRejection::Over);
        }
        let last = jobs::latest(&mut tx, CONNECT, id).await?;
        if last.is_some_and(|last| matches!(last.state, jobs::State::Queued | jobs::State::Leased))
            && request.email.as_deref() == Some(&email)
        {
            return reject(SendRejection::AlreadyQueued);
        }
        let request = request.mailed_to(email);
        table::update(&mut tx, &request).await?;
        self.installation()
            .recount(&mut tx, &stored, &request)
            .await?;
        self.outbox()
            .queue(&mut tx, &MailJob::Connect { request: id })
            .await?;
        self.audit_request(
            &mut tx,
            caller,
            Action::ConnectRequestMail,
            id,
            ActionOutcome::Queued,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

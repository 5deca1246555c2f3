//! Telling an application that its log has grown, at an address of its own.
//!
//! A call says no more than the number of the last event: the application then reads its log, with its key. So a call
//! to the wrong address tells nothing of anyone, two calls are as one, and one that never arrives loses nothing.

use crate::audit::log::Entry;
use crate::secrets::SealError;
use crate::seen::Seen;
use crate::{Administrator, Applications, InternalError, Outcome, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::address::AddressError;
use domain::audit::{Action, ActionOutcome};
use domain::callback::{self, Answer};
use domain::ids::ApplicationId;
use std::time::Duration;
use store::callbacks::{self as table, Due};
use store::{Tx, applications};

pub use store::callbacks::Callback;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackRejection {
    Address(AddressError),
    /// There is no application of this id, or it has no address.
    NotFound,
    /// The address or its secret changed since the form was shown.
    ChangedMeanwhile,
    NotProven,
}

/// A call to be made.
#[derive(Debug)]
pub struct Call {
    pub url: String,
    /// What signs it; shown to no one.
    pub secret: String,
    pub body: String,
    due: Due,
}

const SECRET_PREFIX: &str = "pcs_";
const SEALED_FOR: &str = "callback";

impl Applications<'_> {
    /// Where the application is told, and how the last call went.
    pub async fn callback(self, by: Administrator) -> Result<Option<Callback>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::find(&mut tx, by.application).await?)
    }

    /// The digest of address and secret, as the callback's forms show them.
    pub fn callback_shown(self, stored: Option<&Callback>) -> Seen {
        let shown = stored.map(|stored| (&stored.url, &stored.secret));
        self.seen("callback", &shown)
    }

    /// The stored callback, with the application's lock, if it is as the form showed it.
    async fn lock_callback(
        self,
        tx: &mut Tx,
        by: Administrator,
        seen: &Seen,
    ) -> Outcome<Option<Callback>, CallbackRejection> {
        if applications::lock(tx, by.application).await?.is_none() {
            return reject(CallbackRejection::NotFound);
        }
        let stored = table::find(tx, by.application).await?;
        if seen.is(&self.callback_shown(stored.as_ref())) {
            Ok(stored)
        } else {
            reject(CallbackRejection::ChangedMeanwhile)
        }
    }

    /// Sets the address. The first one comes with a secret, shown once; another one keeps it.
    pub async fn set_callback(
        self,
        by: Administrator,
        url: &str,
        seen: &Seen,
    ) -> Outcome<Option<String>, CallbackRejection> {
        let url = match callback::address(url) {
            Ok(url) => url,
            Err(error) => return reject(CallbackRejection::Address(error)),
        };
        let secret = self.new_secret();
        let sealed = self.seal_secret(by.application, &secret)?;
        let mut tx = self.store().begin().await?;
        let first = self.lock_callback(&mut tx, by, seen).await?.is_none();
        self.staff()
            .require_proof::<CallbackRejection>(&mut tx, by)
            .await?;
        let now = self.ports().now();
        table::put(&mut tx, by.application, &url, &sealed, now).await?;
        self.audit_callback(&mut tx, by, Action::CallbackSet, ActionOutcome::Set)
            .await?;
        tx.commit().await?;
        Ok(first.then_some(secret))
    }

    /// Another secret, shown once; calls are signed with it from now on.
    pub async fn renew_callback_secret(
        self,
        by: Administrator,
        seen: &Seen,
    ) -> Outcome<String, CallbackRejection> {
        let secret = self.new_secret();
        let sealed = self.seal_secret(by.application, &secret)?;
        let mut tx = self.store().begin().await?;
        if self.lock_callback(&mut tx, by, seen).await?.is_none() {
            return reject(CallbackRejection::NotFound);
        }
        self.staff()
            .require_proof::<CallbackRejection>(&mut tx, by)
            .await?;
        if !table::set_secret(&mut tx, by.application, &sealed).await? {
            return reject(CallbackRejection::NotFound);
        }
        self.audit_callback(
            &mut tx,
            by,
            Action::CallbackRenewSecret,
            ActionOutcome::Renewed,
        )
        .await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// Removes the address; where there is none, it is as wanted.
    pub async fn remove_callback(
        self,
        by: Administrator,
        seen: &Seen,
    ) -> Outcome<(), CallbackRejection> {
        let mut tx = self.store().begin().await?;
        if self.lock_callback(&mut tx, by, seen).await?.is_none() {
            return Ok(());
        }
        if table::remove(&mut tx, by.application).await? {
            self.audit_callback(&mut tx, by, Action::CallbackRemove, ActionOutcome::Removed)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Asks for a call at once, with or without news.
    pub async fn ask_callback(self, by: Administrator) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        if table::ask(&mut tx, by.application, self.ports().now()).await? {
            self.audit_callback(&mut tx, by, Action::CallbackAsk, ActionOutcome::Asked)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Claims the call that is due longest. One whose worker never came back is due again after its lease.
    pub async fn claim_callback(self, lease: Duration) -> Result<Option<Call>, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().begin().await?;
        let claimed = table::claim(&mut tx, now, now + lease).await?;
        tx.commit().await?;
        claimed.map(|due| self.call(due)).transpose()
    }

    fn call(self, due: Due) -> Result<Call, InternalError> {
        let place = due.application.0;
        let secret = self
            .sealer()
            .open_text(SEALED_FOR, place.as_bytes(), &due.secret)?;
        let body =
            serde_json::json!({ "application_id": due.application, "latest_event": due.latest });
        Ok(Call {
            url: due.url.clone(),
            secret,
            body: body.to_string(),
            due,
        })
    }

    /// Records the result of a call. One that was not taken comes again, ever later, while there is news.
    pub async fn settle_callback(self, call: &Call, answer: Answer) -> Result<(), InternalError> {
        let now = self.ports().now();
        let next_at = match answer {
            Answer::Taken => now,
            _ => now + callback::wait_after(call.due.attempts),
        };
        let mut tx = self.store().begin().await?;
        table::settle(&mut tx, &call.due, answer, now, next_at).await?;
        tx.commit().await?;
        Ok(())
    }

    fn new_secret(self) -> String {
        let secret = BASE64_URL_SAFE_NO_PAD.encode(self.ports().bytes::<32>());
        format!("{SECRET_PREFIX}{secret}")
    }

    fn seal_secret(self, application: ApplicationId, secret: &str) -> Result<Vec<u8>, SealError> {
        let place = application.0;
        self.sealer().seal(
            SEALED_FOR,
            place.as_bytes(),
            secret.as_bytes(),
            self.ports(),
        )
    }

    async fn audit_callback(
        self,
        tx: &mut Tx,
        by: Administrator,
        action: Action,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action,
            subject: Some(by.application.0),
            outcome,
        };
        self.audit().record(tx, entry).await
    }
}

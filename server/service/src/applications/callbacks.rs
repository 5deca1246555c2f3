//! Telling an application that its log has grown, at an address of its own.
//!
//! A call says no more than the number of the last event: the application then reads its log, with its key. So a call
//! to the wrong address tells nothing of anyone, two calls are as one, and one that never arrives loses nothing.

use crate::audit::log::Entry;
use crate::secrets::SealError;
use crate::seen::Seen;
use crate::{Administrator, Applications, InternalError, Outcome, reject};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::address::AddressError;
use domain::audit::{Action, ActionOutcome};
use domain::callback::{self, Answer};
use domain::ids::ApplicationId;
use domain::policy;
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
    /// Of this call and its repeats.
    pub id: String,
    /// What signs it, shown to no one: the secret, and for a day the one before.
    pub secrets: Vec<String>,
    pub body: String,
    due: Due,
}

/// Of secrets that were made before calls were signed as Standard Webhooks are.
const OLD_SECRET: &str = "pcs_";
/// Of Standard Webhooks' secrets; what follows is base64.
pub const SECRET: &str = "whsec_";
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

    /// Another secret, shown once; calls are signed with it from now on, and with the one before for a day.
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
        let former_until = self.ports().now() + policy::CALLBACK_FORMER_SECRET;
        if !table::set_secret(&mut tx, by.application, &sealed, former_until).await? {
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
        let (place, now) = (due.application.0, self.ports().now());
        let open = |sealed| {
            self.sealer()
                .open_text(SEALED_FOR, place.as_bytes(), sealed)
        };
        let mut secrets = vec![open(&due.secret)?];
        if let Some((former, _)) = due.former.as_ref().filter(|(_, until)| now < *until) {
            secrets.push(open(former)?);
        }
        let told =
            serde_json::json!({ "application_id": due.application, "latest_event": due.latest });
        // An address whose secret is of the old kind is told in the old words.
        let body = if secrets[0].starts_with(OLD_SECRET) {
            told
        } else {
            serde_json::json!({
                "type": "events.available",
                "timestamp": now.rfc3339(),
                "data": told,
            })
        };
        Ok(Call {
            url: due.url.clone(),
            id: format!("evt_{}_{}", due.application, due.latest),
            secrets,
            body: body.to_string(),
            due,
        })
    }

    /// Records the result of a call. One that was not taken comes again, ever later, while there is news.
    pub async fn settle_callback(self, call: &Call, answer: Answer) -> Result<(), InternalError> {
        let now = self.ports().now();
        let next_at = match answer {
            Answer::Taken => now,
            // Up to a tenth more, so that many do not come back at once.
            _ => {
                let wait = callback::wait_after(call.due.attempts);
                now + wait + wait * self.ports().below(100) / 1_000
            }
        };
        let mut tx = self.store().begin().await?;
        table::settle(&mut tx, &call.due, answer, now, next_at).await?;
        tx.commit().await?;
        Ok(())
    }

    fn new_secret(self) -> String {
        format!(
            "{SECRET}{}",
            BASE64_STANDARD.encode(self.ports().bytes::<32>())
        )
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

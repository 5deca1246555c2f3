//! A connect request is replaced by a new one with the same challenge: one, or many at once, all of them or none.

use crate::connect_requests::lists::Caller;
use crate::connect_requests::new_request::Made;
use crate::seen::Seen;
use crate::{ConnectRequests, Failure, InternalError, MailJob, Outcome, reject};
use domain::application::{Application, MayNotConnect};
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{Code, ConnectRequest};
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::statistics::{Counted, Reached};
use domain::timestamp::Timestamp;
use store::Tx;
use store::connect_requests::{self as table, Stored};

/// A request that took the place of another.
pub(crate) struct Replaced {
    pub old: ConnectRequestId,
    pub new: ConnectRequest,
    pub code: IdentityCode,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReissueRejection {
    MayNot(MayNotConnect),
    NotFound,
    /// Replaced or deleted already.
    Over,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkRejection {
    /// Nothing was chosen.
    Nothing,
    TooMany {
        max: usize,
    },
    MayNot(MayNotConnect),
    /// One of them is not the application's.
    NotFound,
    /// One of them was replaced or deleted in the meantime.
    Over,
    /// One of them is not as the page showed it any more.
    Changed,
}

/// The requests that would get new codes, as a page shows them.
pub struct Reissuing {
    pub requests: Vec<ConnectRequest>,
    pub seen: Seen,
}

impl ConnectRequests<'_> {
    /// Replaces a request by a new one with the same challenge and names; the old code is dead in the same
    /// transaction, grants stay.
    pub async fn reissue(
        self,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Outcome<Made, ReissueRejection> {
        let mut tx = self.store().begin().await?;
        let application = self.application(&mut tx, caller.application).await?;
        application
            .may_connect()
            .map_err(|why| Failure::Rejected(ReissueRejection::MayNot(why)))?;
        let stored = table::lock(&mut tx, id).await?;
        let Some(old) = stored.filter(|stored| stored.request.application == caller.application)
        else {
            return reject(ReissueRejection::NotFound);
        };
        if !old.request.holds_external_id() {
            return reject(ReissueRejection::Over);
        }
        let Replaced { new, code, .. } = self.replace(&mut tx, &application, old).await?;
        self.audit_replaced(&mut tx, caller, id, new.id).await?;
        tx.commit().await?;
        Ok(Made {
            request: new,
            code,
            phrase: None,
        })
    }

    /// The requests that would get new codes, in the order in which they were chosen.
    pub async fn reissuing(
        self,
        caller: Caller,
        ids: &[ConnectRequestId],
    ) -> Outcome<Reissuing, BulkRejection> {
        let ids = chosen(ids)?;
        let mut tx = self.store().read().await?;
        self.application(&mut tx, caller.application)
            .await?
            .may_connect()
            .map_err(|why| Failure::Rejected(BulkRejection::MayNot(why)))?;
        let mut requests = Vec::with_capacity(ids.len());
        for id in ids {
            match table::find(&mut tx, caller.application, id).await? {
                None => return reject(BulkRejection::NotFound),
                Some(stored) if !stored.request.holds_external_id() => {
                    return reject(BulkRejection::Over);
                }
                Some(stored) => requests.push(stored.request),
            }
        }
        let seen = self.replacing_shown(&requests);
        Ok(Reissuing { requests, seen })
    }

    /// What a page says of requests before they get new codes.
    fn replacing_shown(self, requests: &[ConnectRequest]) -> Seen {
        let shown: Vec<_> = requests
            .iter()
            .map(|request| {
                (
                    request.id.0,
                    &request.friendly_name,
                    &request.external_id,
                    &request.email,
                    request.connection.is_live(),
                )
            })
            .collect();
        self.seen("reissue", &shown)
    }

    /// Replaces all of these by new ones with the same challenge and names, in one transaction; mail goes to those
    /// who have an address. Answers the new ones. Nothing is done where one is not as the page showed it.
    pub async fn reissue_all(
        self,
        caller: Caller,
        ids: &[ConnectRequestId],
        seen: &Seen,
    ) -> Outcome<Vec<ConnectRequest>, BulkRejection> {
        let ids = chosen(ids)?;
        let mut tx = self.store().begin().await?;
        let application = self.application(&mut tx, caller.application).await?;
        application
            .may_connect()
            .map_err(|why| Failure::Rejected(BulkRejection::MayNot(why)))?;
        // All are locked in the order of their ids, and before the first audit record: see the order of locks.
        let mut in_order = ids.clone();
        in_order.sort_unstable();
        let mut locked = Vec::with_capacity(ids.len());
        for id in in_order {
            let stored = table::lock(&mut tx, id).await?;
            let Some(old) =
                stored.filter(|stored| stored.request.application == caller.application)
            else {
                return reject(BulkRejection::NotFound);
            };
            if !old.request.holds_external_id() {
                return reject(BulkRejection::Over);
            }
            locked.push(old);
        }
        let mut shown: Vec<_> = locked.iter().map(|old| old.request.clone()).collect();
        shown.sort_by_key(|request| ids.iter().position(|id| *id == request.id));
        if !seen.is(&self.replacing_shown(&shown)) {
            return reject(BulkRejection::Changed);
        }
        let mut replaced = Vec::with_capacity(ids.len());
        for old in locked {
            replaced.push(self.replace(&mut tx, &application, old).await?);
        }
        for Replaced { old, new, .. } in &replaced {
            self.audit_replaced(&mut tx, caller, *old, new.id).await?;
        }
        tx.commit().await?;
        replaced.sort_by_key(|Replaced { old, .. }| ids.iter().position(|id| id == old));
        Ok(replaced.into_iter().map(|replaced| replaced.new).collect())
    }

    /// Puts a new request in the place of one that is locked; leaves the audit records to the caller.
    pub(crate) async fn replace(
        self,
        tx: &mut Tx,
        application: &Application,
        old: Stored,
    ) -> Result<Replaced, InternalError> {
        let now = self.ports().now();
        let id = old.request.id;
        let was = old.request.code;
        self.end(tx, &old.request.clone().replace(now), was).await?;
        let (new, code) = self.renewed(old, application, now)?;
        if !table::insert(tx, &new).await? {
            return Err(InternalError::Contradiction("connect_request"));
        }
        self.installation()
            .count(tx, &new.request, Counted::Made)
            .await?;
        if new.request.email.is_some() {
            let request = new.request.id;
            self.outbox()
                .queue(tx, &MailJob::Connect { request })
                .await?;
        }
        Ok(Replaced {
            old: id,
            new: new.request,
            code,
        })
    }

    pub(crate) async fn audit_replaced(
        self,
        tx: &mut Tx,
        caller: Caller,
        old: ConnectRequestId,
        new: ConnectRequestId,
    ) -> Result<(), InternalError> {
        self.audit_request(
            tx,
            caller,
            Action::ConnectRequestReplace,
            old,
            ActionOutcome::Replaced,
        )
        .await?;
        self.audit_request(
            tx,
            caller,
            Action::ConnectRequestCreate,
            new,
            ActionOutcome::Reissued,
        )
        .await
    }

    fn renewed(
        self,
        old: Stored,
        application: &Application,
        now: Timestamp,
    ) -> Result<(Stored, IdentityCode), InternalError> {
        let id = ConnectRequestId(self.ports().id());
        let code = self.new_code();
        let sealed = old.question.as_deref();
        let sealed = sealed.ok_or(InternalError::Contradiction("connect_request"))?;
        let old_place = old.request.id.0;
        let question = self
            .sealer()
            .open("question", old_place.as_bytes(), sealed)?;
        let stored = Stored {
            question: Some(self.sealer().seal(
                "question",
                id.0.as_bytes(),
                &question,
                self.ports(),
            )?),
            code_digest: self.code_digest(&code),
            code_sealed: Some(self.seal_code(id, &code)?),
            reached: Reached::Nothing,
            wrong_answers: application.policy.wrong_answers,
            request: ConnectRequest {
                id,
                made_at: now,
                expires_at: application.code_ends_at(now),
                code: Code::Usable,
                binding: None,
                ..old.request
            },
            ..old
        };
        Ok((stored, code))
    }
}

/// Each once.
fn chosen(ids: &[ConnectRequestId]) -> Outcome<Vec<ConnectRequestId>, BulkRejection> {
    let mut once: Vec<ConnectRequestId> = Vec::new();
    for id in ids {
        if !once.contains(id) {
            once.push(*id);
        }
    }
    match once.len() {
        0 => reject(BulkRejection::Nothing),
        many if many > policy::REISSUE_MAX => reject(BulkRejection::TooMany {
            max: policy::REISSUE_MAX,
        }),
        _ => Ok(once),
    }
}

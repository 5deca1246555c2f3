//! What the clock ends and what is kept no longer: the one table of retention.
//!
//! | what | kept for |
//! |---|---|
//! | a waiting request | its lifetime, then it ends and the application is told |
//! | a used code | 90 days after the last pick-up, then it ends |
//! | ended, stopped, refused and used requests | 90 days after the end, the last pick-up or the disconnect; while their patient is connected, until someone makes a new request for the same external id |
//! | replaced and deleted requests | 90 days |
//! | connections | no end yet |
//! | a person's file of all that is theirs | 7 days after it is made |
//! | accounts | until their person deletes them, and 14 days; their id: for good |
//! | a person's log of who did what with their records | 6 years after the last act of a line |
//! | records | until their person removes them; the id of one that a clinic was connected to: for good |
//! | things in records | until their record is removed; a removed thing stays as its clinics left it |
//! | words of a request, by which the desk finds it | until it is replaced, deleted or purged |
//! | events | 180 days: longer than any waiting request lives and any ended one is kept |
//! | marks of reminders | for good: one for each day of reminders |
//! | marks of monthly mails | for good: one for each month |
//! | that a person was told of a first read | until the connection ends |
//! | logos | until another one takes its place, or none |
//! | mail jobs | 90 days after their end; their content is wiped at the end |
//! | an application's callback | until a manager removes it |
//! | idempotency keys | 7 days |
//! | a file read and not confirmed, a file of letters | 1 hour; an import that is over: 90 days, its content is wiped at the end |
//! | sessions | 12 hours unseen; of no one who signed in: 30 minutes from their start |
//! | waiting accounts | their digits' 15 minutes |
//! | invitations to look after a record | their 7 days |
//! | invitations and links to a new password | 90 days after their time is over |
//! | texts of the pages that every footer leads to | until an operator writes others |
//! | the first start's link, mail settings | one of each, until used or changed |
//! | limits, wrong sign-ins among them | a day after they are over |
//! | a new address that waits for its digits | their 15 minutes; the link that undoes a change: 7 days |
//! | passkeys | until their person removes them, or the account ends |
//! | passkeys that a browser was asked for | until they come, or 5 minutes |
//! | ways to a new password for people | their 30 minutes |
//! | sign-ins without their second step | their minutes, then the owner is told |
//! | tries that were reserved and never settled | until their lease is over |
//! | what an application keeps for a person | until it removes that |
//! | signed calls of the XML platform | until their time is over |
//! | audit entries, heads and anchors | for good, because a deleted one must show |
//! | authenticators | replaced, switched off or reset; their recovery codes also until used or made anew |

use crate::audit::log::Entry;
use crate::{Actor, Installation, InternalError};
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{Code, ConnectRequest};
use domain::event::EventKind;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::timestamp::Timestamp;
use store::{
    Tx, access, answer_tries, batches, connect_requests, custodian_invitations, downloads,
    email_changes, events, idempotency, invitations, jobs, passkey_ceremonies, password_resets,
    rate_limits, sessions, sign_in_limits, sign_ups, signed_calls,
};

const BATCH: u32 = 200;

/// How many of each were ended or deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CleanedUp {
    pub expired: u64,
    pub purged: u64,
    pub other: u64,
}

impl Installation<'_> {
    /// Ends and deletes everything whose time is over at `now`, in batches.
    pub async fn clean_up(self, now: Timestamp) -> Result<CleanedUp, InternalError> {
        let mut done = CleanedUp::default();
        loop {
            match self.expire_batch(now).await? {
                0 => break,
                count => done.expired += count,
            }
        }
        loop {
            let mut tx = self.store().begin().await?;
            let purged = connect_requests::purge(&mut tx, now, BATCH).await?;
            tx.commit().await?;
            done.purged += purged;
            if purged < u64::from(BATCH) {
                break;
            }
        }
        done.other += self.purge_sessions(now).await?;
        let mut tx = self.store().begin_long().await?;
        done.other += events::purge(&mut tx, now - 2 * policy::RETENTION).await?;
        done.other += jobs::purge(&mut tx, now - policy::RETENTION).await?;
        done.other += batches::purge(&mut tx, now).await?;
        done.other += idempotency::purge(&mut tx, now - policy::days(7)).await?;
        done.other += sign_ups::purge(&mut tx, now).await?;
        done.other += password_resets::purge(&mut tx, now).await?;
        done.other += email_changes::purge(&mut tx, now).await?;
        done.other += passkey_ceremonies::purge(&mut tx, now).await?;
        done.other += downloads::purge(&mut tx, now).await?;
        done.other += custodian_invitations::purge(&mut tx, now).await?;
        done.other += invitations::purge(&mut tx, now - policy::RETENTION).await?;
        done.other += signed_calls::purge(&mut tx, now).await?;
        done.other += rate_limits::purge(&mut tx, now - policy::days(1)).await?;
        done.other += sign_in_limits::purge(&mut tx, now - policy::days(1), now).await?;
        done.other += answer_tries::purge(&mut tx, now).await?;
        done.other += access::purge(&mut tx, now - policy::ACCESS_LOG).await?;
        tx.commit().await?;
        done.other += self.leaving().delete_ended_accounts(now).await?;
        done.other += self.staff().tell_half_sign_ins(now).await?;
        done.other += self.people().tell_half_sign_ins(now).await?;
        self.audit().anchor(now).await?;
        Ok(done)
    }

    /// Deletes sessions that are over, a batch at a time: strangers decide how many there are.
    async fn purge_sessions(self, now: Timestamp) -> Result<u64, InternalError> {
        let unseen = now - policy::SESSION_LIFE;
        let strangers = now - policy::STRANGER_SESSION;
        let mut purged = 0;
        loop {
            let mut tx = self.store().begin().await?;
            let batch = sessions::purge(&mut tx, unseen, strangers, BATCH).await?;
            tx.commit().await?;
            purged += batch;
            if batch < u64::from(BATCH) {
                return Ok(purged);
            }
        }
    }

    /// Ends overdue requests of one application: the chains and logs of two are never held at once.
    async fn expire_batch(self, now: Timestamp) -> Result<u64, InternalError> {
        let mut tx = self.store().begin().await?;
        let overdue = connect_requests::lock_overdue(&mut tx, now, BATCH).await?;
        let Some(application) = overdue.first().map(|request| request.application) else {
            return Ok(0);
        };
        let ended: Vec<ConnectRequest> = overdue
            .into_iter()
            .filter(|request| request.application == application)
            .filter_map(|request| request.expire(now))
            .collect();
        self.expire(&mut tx, &ended).await?;
        tx.commit().await?;
        self.applications().notify(application);
        Ok(ended.len() as u64)
    }

    /// Ends a code that was refused because its time was over at `at`. Only the first notice writes.
    pub(crate) async fn end_by_clock(
        self,
        id: ConnectRequestId,
        at: Timestamp,
    ) -> Result<(), InternalError> {
        let mut tx = self.store().read().await?;
        let stored = connect_requests::get(&mut tx, id).await?;
        drop(tx);
        if stored.is_none_or(|stored| stored.request.code != Code::Usable) {
            return Ok(());
        }
        let mut tx = self.store().begin().await?;
        let Some(stored) = connect_requests::lock(&mut tx, id).await? else {
            return Ok(());
        };
        let request = stored.request;
        let application = request.application;
        let Some(ended) = request.expire(at) else {
            return Ok(());
        };
        self.expire(&mut tx, &[ended]).await?;
        tx.commit().await?;
        self.applications().notify(application);
        Ok(())
    }

    /// Records the end of one application's requests, tells it, and leaves the audit records last.
    async fn expire(self, tx: &mut Tx, ended: &[ConnectRequest]) -> Result<(), InternalError> {
        for request in ended {
            self.connect_requests()
                .end(tx, request, Code::Usable)
                .await?;
            // No one waits for the end of a code that did what it was for.
            if request.binding.is_none() {
                self.applications()
                    .append_event(tx, EventKind::Expired, request, None)
                    .await?;
            }
        }
        for request in ended {
            let entry = Entry {
                application: Some(request.application),
                actor: Actor::System,
                action: Action::ConnectRequestExpire,
                subject: Some(request.id.0),
                outcome: ActionOutcome::Ended,
            };
            self.audit().record(tx, entry).await?;
        }
        Ok(())
    }
}

//! Reminders to patients who have not used their code: on fixed days after it was made, never twice.
//!
//! Requests have their turn in the order in which they were made. A mark for each day says how far it has come, and
//! moves in the transaction that queues the mails: no worker, however many there are, passes a request again.

use crate::{ConnectRequests, InternalError, MailJob};
use domain::policy;
use domain::timestamp::Timestamp;
use store::reminders::{self, Place};

const BATCH: u32 = 200;

impl ConnectRequests<'_> {
    /// Queues the reminders that are due at `now`; says how many.
    pub async fn remind(self, now: Timestamp) -> Result<u64, InternalError> {
        let mut queued = 0;
        for day in policy::REMINDER_DAYS {
            while let Some(more) = self.remind_batch(day, now).await? {
                queued += more;
            }
        }
        Ok(queued)
    }

    /// None where no one is due.
    async fn remind_batch(self, day: u32, now: Timestamp) -> Result<Option<u64>, InternalError> {
        let made_by = now - policy::days(day);
        let oldest = Place::before(made_by - policy::REMINDER_LATE);
        let mut tx = self.store().begin().await?;
        // Who was passed over while no worker ran is not reminded at an odd time.
        let mark = reminders::lock_mark(&mut tx, day, oldest)
            .await?
            .max(oldest);
        let due = reminders::due(&mut tx, mark, made_by, now, BATCH).await?;
        let Some(last) = due.last().map(|due| due.place) else {
            return Ok(None);
        };
        let mut queued = 0;
        for due in due.iter().filter(|due| due.wanted) {
            let request = due.place.request;
            self.outbox()
                .queue(&mut tx, &MailJob::Reminder { request })
                .await?;
            queued += 1;
        }
        reminders::move_mark(&mut tx, day, last).await?;
        tx.commit().await?;
        Ok(Some(queued))
    }
}

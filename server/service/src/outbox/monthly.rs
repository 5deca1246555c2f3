//! The mail of each month: which clinics did what with a person's records. Queued for all whom it concerns, by a mark that
//! moves in the same transaction; what it says is read when it is sent.

use crate::mail::{AccountMessage, Message, MonthlyLine};
use crate::outbox::account_mails::AccountMail;
use crate::outbox::mail_job::MailJob;
use crate::outbox::recipients::Addressed;
use crate::{InternalError, Outbox};
use domain::ids::PersonId;
use domain::likeness::first_name;
use domain::month::Month;
use domain::policy;
use domain::thing::Act;
use domain::thing::reading::Sort;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use std::collections::BTreeMap;
use store::{Tx, access, applications, monthly_marks, persons, records};
use uuid::Uuid;

const BATCH: u32 = 200;

impl Outbox<'_> {
    /// Queues the mails about the month before `now`; says how many. Where no worker ran in the first days of a month,
    /// there are none about the one before.
    pub async fn queue_monthly(self, now: Timestamp) -> Result<u64, InternalError> {
        let month = Month::before(now).filter(|month| now < month.until + policy::MONTHLY_LATE);
        let Some(month) = month else {
            return Ok(0);
        };
        let mut queued = 0;
        while let Some(more) = self.queue_batch(&month).await? {
            queued += more;
        }
        Ok(queued)
    }

    /// None where no one is left.
    async fn queue_batch(self, month: &Month) -> Result<Option<u64>, InternalError> {
        let mut tx = self.store().begin().await?;
        let mark = monthly_marks::lock(&mut tx, month).await?;
        let due = monthly_marks::due(&mut tx, month, mark, BATCH).await?;
        let Some((last, _)) = due.last().copied() else {
            return Ok(None);
        };
        let mut queued = 0;
        for (person, _) in due.into_iter().filter(|(_, wanted)| *wanted) {
            let mail = AccountMail::Monthly {
                person,
                from: month.from,
                until: month.until,
            };
            self.queue(&mut tx, &MailJob::Account(mail)).await?;
            queued += 1;
        }
        monthly_marks::set(&mut tx, month, last).await?;
        tx.commit().await?;
        Ok(Some(queued))
    }

    /// None where the person does not want it any more, or there is nothing to tell.
    pub(super) async fn monthly_mail(
        self,
        tx: &mut Tx,
        id: PersonId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Addressed>, InternalError> {
        let wanted = persons::preferences(tx, id).await?;
        let person = persons::find(tx, id).await?;
        let Some(person) = person.filter(|_| wanted.is_some_and(|chosen| chosen.monthly_mail))
        else {
            return Ok(None);
        };
        let clinics = applications::of_person(tx, id).await?;
        let own = records::list(tx, id).await?;
        let mut told: BTreeMap<_, Vec<Option<Sort>>> = BTreeMap::new();
        for sum in access::sums(tx, id, from, until).await? {
            let clinic = clinics.iter().find(|one| one.id.0 == sum.actor);
            let record = own.iter().find(|one| one.id == sum.record);
            if let (Some(clinic), Some(record)) = (clinic, record) {
                let what = (sum.type_id != Uuid::nil()).then(|| Sort::of(sum.type_id));
                let act = match sum.act {
                    Act::Changed | Act::Removed => Act::Added,
                    act => act,
                };
                let key = (clinic.name.as_str(), record.id, act);
                let kinds = told.entry(key).or_default();
                if !kinds.contains(&what) {
                    kinds.push(what);
                }
            }
        }
        let more = told.len() > policy::MONTHLY_LINES;
        let line = |((clinic, record, act), kinds): ((&str, _, _), _)| MonthlyLine {
            clinic: clinic.to_owned(),
            record: own
                .iter()
                .find(|one| one.id == record)
                .and_then(|record| first_name(&record.name)),
            act,
            kinds,
        };
        let lines: Vec<_> = told
            .into_iter()
            .map(line)
            .take(policy::MONTHLY_LINES)
            .collect();
        if lines.is_empty() {
            return Ok(None);
        }
        let account_url = format!("{}/account", self.public_url());
        let message = AccountMessage::Monthly {
            month: Zone::UTC.at(from),
            lines,
            more,
            activity_url: format!("{account_url}/activity"),
            stop_url: format!("{account_url}/details"),
        };
        Ok(Some((person.email, None, Message::Account(message))))
    }
}

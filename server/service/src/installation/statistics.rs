//! How many codes were created, and their results, for managers.

use crate::{Administrator, Installation, InternalError};
use domain::connect_request::{Code, ConnectRequest, Listed};
use domain::ids::ApplicationId;
use domain::statistics::{Count, Counted, Reached, ended_as};
use domain::zone::Local;
use store::connect_requests::Stored;
use store::request_list;
use store::statistics::{self, Change};
use store::{Tx, applications};

/// Months that are shown, this one among them; as many before are compared with them.
const MONTHS: i32 = 12;

/// The results of the last year, for managers.
pub struct Overview {
    /// The last twelve months as "2026-05", the earliest first.
    pub months: Vec<String>,
    /// What was counted in them.
    pub counts: Vec<Count>,
    /// What was counted in the twelve months before.
    pub before: Vec<Count>,
    /// How many requests each of the lists has.
    pub lists: Vec<(Listed, u64)>,
}

impl Installation<'_> {
    /// The overview of the last twelve months.
    ///
    /// # Errors
    /// The database failed.
    pub async fn overview(self, by: Administrator) -> Result<Overview, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
        let application = self.application(&mut tx, by.application).await?;
        let mut months = months_to(application.time_zone.at(now), 2 * MONTHS);
        let from = months.first().map_or("", String::as_str);
        let mut before = statistics::list(&mut tx, by.application, from).await?;
        let months = months.split_off(months.len() / 2);
        let counts = before
            .iter()
            .position(|one| months.first().is_some_and(|first| one.month >= *first))
            .map_or_else(Vec::new, |place| before.split_off(place));
        Ok(Overview {
            months,
            counts,
            before,
            lists: request_list::counts(&mut tx, by.application, now).await?,
        })
    }

    /// Counts something that happens to a request now. Taken before the locks of events and audit.
    pub(crate) async fn count(
        self,
        tx: &mut Tx,
        request: &ConnectRequest,
        counted: Counted,
    ) -> Result<(), InternalError> {
        let zone = applications::time_zone(tx, request.application).await?;
        let made = zone.at(request.made_at);
        let days = made.days_until(zone.at(self.ports().now()));
        let change = Change {
            days: (counted == Counted::Connected).then(|| u32::try_from(days).unwrap_or(u32::MAX)),
            ..Change::one(request, &month(made), counted)
        };
        statistics::add(tx, request.application, &[change]).await?;
        Ok(())
    }

    /// Counts the end of a code; `was` is how it was before.
    pub(crate) async fn count_end(
        self,
        tx: &mut Tx,
        request: &ConnectRequest,
        was: Code,
    ) -> Result<(), InternalError> {
        match ended_as(request, was, self.ports().now()) {
            Some(counted) => self.count(tx, request, counted).await,
            None => Ok(()),
        }
    }

    /// Counts requests that are created together.
    pub(crate) async fn count_made<'r>(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        requests: impl Iterator<Item = &'r ConnectRequest>,
    ) -> Result<(), InternalError> {
        let zone = applications::time_zone(tx, application).await?;
        let mut changes: Vec<Change> = Vec::new();
        for request in requests {
            let one = Change::one(request, &month(zone.at(request.made_at)), Counted::Made);
            let alike = changes.iter_mut().find(|known| {
                (&known.month, known.delivery, &known.language)
                    == (&one.month, one.delivery, &one.language)
            });
            match alike {
                Some(known) => known.more += 1,
                None => changes.push(one),
            }
        }
        statistics::add(tx, application, &changes).await?;
        Ok(())
    }

    /// Counts the steps of a code that it reaches for the first time.
    pub(crate) async fn reach(
        self,
        tx: &mut Tx,
        request: &ConnectRequest,
        reached: Reached,
    ) -> Result<(), InternalError> {
        let Some(before) = statistics::reach(tx, request.id, reached).await? else {
            return Ok(());
        };
        for counted in before.steps_to(reached, request.delivery) {
            self.count(tx, request, counted).await?;
        }
        Ok(())
    }

    /// Counts the first connection by a code, and the steps before it that were not counted.
    pub(crate) async fn count_connected(
        self,
        tx: &mut Tx,
        request: &ConnectRequest,
        reached: Reached,
    ) -> Result<(), InternalError> {
        if reached < Reached::Answered {
            self.reach(tx, request, Reached::Answered).await?;
        }
        self.count(tx, request, Counted::Connected).await
    }

    /// Counts a code whose channel changed by the new channel, from its creation on.
    pub(crate) async fn recount(
        self,
        tx: &mut Tx,
        before: &Stored,
        now: &ConnectRequest,
    ) -> Result<(), InternalError> {
        let (reached, before) = (before.reached, &before.request);
        let counted_already = now.code != Code::Usable || now.binding.is_some();
        if before.delivery == now.delivery || counted_already {
            return Ok(());
        }
        let zone = applications::time_zone(tx, now.application).await?;
        let month = month(zone.at(now.made_at));
        let counted = |request: &ConnectRequest, more| {
            let steps = Reached::Nothing.steps_to(reached, request.delivery);
            let all = std::iter::once(Counted::Made).chain(steps);
            let changes = all.map(|counted| Change {
                more,
                ..Change::one(request, &month, counted)
            });
            changes.collect::<Vec<_>>()
        };
        let changes = [counted(before, -1), counted(now, 1)].concat();
        statistics::add(tx, now.application, &changes).await?;
        Ok(())
    }
}

fn month(at: Local) -> String {
    format!("{:04}-{:02}", at.year(), at.month())
}

fn months_to(now: Local, months: i32) -> Vec<String> {
    let this = i32::from(now.year()) * 12 + i32::from(now.month()) - 1;
    (this - months + 1..=this)
        .map(|month| {
            format!(
                "{:04}-{:02}",
                month.div_euclid(12),
                month.rem_euclid(12) + 1
            )
        })
        .collect()
}

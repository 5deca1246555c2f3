//! The poll by time: who picked up since then, in pages.
//!
//! Two processes may commit out of the order of their clocks, so a poll reaches [`policy::POLL_OVERLAP`] further back than
//! it is asked to. A part of an answer never says that it is as of a time whose pick-ups it has not all told.

use crate::{Applications, InternalError};
use domain::ids::ApplicationId;
use domain::policy;
use domain::timestamp::Timestamp;
use store::pickups::{self, After, Connected};

/// Where a page of the poll begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PollFrom {
    /// All that is kept.
    Start,
    Since(Timestamp),
    /// After the page before.
    Page(PollCursor),
}

/// The end of a page, and when its first page was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollCursor {
    pub after: After,
    pub as_of: Timestamp,
}

/// A page of the poll.
pub struct Authorized {
    pub connected: Vec<Connected>,
    /// The next `since`, whether or not the pages are read on.
    pub as_of: Timestamp,
    /// Where the next page begins; None on the last one.
    pub next: Option<PollCursor>,
}

impl Applications<'_> {
    /// Who picked up since a time, oldest first, at most [`policy::POLL_ROWS`].
    pub async fn authorized_since(
        self,
        application: ApplicationId,
        since: Option<Timestamp>,
    ) -> Result<Authorized, InternalError> {
        let from = since.map_or(PollFrom::Start, PollFrom::Since);
        self.authorized_page(application, from, policy::POLL_ROWS)
            .await
    }

    /// A page of those who picked up, oldest first. Disconnected pairs are left out, and pick-ups of more than 90 days
    /// ago. What commits while pages are read comes on a later page, or since the last page's `as_of`.
    pub async fn authorized_page(
        self,
        application: ApplicationId,
        from: PollFrom,
        rows: usize,
    ) -> Result<Authorized, InternalError> {
        let now = self.ports().now();
        let kept = now - policy::RETENTION;
        let (after, as_of) = match from {
            PollFrom::Start => (After::start_of(kept), now),
            PollFrom::Since(since) => {
                let reaching = since - policy::POLL_OVERLAP;
                (After::start_of(kept.max(reaching)), now)
            }
            PollFrom::Page(cursor) if cursor.after.at < kept => {
                (After::start_of(kept), cursor.as_of.min(now))
            }
            PollFrom::Page(cursor) => (cursor.after, cursor.as_of.min(now)),
        };
        let mut tx = self.store().read().await?;
        let mut connected = pickups::connected_since(&mut tx, application, after, rows + 1).await?;
        let Some(untold) = connected.get(rows).map(|one| one.at) else {
            return Ok(Authorized {
                connected,
                as_of,
                next: None,
            });
        };
        if connected.first().is_some_and(|first| first.at == untold) {
            // All of one moment: anyone who continues by time would be told the same again, so the moment is told whole.
            let of_moment = policy::POLL_ROWS.max(rows);
            connected =
                pickups::connected_since(&mut tx, application, after, of_moment + 1).await?;
            let moment = connected.partition_point(|one| one.at == untold);
            let told = moment.min(of_moment);
            let rest = connected.split_off(told);
            return Ok(part(connected, rest.first().map(|one| one.at), as_of));
        }
        connected.truncate(rows);
        Ok(part(connected, Some(untold), as_of))
    }
}

/// A page, and what comes after it: the time of the first that it does not tell.
fn part(connected: Vec<Connected>, untold: Option<Timestamp>, as_of: Timestamp) -> Authorized {
    let (Some(untold), Some(last)) = (untold, connected.last()) else {
        return Authorized {
            connected,
            as_of,
            next: None,
        };
    };
    let after = After {
        at: last.at,
        connect_request: last.connect_request.0,
        record: last.record.0,
    };
    Authorized {
        next: Some(PollCursor { after, as_of }),
        // The next poll by time reaches back to the first that is not told.
        as_of: as_of.min(untold + policy::POLL_OVERLAP),
        connected,
    }
}

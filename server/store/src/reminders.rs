//! Table `reminder_mark`: how far the reminders of each day have come, and whose turn comes next.

use super::{Result, Stamp, Tx};
use domain::ids::ConnectRequestId;
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// A request in the order in which reminders go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub made_at: Timestamp,
    pub request: ConnectRequestId,
}

impl Place {
    /// Before all requests made at this time.
    pub const fn before(made_at: Timestamp) -> Self {
        Self {
            made_at,
            request: ConnectRequestId(Uuid::nil()),
        }
    }
}

/// A waiting request with an address, and whether its clinic wants reminders.
pub struct Due {
    pub place: Place,
    pub wanted: bool,
}

/// Takes the day's lock and answers its mark, which is made at `first` where there is none.
pub async fn lock_mark(tx: &mut Tx, day: u32, first: Place) -> Result<Place> {
    const SQL: &str = "insert into reminder_mark (day, made_at, connect_request_id) values ($1, $2, $3) \
        on conflict (day) do update set made_at = reminder_mark.made_at returning made_at, connect_request_id";
    let (made_at, request): (Stamp, Uuid) = tx
        .fetch_one(SQL, (i64::from(day), Stamp(first.made_at), first.request.0))
        .await?;
    Ok(Place {
        made_at: made_at.into(),
        request: ConnectRequestId(request),
    })
}

pub async fn move_mark(tx: &mut Tx, day: u32, to: Place) -> Result<()> {
    const SQL: &str =
        "update reminder_mark set made_at = $2, connect_request_id = $3 where day = $1";
    tx.execute(SQL, (i64::from(day), Stamp(to.made_at), to.request.0))
        .await?;
    Ok(())
}

// Asked plainly for rows without a person, SQLite would take that column's index and sort all that wait.
const DUE: &str = "select connect_request.made_at, connect_request.id, application.reminders from connect_request \
    join application on application.id = connect_request.application_id \
    where code_state = 'usable' and connect_request.email is not null \
    and case when person_id is null then 1 else 0 end = 1 \
    and (connect_request.made_at, connect_request.id) > ($1, $2) and connect_request.made_at <= $3 \
    and expires_at > $4 order by connect_request.made_at, connect_request.id limit $5";

/// The statement of [`due`], for a look at how the engine would run it.
pub const DUE_STATEMENT: &str = DUE;

/// Up to `limit` waiting requests with an address, made after `mark` and up to `made_by`.
pub async fn due(
    tx: &mut Tx,
    mark: Place,
    made_by: Timestamp,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Due>> {
    let values = (
        Stamp(mark.made_at),
        mark.request.0,
        Stamp(made_by),
        Stamp(now),
        i64::from(limit),
    );
    let rows: Vec<(Stamp, Uuid, bool)> = tx.fetch_all(DUE, values).await?;
    let due = |(made_at, request, wanted): (Stamp, Uuid, bool)| Due {
        place: Place {
            made_at: made_at.into(),
            request: ConnectRequestId(request),
        },
        wanted,
    };
    Ok(rows.into_iter().map(due).collect())
}

//! Tables `sign_in_limit` and `sign_in_try`: wrong sign-ins to one account, and those that are being evaluated.

use super::rate_limits::{RateLimit, Row};
use super::{Result, Stamp, Tx};
use domain::ids::{PersonId, StaffId};
use domain::timestamp::Timestamp;
use uuid::Uuid;

/// An account as limits know it: a digest of its address, and whose it is, where it is anyone's.
#[derive(Clone, Debug)]
pub struct Account {
    pub digest: Vec<u8>,
    pub staff: Option<StaffId>,
    pub person: Option<PersonId>,
}

/// A sign-in that is being evaluated. Known devices have neither address nor network.
#[derive(Clone, Debug)]
pub struct Try {
    pub id: Uuid,
    pub account: Account,
    /// The key of the limit of this account at the place that the sign-in comes from.
    pub place: Vec<u8>,
    pub address: Option<Vec<u8>>,
    pub network: Option<Vec<u8>>,
}

/// How many are being evaluated beside one.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct AtWork {
    pub at_place: i64,
    /// Of the account, known devices left out.
    pub of_account: i64,
    pub from_address: i64,
    pub from_network: i64,
}

/// Who is locked out somewhere, and until when at the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locked<Id> {
    pub of: Id,
    pub until: Timestamp,
}

/// Takes the key's lock, making its row where there is none: in one statement, as a right sign-in may delete the row
/// at any moment.
pub async fn lock(tx: &mut Tx, key: &[u8], account: &Account, now: Timestamp) -> Result<RateLimit> {
    const SQL: &str = "insert into sign_in_limit (key, account, staff_id, person_id, failures, at, until) \
        values ($1, $2, $3, $4, 0, $5, $5) on conflict (key) do update set account = excluded.account \
        returning failures, at, until";
    let values = (
        key,
        &account.digest,
        account.staff.map(|id| id.0),
        account.person.map(|id| id.0),
        Stamp(now),
    );
    let row: Row = tx.fetch_one(SQL, values).await?;
    Ok(row.into())
}

pub async fn update(tx: &mut Tx, key: &[u8], limit: RateLimit) -> Result<()> {
    const SQL: &str = "update sign_in_limit set failures = $2, at = $3, until = $4 where key = $1";
    let values = (
        key,
        i64::from(limit.failures),
        Stamp(limit.at),
        Stamp(limit.until),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, key: &[u8]) -> Result<()> {
    const SQL: &str = "delete from sign_in_limit where key = $1";
    tx.execute(SQL, (key,)).await?;
    Ok(())
}

/// Deletes all limits of an account; says how many there were.
pub async fn delete_of(tx: &mut Tx, account: &[u8]) -> Result<u64> {
    const SQL: &str = "delete from sign_in_limit where account = $1";
    tx.execute(SQL, (account,)).await
}

/// The staff who are locked out somewhere, the longest lock first.
pub async fn locked_staff(tx: &mut Tx, now: Timestamp, most: u32) -> Result<Vec<Locked<StaffId>>> {
    const SQL: &str = "select staff_id, max(until) from sign_in_limit where until > $1 and staff_id is not null \
        group by staff_id order by max(until) desc limit $2";
    let rows = locked(tx, SQL, now, most).await?;
    Ok(rows
        .map(|(id, until)| Locked {
            of: StaffId(id),
            until,
        })
        .collect())
}

/// The same of people.
pub async fn locked_persons(
    tx: &mut Tx,
    now: Timestamp,
    most: u32,
) -> Result<Vec<Locked<PersonId>>> {
    const SQL: &str = "select person_id, max(until) from sign_in_limit where until > $1 and person_id is not null \
        group by person_id order by max(until) desc limit $2";
    let rows = locked(tx, SQL, now, most).await?;
    Ok(rows
        .map(|(id, until)| Locked {
            of: PersonId(id),
            until,
        })
        .collect())
}

async fn locked(
    tx: &mut Tx,
    sql: &'static str,
    now: Timestamp,
    most: u32,
) -> Result<impl Iterator<Item = (Uuid, Timestamp)>> {
    let rows: Vec<(Uuid, Stamp)> = tx.fetch_all(sql, (Stamp(now), i64::from(most))).await?;
    Ok(rows.into_iter().map(|(id, until)| (id, until.into())))
}

/// What is being evaluated beside this one, by leases that still run.
pub async fn at_work(tx: &mut Tx, beside: &Try, now: Timestamp) -> Result<AtWork> {
    const SQL: &str = "select count(case when place = $2 then 1 end) as at_place, \
        count(case when account = $3 and address is not null then 1 end) as of_account, \
        count(case when address = $4 then 1 end) as from_address, \
        count(case when network = $5 then 1 end) as from_network \
        from sign_in_try where leased_until > $1";
    let values = (
        Stamp(now),
        &beside.place,
        &beside.account.digest,
        &beside.address,
        &beside.network,
    );
    tx.fetch_one(SQL, values).await
}

pub async fn reserve(tx: &mut Tx, reserved: &Try, leased_until: Timestamp) -> Result<()> {
    const SQL: &str = "insert into sign_in_try (id, account, place, address, network, leased_until) \
        values ($1, $2, $3, $4, $5, $6)";
    let values = (
        reserved.id,
        &reserved.account.digest,
        &reserved.place,
        &reserved.address,
        &reserved.network,
        Stamp(leased_until),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}

pub async fn release(tx: &mut Tx, id: Uuid) -> Result<()> {
    const SQL: &str = "delete from sign_in_try where id = $1";
    tx.execute(SQL, (id,)).await?;
    Ok(())
}

/// Deletes limits that were over before, and tries whose lease is over now; says how many.
pub async fn purge(tx: &mut Tx, over_before: Timestamp, now: Timestamp) -> Result<u64> {
    const LIMITS: &str = "delete from sign_in_limit where until <= $1 and at <= $1";
    const TRIES: &str = "delete from sign_in_try where leased_until <= $1";
    let limits = tx.execute(LIMITS, (Stamp(over_before),)).await?;
    let tries = tx.execute(TRIES, (Stamp(now),)).await?;
    Ok(limits + tries)
}

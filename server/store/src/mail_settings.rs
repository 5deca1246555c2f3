//! Table `mail_settings`: the mail server, sealed.

use super::{Result, Stamp, Tx};
use domain::timestamp::Timestamp;

/// What is kept, and how often it has changed.
#[derive(sqlx::FromRow)]
pub struct Stored {
    pub version: i64,
    pub sealed: Vec<u8>,
}

pub async fn find(tx: &mut Tx) -> Result<Option<Stored>> {
    const SQL: &str = "select version, sealed from mail_settings where id = 1";
    tx.fetch_optional(SQL, ()).await
}

pub async fn put(tx: &mut Tx, sealed: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into mail_settings (id, version, sealed, changed_at) values (1, 1, $1, $2) \
        on conflict (id) do update set version = mail_settings.version + 1, sealed = excluded.sealed, \
        changed_at = excluded.changed_at";
    tx.execute(SQL, (sealed, Stamp(now))).await?;
    Ok(())
}

//! The one row that says which key belongs to this database.

use super::{Result, Stamp, Tx, on_db};
use app::domain::timestamp::Timestamp;

pub async fn key_fingerprint(tx: &mut Tx) -> Result<Option<Vec<u8>>> {
    const SQL: &str = "select key_fingerprint from installation where id = 1";
    Ok(on_db!(tx, conn => sqlx::query_scalar(SQL).fetch_optional(conn).await)?)
}

/// Claims the empty database for a key; does nothing where one has claimed it already.
pub async fn claim(tx: &mut Tx, key_fingerprint: &[u8], now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into installation (id, key_fingerprint, made_at) values (1, $1, $2) \
                       on conflict (id) do nothing";
    on_db!(tx, conn => sqlx::query(SQL).bind(key_fingerprint).bind(Stamp(now)).execute(conn).await.map(drop))?;
    Ok(())
}

//! Table `trust_text`: what the operator says on the pages that every footer leads to.

use super::{Result, Stamp, Tx, inconsistent};
use domain::timestamp::Timestamp;
use domain::trust::TrustPage;

/// None where the text that comes with the software is shown.
pub async fn find(tx: &mut Tx, page: TrustPage) -> Result<Option<String>> {
    const SQL: &str = "select text from trust_text where kind = $1";
    tx.fetch_optional_scalar(SQL, (page.name(),)).await
}

/// The pages that the operator wrote.
pub async fn written(tx: &mut Tx) -> Result<Vec<TrustPage>> {
    const SQL: &str = "select kind from trust_text order by kind";
    let kinds: Vec<String> = tx.fetch_all_scalars(SQL, ()).await?;
    let page =
        |kind: String| TrustPage::from_name(&kind).ok_or_else(|| inconsistent("trust_text", &kind));
    kinds.into_iter().map(page).collect()
}

pub async fn put(tx: &mut Tx, page: TrustPage, text: &str, now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into trust_text (kind, text, changed_at) values ($1, $2, $3) \
        on conflict (kind) do update set text = excluded.text, changed_at = excluded.changed_at";
    tx.execute(SQL, (page.name(), text, Stamp(now))).await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, page: TrustPage) -> Result<()> {
    const SQL: &str = "delete from trust_text where kind = $1";
    tx.execute(SQL, (page.name(),)).await?;
    Ok(())
}

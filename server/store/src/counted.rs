//! How many statements a piece of work sends to the database: what its cost on a machine far from the database is made of.

use std::cell::Cell;

tokio::task_local! {
    static SENT: Cell<u32>;
}

/// Does `work`, and counts the statements that it sends itself; begin, commit and rollback aside, and what it leaves to
/// other tasks.
pub async fn counted<T>(work: impl Future<Output = T>) -> (T, u32) {
    let counted = SENT.scope(Cell::new(0), async {
        let done = work.await;
        (done, SENT.with(Cell::get))
    });
    let (done, sent) = counted.await;
    // Work within work that is counted too counts for both.
    add(sent);
    (done, sent)
}

/// So many statements more are sent.
pub(super) fn add(sent: u32) {
    // Work that no one counts has no counter.
    let _ = SENT.try_with(|before| before.set(before.get() + sent));
}

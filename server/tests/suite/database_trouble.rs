//! The database fills up, is locked, falls silent or goes away: people read "try again", nothing hangs, nothing is half
//! written, and all continues by itself afterwards. `.ci/soak` does the same to the built server.

use crate::support::{
    Browser, Clinic, Invitation, Network, Page, on_each_database, on_postgres_over_a_network,
};
use axum::http::StatusCode;
use domain::ids::{PersonId, RecordId};
use service::{Access, Actor, Failure, ThingFilter, ThingRejection, ThingRoom, ThingsWanted};
use sqlx::Row;
use std::time::Duration;
use store::{Error, Store, applications, installation};
use tokio::task::JoinSet;
use uuid::Uuid;

/// Longer than anything takes on a slow machine: what exceeds it hangs.
const FOREVER: Duration = Duration::from_mins(1);

/// A visitor sends a code: this writes a session.
async fn send_code(clinic: &Clinic, invitation: &Invitation) -> Page {
    let sent = post_code(clinic.browser(), invitation.code.clone());
    sent.await
}

async fn post_code(browser: Browser, code: String) -> Page {
    let sent = async { browser.post("/connect", &[("code", &code)]).await };
    tokio::time::timeout(FOREVER, sent)
        .await
        .expect("an answer")
}

async fn readiness(clinic: &Clinic) -> StatusCode {
    let browser = clinic.browser();
    let asked = browser.get("/health/ready");
    let answer = tokio::time::timeout(FOREVER, asked).await;
    answer.expect("an answer").status
}

async fn ready_becomes(clinic: &Clinic, status: StatusCode) {
    let became = async {
        while readiness(clinic).await != status {
            tokio::task::yield_now().await;
        }
    };
    let in_time = tokio::time::timeout(FOREVER, became).await;
    in_time.unwrap_or_else(|_| panic!("readiness never became {status}"));
}

fn asks_to_try_again(page: &Page) {
    assert_eq!(
        page.status,
        StatusCode::SERVICE_UNAVAILABLE,
        "{}",
        page.path
    );
    assert_eq!(page.header("retry-after"), "5", "{}", page.path);
    // The page itself where it came that far, else the page that keeps what was typed.
    let words = page.text();
    let asks = [
        "Try again in a few minutes",
        "Wait a minute, then send it again",
    ];
    assert!(asks.iter().any(|asked| words.contains(asked)), "{words}");
}

/// The same visit works, the worker works, and `ready` says so.
async fn all_is_well(clinic: &Clinic, invitation: &Invitation) {
    send_code(clinic, invitation)
        .await
        .leads_to("/connect/question");
    clinic.drain().await;
    clinic.assembly.worker.call_back().await.expect("calls");
    ready_becomes(clinic, StatusCode::OK).await;
}

/// No page more than it has: the next one that is asked for makes SQLite say that the disk is full.
async fn fill(clinic: &Clinic) {
    if let Store::Sqlite { writer, .. } = clinic.services().store() {
        clinic.database.execute("vacuum").await;
        let limit = sqlx::query("pragma max_page_count = 1").fetch_one(writer);
        let pages: i64 = limit.await.expect("a limit").get(0);
        assert!(pages > 1, "a database of {pages} pages");
    }
}

#[tokio::test]
async fn after_a_full_database_the_next_write_succeeds() {
    on_each_database(async |clinic| {
        if clinic.is_postgres() {
            return;
        }
        let invitation = clinic.invite("MRN-1").await;
        fill(clinic).await;
        let sessions = "select count(*) from session";
        let mut refused = None;
        for _ in 0..500 {
            let before = clinic.database.number(sessions).await;
            let page = send_code(clinic, &invitation).await;
            if page.status != StatusCode::SEE_OTHER {
                assert_eq!(clinic.database.number(sessions).await, before);
                refused = Some(page);
                break;
            }
        }
        asks_to_try_again(&refused.expect("the database never filled up"));
        all_is_well(clinic, &invitation).await;
    })
    .await;
}

#[tokio::test]
async fn after_a_commit_that_failed_nothing_is_written_and_the_next_works() {
    on_each_database(async |clinic| {
        if !clinic.is_postgres() {
            return;
        }
        let invitation = clinic.invite("MRN-1").await;
        let store = clinic.services().store();
        let mut tx = store.begin().await.expect("a transaction");
        installation::check_write(&mut tx).await.expect("a write");
        let written = "select write_checks from installation";
        let before = clinic.database.number(written).await;
        clinic.database.end_all_connections().await;
        assert!(tx.commit().await.is_err());
        assert_eq!(clinic.database.number(written).await, before);
        all_is_well(clinic, &invitation).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn while_another_process_writes_for_long_pages_ask_to_try_again() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let known = clinic.person("Pat", "pat@example.org").await;
        let desk = clinic.manager().await;
        all_is_well(clinic, &invitation).await;
        let lock = if clinic.is_postgres() {
            "begin; lock table session, installation, audit, audit_head, throttle in exclusive mode"
        } else {
            "begin immediate"
        };
        clinic.database.execute(lock).await;

        let mut visits = JoinSet::new();
        for _ in 0..5 {
            visits.spawn(post_code(clinic.browser(), invitation.code.clone()));
        }
        for page in visits.join_all().await {
            asks_to_try_again(&page);
        }
        // Who only reads notices nothing.
        known.get("/account").await.has_status(200);
        desk.get("/staff/requests").await.has_status(200);
        ready_becomes(clinic, StatusCode::SERVICE_UNAVAILABLE).await;

        clinic.database.execute("rollback").await;
        all_is_well(clinic, &invitation).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_request_given_up_halfway_leaves_no_lock_and_no_open_connection() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let lock = if clinic.is_postgres() {
            "begin; lock table session in exclusive mode"
        } else {
            "begin immediate"
        };
        clinic.database.execute(lock).await;
        let mut visits = JoinSet::new();
        // Each from an address of its own: a visit that is given up keeps its charge.
        for number in 0..40 {
            let browser = clinic.browser_from(&format!("198.51.100.{number}"));
            visits.spawn(post_code(browser, invitation.code.clone()));
        }
        while waiting(clinic).await < 1 {
            tokio::task::yield_now().await;
        }
        visits.shutdown().await;
        clinic.database.execute("rollback").await;
        all_is_well(clinic, &invitation).await;
        let store = clinic.services().store();
        let mut together = Vec::new();
        for _ in 0..writers(store) {
            together.push(store.begin().await.expect("a transaction"));
        }
    })
    .await;
}

/// How many visits wait for the lock; on SQLite, whether the writer is taken.
async fn waiting(clinic: &Clinic) -> i64 {
    match clinic.services().store() {
        Store::Sqlite { writer, .. } => i64::from(writer.num_idle() == 0 && writer.size() > 0),
        Store::Postgres { .. } => {
            let blocked = "select count(*) from pg_stat_activity \
                where datname = current_database() and wait_event_type = 'Lock'";
            clinic.database.number(blocked).await
        }
    }
}

/// How many transactions that write there can be at once.
fn writers(store: &Store) -> usize {
    match store {
        Store::Sqlite { .. } => 1,
        Store::Postgres { .. } => 16,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_postgres_that_falls_silent_hangs_no_one_and_is_used_again() {
    on_postgres_over_a_network(async |clinic, network| {
        goes_and_comes(clinic, network, Network::fall_silent).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_postgres_that_is_cut_off_hangs_no_one_and_is_used_again() {
    on_postgres_over_a_network(async |clinic, network| {
        goes_and_comes(clinic, network, Network::cut).await;
    })
    .await;
}

async fn goes_and_comes(clinic: &Clinic, network: &Network, goes: fn(&Network)) {
    let invitation = clinic.invite("MRN-1").await;
    let desk = clinic.manager().await;
    all_is_well(clinic, &invitation).await;
    // One is caught inside its transaction, one while it waits for the first.
    let store = clinic.services().store();
    let mut caught = store.begin().await.expect("a transaction");
    goes(network);

    asks_to_try_again(&send_code(clinic, &invitation).await);
    let page = tokio::time::timeout(FOREVER, desk.get("/staff/requests")).await;
    asks_to_try_again(&page.expect("an answer"));
    let drained = tokio::time::timeout(FOREVER, clinic.assembly.worker.drain()).await;
    assert!(drained.expect("a worker that goes on").is_err());
    ready_becomes(clinic, StatusCode::SERVICE_UNAVAILABLE).await;
    let written = installation::check_write(&mut caught);
    let written = tokio::time::timeout(FOREVER, written).await;
    assert!(written.expect("an answer").is_err());
    assert!(caught.commit().await.is_err());

    network.flow();
    all_is_well(clinic, &invitation).await;
    desk.get("/staff/requests").await.has_status(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_questions_about_readiness_share_a_few_writes() {
    on_each_database(async |clinic| {
        ready_becomes(clinic, StatusCode::OK).await;
        let written = "select write_checks from installation";
        let before = clinic.database.number(written).await;
        assert!(before > 0, "readiness wrote nothing");
        let mut asked = JoinSet::new();
        for _ in 0..1_000 {
            let browser = clinic.browser();
            asked.spawn(async move { browser.get("/health/ready").await.status });
        }
        for status in asked.join_all().await {
            assert_eq!(status, StatusCode::OK);
        }
        let writes = clinic.database.number(written).await - before;
        assert!(writes < 100, "{writes} writes");
    })
    .await;
}

/// Before version 3.41, SQLite's own check mistakes the columns of a table without rowid for each other where others stand
/// before or between those of the primary key.
#[tokio::test]
async fn tables_without_rowid_begin_with_their_primary_key() {
    on_each_database(async |clinic| {
        if clinic.is_postgres() {
            return;
        }
        let columns = "from pragma_table_list as tables, pragma_table_info(tables.name) as columns \
            where tables.schema = 'main' and tables.wr = 1";
        let looked_at = format!("select count(*) {columns} and columns.pk > 0");
        assert!(clinic.database.number(&looked_at).await > 0);
        let misplaced = format!(
            "select tables.name || '.' || columns.name {columns} \
                and columns.pk > 0 and columns.pk <> columns.cid + 1"
        );
        let misplaced = clinic.database.texts(&misplaced).await;
        assert!(misplaced.is_empty(), "{misplaced:?}");
        let faults = clinic.database.texts("pragma integrity_check").await;
        assert_eq!(faults, ["ok"]);
    })
    .await;
}

#[tokio::test]
async fn an_application_that_may_not_read_never_waits_for_the_writer() {
    on_each_database(async |clinic| {
        if clinic.is_postgres() {
            return;
        }
        clinic.database.execute("begin immediate").await;
        let nobody = Access {
            application: clinic.application,
            actor: Actor::Application(clinic.application),
            person: PersonId(Uuid::nil()),
            record: RecordId(Uuid::nil()),
        };
        let all = [ThingFilter::default()];
        let wanted = ThingsWanted {
            filters: &all,
            client_ids: &[],
            keys: &[],
            max: 1,
            max_full: 1,
            with_data: true,
        };
        let mut room = ThingRoom::ANSWER;
        let read = clinic
            .services()
            .records()
            .things(nobody, wanted, &mut room);
        let refused = read.await.expect_err("a refusal");
        assert!(
            matches!(refused, Failure::Rejected(ThingRejection::NoAccess)),
            "{refused:?}"
        );
        clinic.database.execute("rollback").await;
    })
    .await;
}

#[tokio::test]
async fn unreadable_row_is_an_error_with_its_cause() {
    on_each_database(async |clinic| {
        let sql = "update application set rules = 'none'";
        clinic.database.execute(sql).await;
        let mut tx = clinic
            .services()
            .store()
            .read()
            .await
            .expect("a transaction");
        let read = applications::find(&mut tx, clinic.application).await;
        let Err(Error::Unreadable { id, source, .. }) = read else {
            panic!("the row was read");
        };
        assert_eq!(id, clinic.application.to_string());
        assert!(source.to_string().starts_with("expected"), "{source}");
    })
    .await;
}

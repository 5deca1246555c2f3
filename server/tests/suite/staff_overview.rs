//! What managers read of how many codes were used: counts that stay when requests are purged.

use crate::support::{Clinic, on_each_database};
use domain::staff::Role;
use std::time::Duration;
use store::statistics::LIST_STATEMENT;

const DAY: Duration = Duration::from_hours(24);

async fn counted(clinic: &Clinic, what: &str) -> i64 {
    let sql =
        format!("select cast(coalesce(sum(count), 0) as bigint) from tally where what = '{what}'");
    clinic.database.number(&sql).await
}

async fn later(clinic: &Clinic, by: Duration) {
    clinic.advance(by);
    let cleaned = clinic
        .services()
        .installation()
        .clean_up(clinic.now())
        .await;
    cleaned.expect("cleaned up");
}

#[tokio::test]
async fn each_code_is_counted_once_by_its_result() {
    on_each_database(async |clinic| {
        let connected = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        clinic.drain().await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &connected, "Emma").await;
        let again = clinic.invite("MRN-2").await;
        let again = clinic.reissue(&again).await;
        clinic.invite("MRN-3").await;
        assert_eq!(counted(clinic, "made").await, 4);
        assert_eq!(counted(clinic, "mailed").await, 1);
        assert_eq!(counted(clinic, "connected").await, 1);
        assert_eq!(counted(clinic, "unused").await, 0);

        clinic.connect(&browser, &connected, "Emma's brother").await;
        assert_eq!(
            counted(clinic, "connected").await,
            1,
            "the second record is no second code"
        );

        later(clinic, 29 * DAY).await;
        assert_eq!(
            counted(clinic, "unused").await,
            2,
            "a replaced code is the clinic's own doing"
        );
        clinic.reissue(&again).await;
        assert_eq!(counted(clinic, "unused").await, 2, "what ended ends once");
        later(clinic, 200 * DAY).await;
        later(clinic, 200 * DAY).await;
        assert_eq!(
            clinic
                .database
                .number("select count(*) from connect_request")
                .await,
            1,
            "kept while its patient is connected"
        );
        assert_eq!(
            counted(clinic, "made").await,
            5,
            "counts outlive what they count"
        );
    })
    .await;
}

#[tokio::test]
async fn a_manager_sees_picture_and_table_of_the_same_numbers() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let empty = manager.get("/staff/overview").await;
        empty.has_status(200);
        empty.says("No codes yet");
        clinic.invite("MRN-1").await;
        clinic.invite_by_mail("MRN-2", "emma@example.org").await;
        let page = manager.get("/staff/overview").await;
        page.says("2 codes created");
        page.says("(1 by email, 1 by letter)");
        assert_eq!(page.count("svg[role='img'] rect"), 36);
        assert_eq!(page.count("tbody tr"), 12);
    })
    .await;
}

#[tokio::test]
async fn only_managers_see_the_counts_and_only_their_own() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        let other = clinic.another_application().await;
        for (name, email, role) in [
            ("Lee", "lee@other.example", Role::Manager),
            ("Kim", "kim@other.example", Role::FrontDesk),
        ] {
            clinic.colleague_at(other, name, email, role).await;
        }
        let lee = clinic.at_the_desk("lee@other.example").await;
        lee.get("/staff/overview").await.says("No codes yet");
        let kim = clinic.at_the_desk("kim@other.example").await;
        kim.get("/staff/overview").await.has_status(403);
        clinic
            .browser()
            .get("/staff/overview")
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn the_counts_are_read_by_their_key() {
    on_each_database(async |clinic| {
        let plan = clinic.database.plan(LIST_STATEMENT).await;
        assert!(
            plan.contains("tally_pkey") || plan.contains("autoindex_tally"),
            "{plan}"
        );
    })
    .await;
}

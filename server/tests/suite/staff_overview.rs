//! What managers read of how many codes were used: counts that stay when requests are purged.

use crate::support::{Clinic, on_each_database};
use domain::staff::Role;
use std::time::Duration;
use store::statistics::LIST_STATEMENT;

const DAY: Duration = Duration::from_hours(24);

async fn counted(clinic: &Clinic, what: &str) -> i64 {
    let sql = format!(
        "select cast(coalesce(sum(count), 0) as bigint) from result_tally where what = '{what}'"
    );
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
        for step in ["sent", "entered", "answered", "connected"] {
            assert_eq!(counted(clinic, step).await, 1, "{step}");
        }
        assert_eq!(counted(clinic, "withdrawn").await, 1, "the replaced code");
        assert_eq!(counted(clinic, "expired").await, 0);

        clinic.connect(&browser, &connected, "Emma's brother").await;
        for step in ["entered", "answered", "connected"] {
            assert_eq!(
                counted(clinic, step).await,
                1,
                "a second record is no second code"
            );
        }

        later(clinic, 29 * DAY).await;
        assert_eq!(counted(clinic, "expired").await, 2);
        clinic.reissue(&again).await;
        assert_eq!(counted(clinic, "expired").await, 2, "a code expires once");
        assert_eq!(counted(clinic, "withdrawn").await, 1);
        later(clinic, 200 * DAY).await;
        later(clinic, 200 * DAY).await;
        let kept = "select count(*) from connect_request";
        assert_eq!(
            clinic.database.number(kept).await,
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
async fn a_code_counts_in_its_month_with_the_days_until_connected() {
    on_each_database(async |clinic| {
        let letter = clinic.invite("MRN-1").await;
        let created = "select count(distinct month) from result_tally";
        clinic.advance(20 * DAY);
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &letter, "Emma").await;
        assert_eq!(
            clinic.database.number(created).await,
            1,
            "all of a code is in one month"
        );
        let days = "select days from result_tally where what = 'connected'";
        assert_eq!(clinic.database.number(days).await, 20);
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_is_emailed_later_counts_as_both_from_its_start() {
    on_each_database(async |clinic| {
        let letter = clinic.invite("MRN-1").await;
        clinic
            .browser()
            .post("/connect", &[("code", &letter.code)])
            .await;
        let desk = clinic.manager().await;
        let request = letter.id.to_string();
        let fields = [
            ("connect_request", request.as_str()),
            ("email", "emma@example.org"),
        ];
        desk.post("/staff/requests/send-email", &fields).await;
        clinic.drain().await;
        let of = |delivery: &str, what: &str| {
            format!(
                "select cast(coalesce(sum(count), 0) as bigint) from result_tally \
                 where delivery = '{delivery}' and what = '{what}'"
            )
        };
        for what in ["made", "entered"] {
            assert_eq!(
                clinic.database.number(&of("letter", what)).await,
                0,
                "{what}"
            );
            assert_eq!(clinic.database.number(&of("both", what)).await, 1, "{what}");
        }
        assert_eq!(counted(clinic, "sent").await, 0, "paper is in hand already");
    })
    .await;
}

#[tokio::test]
async fn a_code_that_is_no_use_is_counted_by_why() {
    on_each_database(async |clinic| {
        let refused = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        browser.post("/connect", &[("code", &refused.code)]).await;
        browser
            .post("/connect/not-me", &[("choice", "not-me")])
            .await;
        let cancelled = clinic.invite("MRN-2").await;
        clinic.withdraw(&cancelled).await;
        assert_eq!(counted(clinic, "refused").await, 1);
        assert_eq!(counted(clinic, "withdrawn").await, 1);
        assert_eq!(counted(clinic, "made").await, 2);
        clinic
            .browser()
            .post("/connect", &[("code", &cancelled.code)])
            .await;
        assert_eq!(
            counted(clinic, "entered").await,
            1,
            "a dead code is not entered"
        );
    })
    .await;
}

#[tokio::test]
async fn page_and_file_have_the_same_numbers() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let empty = manager.get("/staff/overview").await;
        empty.has_status(200);
        empty.says("No codes yet");
        for number in 0..12 {
            clinic.invite(&format!("MRN-{number}")).await;
        }
        let mailed = clinic.invite_by_mail("MRN-99", "emma@example.org").await;
        clinic.drain().await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &mailed, "Emma").await;
        let page = manager.get("/staff/overview").await;
        page.says("1 of 13 codes");
        page.says("8%");
        assert_eq!(page.count("[aria-labelledby=months-heading] tbody tr"), 13);
        let file = manager.get("/staff/overview.csv").await;
        file.has_status(200);
        let lines: Vec<&str> = file.body.lines().collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(
            lines[1].contains(",email,en,1,1,1,1,1,0,0,0,0,,"),
            "{lines:?}"
        );
        assert!(
            lines[2].contains(",letter,en,12,12,0,0,0,0,0,0,0,,"),
            "{lines:?}"
        );
        assert_eq!(lines[3], "all,,,13,13,1,1,1,0,0,0,0,,");
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
        kim.get("/staff/overview.csv").await.has_status(403);
        let none = lee.get("/staff/overview.csv").await;
        assert!(none.body.contains("all,,,0,"), "{}", none.body);
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
            plan.contains("result_tally_pkey") || plan.contains("autoindex_result_tally"),
            "{plan}"
        );
    })
    .await;
}

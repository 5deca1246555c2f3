//! The audit log as managers read it: filtered, a page at a time, and as a file.

use crate::support::on_each_database;
use domain::policy;
use domain::staff::Role;
use std::time::Duration;
use store::audits::LOG_STATEMENTS;

#[tokio::test]
async fn a_manager_reads_who_did_what_and_asks_for_one_sort_of_it() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        clinic.invite("MRN-1").await;
        let page = manager.get("/staff/audit").await;
        page.has_status(200);
        page.says("Code created");
        page.says("Staff sign-in");
        page.says("Robin");
        let made = manager
            .get("/staff/audit?action=connect-request.create")
            .await;
        assert_eq!(made.count("tbody tr"), 1);
        assert_eq!(made.count("tbody a[href^='/staff/requests/']"), 1);
        let none = manager.get("/staff/audit?action=thing.read").await;
        none.says("No entries match");
        let made_up = manager
            .get("/staff/audit?action=%3Cscript%3E&before=soon")
            .await;
        made_up.has_status(200);
        assert!(
            made_up.count("tbody tr") > 1,
            "what is no action asks for all"
        );
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_a_page_at_a_time_and_nothing_is_left_out() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let rows = policy::PAGE_ROWS as usize;
        for number in 0..rows {
            clinic.invite(&format!("MRN-{number}")).await;
        }
        let action = "connect-request.create";
        let first = manager.get(&format!("/staff/audit?action={action}")).await;
        assert_eq!(first.count("tbody tr"), rows);
        assert_eq!(first.count("form.pager"), 0, "exactly one page");
        clinic.invite("MRN-last").await;
        let first = manager.get(&format!("/staff/audit?action={action}")).await;
        let cursor = first.kept("before").expect("a cursor");
        let next = format!("/staff/audit?action={action}&before={cursor}");
        assert_eq!(manager.get(&next).await.count("tbody tr"), 1);
    })
    .await;
}

#[tokio::test]
async fn the_file_holds_what_the_page_shows_and_leaves_a_record_of_its_own() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        clinic.invite("MRN-1").await;
        let file = manager.get("/staff/audit.csv").await;
        file.has_status(200);
        assert!(file.header("content-type").starts_with("text/csv"));
        assert!(file.header("content-disposition").contains("attachment"));
        assert_eq!(file.header("cache-control"), "no-store");
        let text = file.body.strip_prefix('\u{feff}').expect("a mark of UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[0],
            "number,at,actor_kind,actor_id,staff_name,action,subject_id,outcome,external_id"
        );
        assert!(lines[1].contains("connect-request.create"), "{}", lines[1]);
        let page = manager.get("/staff/audit").await;
        page.says("Audit log downloaded");
        assert_eq!(page.count("tbody tr"), lines.len());
    })
    .await;
}

#[tokio::test]
async fn the_log_is_asked_for_what_one_colleague_did_and_up_to_a_day() {
    on_each_database(async |clinic| {
        let kim = clinic
            .colleague("Kim", "kim@clinic.example", Role::FrontDesk)
            .await;
        clinic.at_the_desk("kim@clinic.example").await;
        clinic.invite("MRN-1").await;
        clinic.advance(Duration::from_hours(48));
        clinic.invite("MRN-2").await;
        let manager = clinic.manager().await;
        let path = |asked: &str| format!("/staff/audit?{asked}");
        let by_kim = manager.get(&path(&format!("staff={kim}"))).await;
        assert_eq!(by_kim.count("tbody tr"), 1);
        by_kim.says("Staff sign-in");
        assert_eq!(
            by_kim.attributes("option[selected]", "value"),
            ["", &kim.to_string()]
        );
        let made = "action=connect-request.create";
        let nothing = manager.get(&path(&format!("staff={kim}&{made}"))).await;
        nothing.says("No entries match");
        for (day, rows) in [
            ("2026-05-03", 0),
            ("2026-05-04", 1),
            ("2026-05-05", 1),
            ("2026-05-06", 2),
            ("soon", 2),
        ] {
            let asked = format!("{made}&day={day}");
            assert_eq!(
                manager.get(&path(&asked)).await.count("tbody tr"),
                rows,
                "{day}"
            );
            let file = manager.get(&format!("/staff/audit.csv?{asked}")).await;
            assert_eq!(file.body.lines().count(), rows + 1, "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_log_is_searched_by_patient_id_with_connections_and_all() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN 1&2").await;
        clinic.invite("MRN-3").await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        let other = clinic.another_application().await;
        clinic
            .colleague_at(other, "Lee", "lee@other.example", Role::Manager)
            .await;
        let manager = clinic.manager().await;
        let page = manager.get("/staff/audit?patient=MRN+1%262").await;
        let rows = page.count("tbody tr");
        assert!(rows > 2, "created, answered, connected: {rows}");
        page.says("Code created");
        let same = page.attributes("tbody td a[href^='/staff/audit']", "href");
        assert_eq!(same.len(), rows, "each row names its patient");
        assert!(
            same.iter()
                .all(|href| href == "/staff/audit?patient=MRN%201%262")
        );
        let again = manager.get(&same[0]).await;
        assert_eq!(again.count("tbody tr"), rows);
        let made = manager
            .get("/staff/audit?patient=MRN+1%262&action=connect-request.create")
            .await;
        assert_eq!(made.count("tbody tr"), 1);
        let file = manager.get("/staff/audit.csv?patient=MRN+1%262").await;
        assert_eq!(file.body.lines().count(), rows + 1);
        for nothing in ["MRN", "mrn+1%262", "%00", "%E2%80%8B"] {
            let none = manager
                .get(&format!("/staff/audit?patient={nothing}"))
                .await;
            none.has_status(200);
            none.says("No entries match");
            let file = manager
                .get(&format!("/staff/audit.csv?patient={nothing}"))
                .await;
            assert_eq!(file.body.lines().count(), 1, "{nothing}");
        }
        let lee = clinic.at_the_desk("lee@other.example").await;
        let theirs = lee.get("/staff/audit?patient=MRN+1%262").await;
        theirs.says("No entries match");
    })
    .await;
}

#[tokio::test]
async fn how_things_came_out_is_said_in_words() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        clinic.reissue(&invitation).await;
        let manager = clinic.manager().await;
        let page = manager.get("/staff/audit").await;
        page.says("Replaced an older code");
        page.says("Signed in");
        assert_eq!(page.count("tbody code"), 0);
    })
    .await;
}

#[tokio::test]
async fn only_managers_read_the_log_and_only_their_own() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        let other = clinic.another_application().await;
        clinic
            .colleague_at(
                other,
                "Lee",
                "lee@other.example",
                domain::staff::Role::Manager,
            )
            .await;
        let lee = clinic.at_the_desk("lee@other.example").await;
        lee.get("/staff/audit").await.says_nothing_of("tbody a");
        let created = lee.get("/staff/audit?action=connect-request.create").await;
        assert_eq!(created.count("tbody tr"), 0);
        for path in ["/staff/audit", "/staff/audit.csv"] {
            clinic.browser().get(path).await.leads_to("/staff/sign-in");
        }
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_by_an_index() {
    on_each_database(async |clinic| {
        let indexes = ["audit", "audit_action", "audit_actor", "audit_", "audit_at"];
        for (statement, index) in LOG_STATEMENTS.iter().zip(indexes) {
            let plan = clinic.database.plan(statement).await;
            assert!(plan.contains(index), "{plan}");
            let sorts = plan.to_lowercase();
            assert!(
                !sorts.contains("temp b-tree") && !sorts.contains("sort"),
                "{plan}"
            );
        }
    })
    .await;
}

//! Who is connected, as a file for the clinic's own system.

use crate::support::on_each_database;
use domain::staff::Role;
use store::connections::CONNECTED_STATEMENT;

#[tokio::test]
async fn the_file_names_who_is_connected_and_no_spreadsheet_runs_it() {
    on_each_database(async |clinic| {
        let robin = clinic.manager().await;
        let link = "a[href='/staff/connected.csv']";
        assert_eq!(
            robin.get("/staff/requests").await.count(link),
            0,
            "nobody yet"
        );
        let formula = clinic.invite("=HYPERLINK(1)").await;
        clinic.invite("MRN-waiting").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &formula, "Emma").await;
        assert_eq!(robin.get("/staff/requests").await.count(link), 1);
        let file = robin.get("/staff/connected.csv").await;
        file.has_status(200);
        assert!(file.header("content-disposition").contains("connected.csv"));
        let text = file.body.strip_prefix('\u{feff}').expect("a mark of UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "external_id,person_id,record_id,connected_since");
        assert!(lines[1].starts_with("'=HYPERLINK(1),"), "{}", lines[1]);
        assert_eq!(lines.len(), 2);
        let told = "select outcome from audit where action = 'authorization.export'";
        assert_eq!(clinic.database.texts(told).await, ["exported"]);
    })
    .await;
}

#[tokio::test]
async fn another_clinics_staff_get_a_file_without_our_patients() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        let other = clinic.another_application().await;
        clinic
            .colleague_at(other, "Lee", "lee@other.example", Role::FrontDesk)
            .await;
        let lee = clinic.at_the_desk("lee@other.example").await;
        let file = lee.get("/staff/connected.csv").await;
        assert_eq!(file.body.lines().count(), 1);
        clinic
            .browser()
            .get("/staff/connected.csv")
            .await
            .leads_to("/staff/sign-in");
        emma.get("/staff/connected.csv")
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn the_connected_are_found_by_their_application() {
    on_each_database(async |clinic| {
        let plan = clinic.database.plan(CONNECTED_STATEMENT).await;
        assert!(
            plan.contains("connection_live") && !plan.to_lowercase().contains("temp b-tree"),
            "{plan}"
        );
    })
    .await;
}

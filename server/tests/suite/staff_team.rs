//! Who works the desk: managers shut colleagues out and let them in again, and a desk left alone locks.

use crate::support::{Browser, Clinic, Page, on_each_database};
use domain::ids::StaffId;
use domain::staff::Role;
use std::time::Duration;

const KIM: &str = "kim@clinic.example";

async fn kim(clinic: &Clinic) -> StaffId {
    clinic.colleague("Kim", KIM, Role::FrontDesk).await
}

/// Presses one of the team's buttons.
async fn press(browser: &Browser, id: &str, disabled: &str) -> Page {
    browser.get("/staff/team").await;
    let fields = [("staff", id), ("disabled", disabled)];
    browser.post("/staff/team", &fields).await
}

#[tokio::test]
async fn a_deactivated_colleague_is_out_at_the_next_click_until_reactivated() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let id = kim(clinic).await;
        let desk = clinic.at_the_desk(KIM).await;
        desk.get("/staff/requests").await.has_status(200);
        let shut_out = press(&manager, &id.to_string(), "yes").await;
        shut_out.leads_to("/staff/team");
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
        let team = manager.get("/staff/team").await;
        team.says("Reactivate Kim");
        let again = press(&manager, &id.to_string(), "no").await;
        again.leads_to("/staff/team");
        clinic.at_the_desk(KIM).await;
        let logged = "select action from audit where action in ('staff.disable', 'staff.enable') order by number";
        assert_eq!(clinic.database.texts(logged).await, ["staff.disable", "staff.enable"]);
    })
    .await;
}

#[tokio::test]
async fn managers_cannot_deactivate_themselves() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let page = press(&manager, &clinic.staff.staff.to_string(), "yes").await;
        page.has_status(422);
        page.says("You cannot deactivate your own account");
        manager.get("/staff/team").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn another_clinics_staff_and_nonsense_change_nothing() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let other = clinic.another_application().await;
        let theirs = clinic
            .colleague_at(other, "Lee", "lee@other.example", Role::FrontDesk)
            .await;
        let theirs = theirs.to_string();
        for (id, disabled) in [
            (theirs.as_str(), "yes"),
            ("nobody", "yes"),
            (&theirs, "perhaps"),
        ] {
            let page = press(&manager, id, disabled).await;
            page.has_status(422);
            page.says("This person is no longer in your team");
            page.says_nothing_of("Lee");
        }
        clinic.at_the_desk("lee@other.example").await;
        let logged = "select count(*) from audit where action = 'staff.disable'";
        assert_eq!(clinic.database.number(logged).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_front_desk_neither_sees_nor_changes_the_team() {
    on_each_database(async |clinic| {
        kim(clinic).await;
        let desk = clinic.at_the_desk(KIM).await;
        desk.get("/staff/team").await.has_status(403);
        let page = press(&desk, &clinic.staff.staff.to_string(), "yes").await;
        page.has_status(403);
        clinic.manager().await;
    })
    .await;
}

#[tokio::test]
async fn an_idle_staff_screen_locks_after_15_minutes_but_no_patients_page() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.advance(Duration::from_mins(14));
        desk.get("/staff/requests").await.has_status(200);
        clinic.advance(Duration::from_mins(15));
        desk.get("/staff/requests").await.has_status(403);
        emma.get("/account").await.has_status(200);
    })
    .await;
}

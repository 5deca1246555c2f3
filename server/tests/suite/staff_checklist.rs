//! What a new clinic still has to do: each task ticks itself, and can be hidden.

use crate::support::{Clinic, Page, on_each_database};
use domain::staff::Role;
use service::Administrator;

fn to_do(page: &Page) -> Vec<String> {
    page.texts(".checklist li > a")
}

async fn add_logo(clinic: &Clinic) {
    let by = Administrator::at_command_line(clinic.application);
    let logo = include_bytes!("../../../docs/screenshots/code.png");
    let set = clinic.services().applications().set_logo(by, logo.to_vec());
    set.await.expect("a logo");
}

#[tokio::test]
async fn tasks_tick_themselves_until_the_list_is_gone() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let list = manager.get("/staff/requests").await;
        assert_eq!(
            to_do(&list),
            [
                "Add your clinic’s logo",
                "Link to your privacy statement",
                "Invite a colleague",
                "Create a test request and print its letter"
            ]
        );
        add_logo(clinic).await;
        clinic.invite("MRN-1").await;
        let list = manager.get("/staff/requests").await;
        assert_eq!(
            to_do(&list),
            ["Link to your privacy statement", "Invite a colleague"]
        );
        list.says("2 of 4 done");
        clinic
            .colleague("Sam", "sam@clinic.example", Role::FrontDesk)
            .await;
        let sam = clinic.at_the_desk("sam@clinic.example").await;
        let other = sam.get("/staff/requests").await;
        assert_eq!(other.count(".checklist"), 0, "managers do these things");
        let statement = [
            ("section", "statements"),
            ("privacy_url", "https://clinic.example/privacy"),
            ("terms_url", ""),
        ];
        manager.get("/staff/settings?section=statements").await;
        let saved = manager.post("/staff/settings", &statement).await;
        saved.has_status(303);
        let list = manager.get("/staff/requests").await;
        assert_eq!(list.count(".checklist"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_hidden_task_stays_hidden_and_is_in_the_audit_log() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let hide = |task| [("hide", task)];
        for task in ["logo", "logo", "made-up"] {
            let hidden = manager.post("/staff/checklist", &hide(task)).await;
            hidden.leads_to("/staff");
        }
        let list = manager.get("/staff/requests").await;
        assert_eq!(to_do(&list).len(), 3);
        let log = manager
            .get("/staff/audit?action=application.hide-task")
            .await;
        assert_eq!(log.count("tbody tr"), 1);
        for task in ["privacy", "colleague", "test-letter"] {
            manager.post("/staff/checklist", &hide(task)).await;
        }
        let list = manager.get("/staff/requests").await;
        assert_eq!(list.count(".checklist"), 0);
    })
    .await;
}

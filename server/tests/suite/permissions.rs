//! A person switches optional parts of what a clinic may do on and off, without disconnecting it.

use crate::support::record::{Connected, ask_for};
use crate::support::{Browser, Clinic, PASSWORD, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::application::Rule;
use domain::event::{Event, EventKind};
use domain::thing::{Permission, types_named};
use service::Administrator;

const WEIGHT: (&str, &str) = ("rule", "See your weight");

fn of_kind(kind: &str) -> String {
    let id = types_named(&[kind])[0];
    format!("<filter><type-id>{id}</type-id></filter>")
}

/// Where the home leads to that changes permissions.
async fn path(browser: &Browser) -> String {
    let home = browser.get("/account").await;
    let mut links = home.attributes("a", "href");
    links.retain(|link| link.ends_with("/permissions"));
    assert_eq!(links.len(), 1, "{links:?}");
    links.remove(0)
}

fn told(events: &[Event]) -> Vec<&Event> {
    let changed = |event: &&Event| event.kind == EventKind::PermissionsChanged;
    events.iter().filter(changed).collect()
}

async fn audited(clinic: &Clinic) -> i64 {
    let sql =
        "select count(*) from audit where action = 'authorization.change' and outcome = 'changed'";
    clinic.database.number(sql).await
}

#[tokio::test]
async fn what_is_switched_on_is_read_at_the_next_call_and_then_not() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let weights = of_kind("Weight Measurement");
        emma.get(clinic, &weights).await.is(11);
        let path = path(&emma.browser).await;
        let record = format!("/account/records/{}", emma.record);
        let links = emma.browser.get(&record).await.attributes("a", "href");
        assert!(links.contains(&path), "the record leads there, too");
        let page = emma.browser.get(&path).await;
        assert_eq!(page.heading(), "What Lakeside Clinic can do");
        page.says("In this record: Emma");
        assert_eq!(page.texts(".rules strong"), ["See your medicines"]);
        assert_eq!(page.count("input[name=rule]"), 1);
        assert_eq!(page.count("input[name=rule][checked]"), 0);

        let before = clinic.events().await.len();
        let saved = format!("{path}?saved=yes");
        emma.browser.post(&path, &[WEIGHT]).await.leads_to(&saved);
        emma.get(clinic, &weights).await.is(0);
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        let page = emma.browser.get(&saved).await;
        page.says("Saved. Lakeside Clinic can do only what is listed here.");
        assert_eq!(page.count("input[name=rule][checked]"), 1);
        let home = emma.browser.get("/account").await;
        home.says("See your weight");

        emma.browser.post(&path, &[]).await.leads_to(&saved);
        emma.get(clinic, &weights).await.is(11);
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        emma.browser
            .get("/account")
            .await
            .says_nothing_of("See your weight");

        let events = clinic.events().await;
        assert_eq!(events.len(), before + 2, "one for each change");
        let event = told(&events)[0];
        assert_eq!(event.connect_request, Some(emma.invitation.id));
        assert_eq!(event.external_id.as_str(), "MRN-1");
        assert_eq!(
            event.record.map(|id| id.0.to_string()),
            Some(emma.record.clone())
        );
        assert_eq!(audited(clinic).await, 2);
        let robin = clinic.manager().await;
        let request = format!("/staff/requests/{}", emma.invitation.id);
        robin
            .get(&request)
            .await
            .says("The patient changed what your clinic can do");
        robin
            .get("/staff/audit")
            .await
            .says("Permissions changed by the patient");
    })
    .await;
}

#[tokio::test]
async fn saving_what_is_there_already_tells_no_one() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let path = path(&emma.browser).await;
        emma.browser.get(&path).await.has_status(200);
        emma.browser.post(&path, &[]).await.has_status(303);
        assert!(told(&clinic.events().await).is_empty());
        assert_eq!(audited(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_switched_that_the_page_did_not_show() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let path = path(&emma.browser).await;
        emma.browser.get(&path).await.has_status(200);
        let weight = |types: &[&str]| Rule {
            name: "See your weight".into(),
            why: "For another reason".into(),
            optional: true,
            permissions: vec![Permission::Read],
            types: types_named(types),
        };
        ask_for(
            clinic,
            vec![weight(&["Weight Measurement", "Height Measurement"])],
        )
        .await;
        let page = emma.browser.post(&path, &[WEIGHT]).await;
        page.has_status(409);
        page.says("has changed since you opened this page. Nothing was saved.");
        page.says("For another reason");
        assert_eq!(
            page.count("input[name=rule][checked]"),
            1,
            "the choice stays"
        );
        emma.get(clinic, &of_kind("Weight Measurement"))
            .await
            .is(11);
        for seen in ["", "c2Vlbg", "\u{fffd}"] {
            let page = emma.browser.post(&path, &[WEIGHT, ("seen", seen)]).await;
            page.has_status(409);
        }
        assert_eq!(audited(clinic).await, 0);
        emma.browser.get(&path).await.has_status(200);
        emma.browser.post(&path, &[WEIGHT]).await.has_status(303);
        emma.get(clinic, &of_kind("Height Measurement")).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn what_a_clinic_requires_is_not_switched_by_any_form() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let path = path(&emma.browser).await;
        emma.browser.get(&path).await.has_status(200);
        let odd = [WEIGHT, ("rule", "See everything"), ("rule", "")];
        emma.browser.post(&path, &odd).await.has_status(303);
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        let names = "select count(*) from record_authorization where rules like '%See everything%'";
        assert_eq!(clinic.database.number(names).await, 0);

        let always = Rule {
            name: "See your medicines".into(),
            why: "So that we treat you well".into(),
            permissions: Permission::ALL.to_vec(),
            types: types_named(&["Medication"]),
            optional: false,
        };
        ask_for(
            clinic,
            vec![
                always.clone(),
                Rule {
                    name: "See your weight".into(),
                    ..always
                },
            ],
        )
        .await;
        let page = emma.browser.get(&path).await;
        page.says("You can only disconnect it as a whole");
        assert_eq!(page.count("input[name=rule]"), 0);
        let home = emma.browser.get("/account").await;
        home.says_nothing_of("Change what it can do");
    })
    .await;
}

#[tokio::test]
async fn permissions_are_their_persons_alone_and_end_with_the_connection() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let path = path(&emma.browser).await;
        emma.browser.get(&path).await.has_status(200);
        let seen = emma.browser.seen_for(&path).expect("a digest");
        let form = [WEIGHT, ("seen", seen.as_str())];
        let mallory = clinic.person("Mallory", "mallory@example.org").await;
        mallory.get(&path).await.leads_to("/account");
        mallory.post(&path, &form).await.leads_to("/account");
        mallory
            .get("/account/connections/nonsense/permissions")
            .await
            .has_status(404);
        clinic.browser().get(&path).await.leads_to("/sign-in");

        let thief = emma.browser.stolen();
        let change = [
            ("old_password", PASSWORD),
            ("new_password", "four other words together"),
        ];
        emma.browser
            .post("/account/details/password", &change)
            .await
            .has_status(303);
        thief.post(&path, &form).await.leads_to("/sign-in");
        let id = path.split('/').nth(3).expect("an id").to_owned();
        let disconnect = [("authorization", id.as_str())];
        emma.browser
            .post("/account/disconnect", &disconnect)
            .await
            .has_status(200);
        emma.browser.get(&path).await.leads_to("/account");
        emma.browser.post(&path, &form).await.leads_to("/account");
        assert!(told(&clinic.events().await).is_empty());
        assert_eq!(audited(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn api_tells_the_change_and_lists_what_is_left() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let by = Administrator::at_command_line(clinic.application);
        let key = clinic.services().applications().add_api_key(by, false);
        let key = format!("Bearer {}", key.await.expect("a key"));
        let headers = [("authorization", key.as_str())];
        let browser = clinic.browser();
        let ask = async |path: &str| -> serde_json::Value {
            let answer = browser
                .send(Method::GET, path, &headers, Body::empty())
                .await;
            serde_json::from_str(&answer.body).expect("JSON")
        };
        let request = format!("/api/v1/connect-requests/{}", emma.invitation.id);
        let may = async || ask(&request).await["connection"]["permissions"].clone();
        assert_eq!(may().await, serde_json::json!(["See your medicines"]));
        let path = path(&emma.browser).await;
        emma.browser.get(&path).await.has_status(200);
        emma.browser.post(&path, &[WEIGHT]).await.has_status(303);
        assert_eq!(
            may().await,
            serde_json::json!(["See your medicines", "See your weight"])
        );
        let log = ask("/api/v1/events?after=1").await;
        let event = &log["events"][0];
        assert_eq!(event["kind"], "permissions-changed");
        assert_eq!(event["record_id"], emma.record.as_str());
        let list = ask("/api/v1/connect-requests").await;
        let connection = &list["connect_requests"][0]["connection"];
        assert!(connection.get("permissions").is_none(), "not in lists");
    })
    .await;
}

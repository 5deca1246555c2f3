//! The keys of the clinic's own system: made and shown once by managers, and refused as soon as they are revoked.

use crate::support::{Browser, Clinic, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::staff::Role;
use service::Administrator;
use std::time::Duration;

/// Makes a key on its page, and reads it there.
async fn made(manager: &Browser) -> String {
    let page = manager.post("/staff/keys", &[]).await;
    page.has_status(200);
    assert_eq!(page.header("cache-control"), "no-store");
    page.first("main .notice code").expect("a key")
}

async fn revoke(manager: &Browser, id: &str) {
    let fields = [("key", id)];
    let asked = manager.post("/staff/keys/revoke", &fields).await;
    if asked.status.as_u16() == 200 {
        let page = manager.post("/staff/keys/revoke", &fields).await;
        page.leads_to("/staff/keys");
    } else {
        asked.leads_to("/staff/keys");
    }
}

/// The ids on the page, oldest first.
async fn listed(manager: &Browser) -> Vec<String> {
    let page = manager.get("/staff/keys").await;
    page.attributes("input[name='key']", "value")
}

/// What the API answers to a key.
async fn answered(clinic: &Clinic, key: &str) -> u16 {
    let bearer = format!("Bearer {key}");
    let headers = [("authorization", bearer.as_str())];
    let api = clinic.browser();
    let path = "/api/v1/connect-requests";
    let answer = api.send(Method::GET, path, &headers, Body::empty()).await;
    answer.status.as_u16()
}

#[tokio::test]
async fn a_key_is_shown_once_and_works_until_it_is_revoked() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let page = manager.get("/staff/keys").await;
        page.says("No API keys yet");
        let old = made(&manager).await;
        clinic.advance(Duration::from_mins(1));
        let new = made(&manager).await;
        let page = manager.get("/staff/keys").await;
        page.says_nothing_of(&old);
        page.says_nothing_of(&new);
        assert_eq!(answered(clinic, &old).await, 200);
        let ids = listed(&manager).await;
        assert_eq!(ids.len(), 2);
        let asked = manager.post("/staff/keys/revoke", &[("key", &ids[0])]).await;
        asked.has_status(200);
        asked.says("Revoke this API key?");
        assert_eq!(asked.kept("key").as_deref(), Some(ids[0].as_str()));
        assert_eq!(answered(clinic, &old).await, 200, "nothing was done");
        revoke(&manager, &ids[0]).await;
        assert_eq!(answered(clinic, &old).await, 401);
        assert_eq!(answered(clinic, &new).await, 200);
        assert_eq!(listed(&manager).await, ids[1..]);
        // Twice is as once, and nonsense is nothing.
        revoke(&manager, &ids[0]).await;
        revoke(&manager, "the old one").await;
        let logged =
            "select count(*) from audit where action = 'application.revoke-key' and actor_kind = 'staff'";
        assert_eq!(clinic.database.number(logged).await, 1);
    })
    .await;
}

#[tokio::test]
async fn another_clinics_key_is_neither_seen_nor_revoked() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let other = Administrator::at_command_line(clinic.another_application().await);
        let services = clinic.services();
        let key = services
            .applications()
            .add_api_key(other, false)
            .await
            .expect("a key");
        let keys = services.applications().api_keys(other).await.expect("keys");
        assert!(listed(&manager).await.is_empty());
        revoke(&manager, &keys[0].0.to_string()).await;
        assert_eq!(answered(clinic, &key).await, 200);
    })
    .await;
}

#[tokio::test]
async fn the_front_desk_makes_and_revokes_no_keys() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let key = made(&manager).await;
        let id = listed(&manager).await.remove(0);
        let email = "kim@clinic.example";
        clinic.colleague("Kim", email, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(email).await;
        desk.get("/staff/keys").await.has_status(403);
        desk.post("/staff/keys", &[]).await.has_status(403);
        let fields = [("key", id.as_str())];
        let page = desk.post("/staff/keys/revoke", &fields).await;
        page.has_status(403);
        assert_eq!(answered(clinic, &key).await, 200);
        assert_eq!(listed(&manager).await, [id]);
    })
    .await;
}

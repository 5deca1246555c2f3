//! Forms that another site sends with our visitor's cookie are refused on every route that could act on it.

use crate::support::{ANSWER, Browser, Clinic, PASSWORD, on_each_database, routes};

/// What a browser adds to a form of another place.
const FOREIGN: [&[(&str, &str)]; 9] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[
        ("sec-fetch-site", "cross-site"),
        ("origin", "http://127.0.0.1:3000"),
    ],
    &[("origin", "https://evil.example")],
    &[("origin", "http://127.0.0.1:3001")],
    &[("origin", "https://127.0.0.1:3000")],
    &[("origin", "null")],
    &[("sec-fetch-site", "none"), ("origin", "null")],
    &[("sec-fetch-site", "cross-site"), ("origin", "null")],
];

/// Fields that would make each form act, if it were taken.
fn fields() -> Vec<(&'static str, &'static str)> {
    vec![
        ("answer", ANSWER),
        ("choice", "not-me"),
        ("record", "new"),
        ("record_name", "Emma"),
        ("decision", "authorize"),
        ("name", "Eve"),
        ("email", "eve@example.org"),
        ("password", PASSWORD),
        ("external_id", "MRN-9"),
        ("friendly_name", "Eve's record"),
        ("question", "Which two words did we agree on?"),
        ("start_over", "yes"),
    ]
}

/// Someone in the middle of everything: signed in as a person and as staff, on the way with a code.
async fn victim(clinic: &Clinic) -> (Browser, String) {
    let invitation = clinic.invite("MRN-1").await;
    let browser = clinic.person("Pat", "pat@example.org").await;
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    browser
        .post("/staff/sign-in", &pair)
        .await
        .leads_to("/staff");
    clinic
        .come_to_the_decision(&browser, &invitation, "Emma")
        .await;
    (browser, invitation.id.to_string())
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_and_writes_nothing() {
    on_each_database(async |clinic| {
        let (browser, id) = victim(clinic).await;
        let before = clinic.database.dump().await;
        for path in routes::forms() {
            for headers in FOREIGN {
                let path = path.replace("{id}", &id);
                let page = browser.post_with(&path, &fields(), headers).await;
                assert_eq!(page.status.as_u16(), 403, "{path} {headers:?}");
                page.says("It came from another website");
            }
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn our_own_forms_pass_with_either_header_or_none() {
    on_each_database(async |clinic| {
        let ours: [&[(&str, &str)]; 6] = [
            &[],
            &[("sec-fetch-site", "same-origin")],
            &[("sec-fetch-site", "none")],
            &[("origin", "http://127.0.0.1:3000")],
            // Case E1: a proxy that adds a stricter policy on referrers.
            &[("sec-fetch-site", "same-origin"), ("origin", "null")],
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "http://127.0.0.1:3000"),
            ],
        ];
        for headers in ours {
            let (browser, id) = victim_again(clinic).await;
            for path in routes::forms() {
                let path = path.replace("{id}", &id);
                let page = browser.post_with(&path, &[], headers).await;
                assert_ne!(page.status.as_u16(), 403, "{path} {headers:?}");
            }
        }
    })
    .await;
}

/// A fresh visitor for each round: some of the forms end their session.
async fn victim_again(clinic: &Clinic) -> (Browser, String) {
    let browser = clinic.browser();
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    browser
        .post("/staff/sign-in", &pair)
        .await
        .leads_to("/staff");
    (browser, uuid::Uuid::from_u128(7).to_string())
}

#[tokio::test]
async fn reading_is_allowed_from_anywhere() {
    on_each_database(async |clinic| {
        let page = clinic.browser();
        let headers = [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://mail.example"),
        ];
        let page = page.send(
            axum::http::Method::GET,
            "/connect",
            &headers,
            axum::body::Body::empty(),
        );
        page.await.has_status(200);
    })
    .await;
}

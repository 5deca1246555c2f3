//! A form with a field sent twice, or sent as something else, is answered by a page that says so: on every route.

use crate::support::{Browser, Clinic, ORIGIN, PASSWORD, Page, on_each_database, routes};
use axum::http::Method;
use service::{Administrator, ApplicationChange};
use std::collections::BTreeSet;

/// Every field name of a form, as the pages' sources spell them.
const FIELDS: [&str; 41] = [
    "accent",
    "address",
    "although",
    "answer",
    "answer_mode",
    "choice",
    "clinic",
    "code",
    "confirmed",
    "current",
    "decision",
    "delivery",
    "description",
    "digits",
    "email",
    "external_id",
    "friendly_name",
    "invitation",
    "key",
    "lifetime_days",
    "mail_from",
    "name",
    "new",
    "optional",
    "password",
    "phone",
    "port",
    "question",
    "record",
    "record_name",
    "request",
    "role",
    "seen",
    "smtp_host",
    "start_over",
    "test_to",
    "thumbprint",
    "time_zone",
    "url",
    "what",
    "why",
];

/// Someone signed in as a person and at the desk, in the middle of the way.
async fn everybody(clinic: &Clinic, number: usize) -> (Browser, String) {
    // The form of the application has one box: without it, it is taken as one that is not ticked.
    let able = ApplicationChange {
        connect_methods: Some(true),
        ..ApplicationChange::default()
    };
    let by = Administrator::at_command_line(clinic.application);
    let set = clinic.services().applications().set(by, able).await;
    set.expect("an application that may connect");
    let invitation = clinic.invite(&format!("MRN-{number}")).await;
    let pat = clinic.browser();
    let pair = [("email", "pat@example.org"), ("password", PASSWORD)];
    pat.post("/sign-in", &pair).await.leads_to("/account");
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    pat.post("/staff/sign-in", &pair).await.leads_to("/staff");
    clinic.come_to_the_decision(&pat, &invitation, "Emma").await;
    (pat, invitation.id.to_string())
}

async fn send(browser: &Browser, path: &str, kind: &str, body: &str) -> Page {
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
        ("content-type", kind),
    ];
    let body = body.to_owned().into();
    browser.send(Method::POST, path, &headers, body).await
}

/// Refused or not, no one is told that something went wrong on our side.
#[track_caller]
fn is_plain(page: &Page, route: &str) {
    let status = page.status.as_u16();
    assert!(status < 500, "{route}: {status}");
    page.says_nothing_of("Something went wrong on our side");
    if status >= 400 && status != 404 {
        assert!(
            !page.heading().is_empty(),
            "{route}: {status} without a page"
        );
    }
}

const ORDINARY: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn every_broken_form_is_answered_by_a_page_that_says_so() {
    on_each_database(async |clinic| {
        let mut told = BTreeSet::new();
        let twice: Vec<_> = FIELDS
            .iter()
            .map(|field| format!("{field}=one&{field}=two"))
            .collect();
        let twice = twice.join("&");
        let broken = [
            (ORDINARY, twice.as_str()),
            ("text/plain", "name=Pat"),
            ("application/json", "{\"name\":\"Pat\"}"),
            ("multipart/form-data", "name=Pat"),
        ];
        clinic.person("Pat", "pat@example.org").await;
        let forms = routes::pages().into_iter().filter(|route| route.post);
        for (number, route) in forms.enumerate() {
            let (browser, id) = everybody(clinic, number).await;
            for (more, (kind, body)) in broken.iter().enumerate() {
                let path = route.path.replace("{id}", &id).replace("{token}", "x");
                let page = send(&browser, &path, kind, body).await;
                is_plain(&page, &format!("{path} {kind}"));
                if page.heading() == "We could not read this form" {
                    told.insert((page.status.as_u16(), more));
                }
            }
        }
        // A field sent twice, and each wrong kind, was distinguished somewhere.
        for expected in [(415, 1), (415, 2)] {
            assert!(told.contains(&expected), "{expected:?} in {told:?}");
        }
        assert!(told.iter().any(|(_, broken)| *broken == 0), "{told:?}");
    })
    .await;
}

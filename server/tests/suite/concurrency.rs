//! Things that happen at the same time and must count once.

use crate::support::{Browser, Clinic, PASSWORD, on_each_database};
use domain::event::EventKind;
use service::mail::Transport;
use service::secrets::Class;
use tokio::task::JoinSet;

async fn authorize(browser: Browser) -> (u16, String, String) {
    let page = browser
        .post("/connect/authorize", &[("decision", "authorize")])
        .await;
    (
        page.status.as_u16(),
        page.header("location").to_owned(),
        page.heading(),
    )
}

async fn counts_one(clinic: &Clinic) {
    assert_eq!(clinic.event_kinds().await, [EventKind::Authorized]);
    for table in ["pickup", "record_authorization", "record"] {
        let sql = format!("select count(*) from {table}");
        assert_eq!(clinic.database.number(&sql).await, 1, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_clicks_on_authorize_connect_once() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic
            .come_to_the_decision(&browser, &invitation, "Emma")
            .await;
        let other = clinic.another_process(Transport::None).await;
        let mut tasks = JoinSet::new();
        for number in 0..100 {
            let tab = if number % 2 == 0 {
                browser.clone()
            } else {
                browser.at(&other.router)
            };
            tasks.spawn(authorize(tab));
        }
        for (status, location, heading) in tasks.join_all().await {
            assert_eq!(
                (status, location.as_str()),
                (303, "/connect/done"),
                "{heading}"
            );
        }
        counts_one(clinic).await;
        let authorized = "select count(*) from audit where action = 'connect-request.authorize'";
        assert_eq!(clinic.database.number(authorized).await, 1);
        browser
            .get("/connect/done")
            .await
            .says("You are connected to Lakeside Clinic");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_persons_with_one_code_one_is_connected_and_the_other_told() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let mut browsers = Vec::new();
        for name in ["pat", "sam"] {
            let browser = clinic.person(name, &format!("{name}@example.org")).await;
            clinic
                .come_to_the_decision(&browser, &invitation, "Emma")
                .await;
            browsers.push(browser);
        }
        let mut tasks = JoinSet::new();
        for browser in browsers {
            tasks.spawn(authorize(browser));
        }
        let mut seen = tasks.join_all().await;
        seen.sort();
        assert_eq!(seen[0].0, 303);
        assert_eq!(
            (seen[1].0, seen[1].2.as_str()),
            (410, "This code has already been used")
        );
        counts_one(clinic).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_requests_for_one_external_id_at_once_make_one() {
    on_each_database(async |clinic| {
        let draft = domain::new_request::Draft {
            friendly_name: "Emma's record".into(),
            question: "Which two words?".into(),
            answer: "velvet walnut".into(),
            external_id: "MRN-1".into(),
            ..Default::default()
        };
        let mut tasks = JoinSet::new();
        for _ in 0..10 {
            let (services, desk, draft) = (clinic.services().clone(), clinic.desk(), draft.clone());
            tasks.spawn(async move {
                services
                    .connect_requests()
                    .create(desk, &draft, None)
                    .await
                    .is_ok()
            });
        }
        let made = tasks.join_all().await;
        assert_eq!(made.into_iter().filter(|made| *made).count(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_flood_of_new_accounts_is_refused_and_a_patient_signs_in() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "pat@example.org").await;
        let hasher = clinic.services().hasher();
        let mut flood: Vec<_> = std::iter::from_fn(|| hasher.queue(Class::SignUp).ok()).collect();
        let details = [
            ("name", "Sam"),
            ("email", "sam@example.org"),
            ("password", PASSWORD),
        ];
        let refused = clinic.browser().post("/create-account", &details).await;
        refused.has_status(503);
        assert_eq!(refused.header("retry-after"), "5");

        let browser = clinic.browser();
        let pair = [("email", "pat@example.org"), ("password", PASSWORD)];
        let sign_in = tokio::spawn(async move { browser.post("/sign-in", &pair).await });
        while hasher.waiting(Class::Person) == 0 {
            assert!(!sign_in.is_finished(), "it waits for its turn");
            tokio::task::yield_now().await;
        }
        // One permit comes free: new accounts came first, and the patient is served before them.
        drop(flood.remove(0));
        sign_in.await.expect("a page").leads_to("/account");
    })
    .await;
}

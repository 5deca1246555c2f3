//! How many statements a page costs: each waits for the database once.

use crate::support::{Browser, on_each_database};

async fn statements(browser: &Browser, path: &str) -> u32 {
    let (page, sent) = store::counted(browser.get(path)).await;
    page.has_status(200);
    sent
}

#[tokio::test]
async fn each_page_asks_the_database_as_often_as_written_here() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let patient = clinic.person("Emma", "emma@example.org").await;
        let waiting = clinic.invite("MRN-1").await;
        let connected = clinic.invite("MRN-2").await;
        clinic.connect(&patient, &connected, "Emma").await;
        let asked = clinic.browser();
        asked.post("/connect", &[("code", &waiting.code)]).await;
        let request = format!("/staff/requests/{}", waiting.id);
        let mut sent = Vec::new();
        for (browser, path) in [
            (&asked, "/connect"),
            (&asked, "/connect/question"),
            (&asked, "/sign-in"),
            (&desk, "/staff/requests"),
            (&desk, "/staff/requests?q=mrn"),
            (&desk, &request),
            (&desk, "/staff/requests/new"),
            (&desk, "/staff/overview"),
            (&patient, "/account"),
            (&patient, "/account/activity"),
        ] {
            sent.push((path.to_owned(), statements(browser, path).await));
        }
        let expected = [
            ("/connect", 1),
            ("/connect/question", 4),
            ("/sign-in", 1),
            ("/staff/requests", 5),
            ("/staff/requests?q=mrn", 5),
            (&request, 9),
            ("/staff/requests/new", 3),
            ("/staff/overview", 6),
            ("/account", 11),
            ("/account/activity", 7),
        ];
        assert_eq!(sent, expected.map(|(path, sent)| (path.to_owned(), sent)));
    })
    .await;
}

#[tokio::test]
async fn a_list_of_fifty_costs_no_more_statements_than_one_of_two() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for number in 0..2 {
            clinic.invite(&format!("MRN-{number}")).await;
        }
        let few = statements(&desk, "/staff/requests").await;
        assert!(few > 0, "statements are counted");
        for number in 2..50 {
            clinic.invite(&format!("MRN-{number}")).await;
        }
        assert_eq!(statements(&desk, "/staff/requests").await, few);
    })
    .await;
}

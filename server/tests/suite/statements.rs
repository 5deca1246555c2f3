//! How many statements a page costs: each is a journey to the database and back.

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
        for (browser, path, most) in [
            (&asked, "/connect", 1),
            (&asked, "/connect/question", 3),
            (&asked, "/sign-in", 2),
            (&desk, "/staff/requests", 4),
            (&desk, "/staff/requests?q=mrn", 4),
            (&desk, &request, 9),
            (&desk, "/staff/new", 3),
            (&desk, "/staff/overview", 6),
            (&patient, "/account", 6),
            (&patient, "/account/activity", 6),
        ] {
            assert_eq!(statements(browser, path).await, most, "{path}");
        }
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
        for number in 2..50 {
            clinic.invite(&format!("MRN-{number}")).await;
        }
        assert_eq!(statements(&desk, "/staff/requests").await, few);
    })
    .await;
}

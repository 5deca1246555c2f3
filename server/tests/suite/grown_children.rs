//! A child's record asks, from an age on, who looks after it from now on. It is May 2026 in these tests.

use crate::support::{Browser, Clinic, Page, on_each_database};
use domain::policy;
use service::mail::Transport;

const ASKS: &str = "who looks after this record from now on?";

async fn make(browser: &Browser, name: &str, relation: &str, year: &str) -> String {
    let fields = [("name", name), ("relation", relation), ("birth_year", year)];
    let page = browser.post("/account/records/new", &fields).await;
    page.has_status(303);
    page.header("location").to_owned()
}

async fn choose(browser: &Browser, record: &str, who: &str) -> Page {
    let path = format!("{record}/grown-up");
    browser.post(&path, &[("who", who)]).await
}

async fn questions(browser: &Browser) -> usize {
    browser.get("/account").await.text().matches(ASKS).count()
}

async fn kept(clinic: &Clinic) -> i64 {
    let sql = "select count(*) from audit where action = 'record.keep'";
    clinic.database.number(sql).await
}

#[tokio::test]
async fn the_record_of_a_grown_child_asks_and_of_no_one_else() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let young = make(&pat, "Tom", "my-child", "2011").await;
        let myself = make(&pat, "Pat", "myself", "1980").await;
        make(&pat, "Gerda", "cared-for", "1948").await;
        make(&pat, "Mia", "my-child", "").await;
        assert_eq!(questions(&pat).await, 0);
        let grown = make(&pat, "Emma", "my-child", "2010").await;
        assert_eq!(questions(&pat).await, 1);
        let page = pat.get(&format!("{grown}/grown-up")).await;
        page.says("Who looks after Emma from now on?");
        page.says("born in 2010");
        page.says("From the age of 16");
        for record in [young, myself] {
            pat.get(&format!("{record}/grown-up")).await.has_status(404);
            choose(&pat, &record, "me").await.has_status(404);
        }
        let sam = clinic.person("Sam", "sam@example.org").await;
        sam.get(&format!("{grown}/grown-up")).await.has_status(404);
        choose(&sam, &grown, "me").await.has_status(404);
        assert_eq!(kept(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn each_answer_leads_on_and_is_asked_once() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let emma = make(&pat, "Emma", "my-child", "2010").await;
        let tom = make(&pat, "Tom", "my-child", "2009").await;
        let mia = make(&pat, "Mia", "my-child", "2008").await;
        for nothing in ["", "nobody", "\u{0}"] {
            let page = choose(&pat, &emma, nothing).await;
            page.has_status(422);
            assert!(page.error_at("who").is_some());
        }
        assert_eq!(questions(&pat).await, 3);
        choose(&pat, &emma, "me").await.leads_to("/account");
        assert_eq!(questions(&pat).await, 2);
        let people = format!("{tom}/people");
        choose(&pat, &tom, "together").await.leads_to(&people);
        pat.get(&people).await.has_status(200);
        assert_eq!(questions(&pat).await, 1);
        // Until the parent has left it, the record of a child who is to have it alone goes on asking.
        let people = format!("{mia}/people");
        choose(&pat, &mia, "child").await.leads_to(&people);
        assert_eq!(questions(&pat).await, 1);
        choose(&pat, &emma, "me").await.leads_to("/account");
        assert_eq!(kept(clinic).await, 3);
    })
    .await;
}

#[tokio::test]
async fn an_installation_has_an_age_of_its_own() {
    on_each_database(async |clinic| {
        let config = |age: u32| {
            let settings = format!("own_record_age = {age}");
            clinic.config(&settings, Transport::None).own_record_age
        };
        assert_eq!(config(18), 18);
        let pat = clinic.person("Pat", "pat@example.org").await;
        make(&pat, "Emma", "my-child", "2010").await;
        assert_eq!(questions(&pat).await, 1);
        let later = clinic.process_with("own_record_age = 18").await;
        assert_eq!(questions(&pat.at(&later.router)).await, 0);
        assert_eq!(policy::OWN_RECORD_AGE, 16);
    })
    .await;
}

//! What every footer leads to: honest words that come with the software, or the operator's own, plain and bounded.

use crate::support::{Browser, Clinic, on_each_database};

const TEXTS: &str = "/staff/installation/texts";
const SAVED: &str = "/staff/installation/texts?saved=yes";
const PATHS: [&str; 5] = ["/help", "/about", "/privacy", "/terms", "/accessibility"];
const STANDARD: &str = "This text comes with Patient Connect.";

async fn operator(clinic: &Clinic) -> Browser {
    clinic.at_the_installation("olu@host.example").await
}

async fn audited(clinic: &Clinic) -> i64 {
    let sql = "select count(*) from audit where action = 'installation.set-text'";
    clinic.database.number(sql).await
}

#[tokio::test]
async fn every_footer_leads_to_pages_that_say_who_wrote_them() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        for path in [
            "/",
            "/connect",
            "/account",
            "/account/activity",
            "/help",
            "/nowhere",
        ] {
            let links = pat.get(path).await.attributes("footer a", "href");
            assert_eq!(links, PATHS, "{path}");
        }
        for path in PATHS {
            let page = clinic.browser().get(path).await;
            page.has_status(200);
            page.says(STANDARD);
        }
        pat.get("/privacy").await.says("We keep it for 6 years");
    })
    .await;
}

#[tokio::test]
async fn an_operator_writes_a_text_and_brings_the_old_one_back() {
    on_each_database(async |clinic| {
        let olu = operator(clinic).await;
        let form = format!("{TEXTS}/about");
        olu.get(&form).await.says("has not written here yet who it is");
        let text = "Harbour Health runs this.\r\n12 Harbour Road\r\n\r\nWrite to <b>us</b>: help@harbour.example";
        olu.post(&form, &[("text", text)]).await.leads_to(SAVED);
        olu.get(SAVED).await.says("Written by an operator");
        let page = clinic.browser().get("/about").await;
        page.says_nothing_of(STANDARD);
        let paragraphs = ["Harbour Health runs this.\n12 Harbour Road", "Write to <b>us</b>: help@harbour.example"];
        assert_eq!(page.texts("main p"), paragraphs);
        assert_eq!(page.count("main b"), 0, "it is plain text");
        clinic.browser().get("/help").await.says(STANDARD);

        olu.get(&form).await.has_status(200);
        olu.post(&form, &[("text", " \r\n ")]).await.leads_to(SAVED);
        clinic.browser().get("/about").await.says(STANDARD);
        assert_eq!(audited(clinic).await, 2);
        olu.get(&format!("{TEXTS}/nonsense")).await.has_status(404);
    })
    .await;
}

#[tokio::test]
async fn a_text_that_is_refused_is_kept_as_typed() {
    on_each_database(async |clinic| {
        let olu = operator(clinic).await;
        let form = format!("{TEXTS}/terms");
        olu.get(&form).await.has_status(200);
        for (odd, words) in [
            ("x".repeat(20_001), "must be 20000 characters or fewer"),
            ("hid\u{200b}den".to_owned(), "hidden character"),
            ("\u{202e}desrever".to_owned(), "hidden character"),
        ] {
            let page = olu.post(&form, &[("text", &odd)]).await;
            page.has_status(422);
            let error = page.error_at("text").expect("a message");
            assert!(error.replace(',', "").contains(words), "{error}");
            assert!(page.body.contains(&odd), "what was typed stays");
        }
        let whole = "y".repeat(20_000);
        olu.post(&form, &[("text", &whole)]).await.leads_to(SAVED);
        clinic.browser().get("/terms").await.says(&whole);

        // Two operators do not overwrite each other.
        olu.get(&form).await.has_status(200);
        let old = olu.seen_for(&form).expect("a digest");
        olu.post(&form, &[("text", "First.")]).await.leads_to(SAVED);
        let page = olu
            .post(&form, &[("text", "Second."), ("seen", &old)])
            .await;
        page.has_status(409);
        page.says("Another operator changed this text");
        page.says("First.");
        page.says("Second.");
        olu.post(&form, &[("text", "Second.")])
            .await
            .leads_to(SAVED);
        clinic.browser().get("/terms").await.says("Second.");
    })
    .await;
}

#[tokio::test]
async fn texts_are_the_operators_alone() {
    on_each_database(async |clinic| {
        let robin = clinic.manager().await;
        robin.get(TEXTS).await.has_status(403);
        let form = format!("{TEXTS}/help");
        robin
            .post(&form, &[("text", "Call me.")])
            .await
            .has_status(403);
        clinic.browser().get(&form).await.has_status(303);
        clinic.browser().get("/help").await.says(STANDARD);
        assert_eq!(audited(clinic).await, 0);
    })
    .await;
}

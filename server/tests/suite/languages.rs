//! In which language patients are spoken to, on pages and in mails.

use crate::support::{
    ANSWER, Browser, Clinic, PASSWORD, Page, QUESTION, digits_in, on_each_database,
};
use axum::body::Body;
use axum::http::Method;
use domain::language::Language;
use domain::new_request::Draft;

async fn asking(browser: &Browser, path: &str, languages: &str) -> Page {
    let headers = [("accept-language", languages)];
    browser
        .send(Method::GET, path, &headers, Body::empty())
        .await
}

fn language(page: &Page) -> (String, String) {
    let one = |name| page.attributes("html", name).remove(0);
    (one("lang"), one("dir"))
}

fn is_in(page: &Page, tag: &str) {
    let direction = if tag == "ar" { "rtl" } else { "ltr" };
    assert_eq!(language(page), (tag.to_owned(), direction.to_owned()));
}

/// A request in a language, with an email address: its code.
async fn invite_in(clinic: &Clinic, language: &str, number: u32) -> String {
    let draft = Draft {
        friendly_name: "Emma's record".into(),
        question: QUESTION.into(),
        answer: ANSWER.into(),
        external_id: format!("MRN-{number}"),
        email: format!("p{number}@example.org"),
        language: language.into(),
        ..Draft::default()
    };
    let requests = clinic.services().connect_requests();
    let made = requests.create(clinic.desk(), &draft, None).await;
    made.expect("a request").code.to_string()
}

#[tokio::test]
async fn page_is_in_the_language_that_the_browser_asks_for() {
    on_each_database(async |clinic| {
        for (asked, tag) in [
            ("es-MX,es;q=0.9", "es"),
            ("nl, ar;q=0.8, en;q=0.1", "ar"),
            ("zh-CN", "zh-Hans"),
            ("xx-YY;q=bad", "en"),
            ("xx-YY;q=bad, uk", "uk"),
            (",;=,q", "en"),
        ] {
            for path in ["/", "/connect", "/privacy", "/nowhere", "/connect/question"] {
                let page = asking(&clinic.browser(), path, asked).await;
                is_in(&page, tag);
            }
            let staff = asking(&clinic.browser(), "/staff/sign-in", asked).await;
            is_in(&staff, "en");
        }
    })
    .await;
}

#[tokio::test]
async fn language_that_is_chosen_is_kept_in_the_browser_and_the_account() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let turkish = [("language", "tr")];
        browser.post("/language", &turkish).await.leads_to("/");
        is_in(&asking(&browser, "/", "es").await, "tr");
        browser
            .post("/language", &[("language", "tlh")])
            .await
            .leads_to("/");
        is_in(&browser.get("/").await, "tr");

        clinic
            .create_account(&browser, "Pat Example", "pat@example.org")
            .await;
        let mail = clinic.last_mail_to("pat@example.org").await.mail;
        assert_eq!(mail.subject, "Patient Connect için 6 rakamınız");
        let elsewhere = clinic.browser();
        let fields = [("email", "pat@example.org"), ("password", PASSWORD)];
        elsewhere.post("/sign-in", &fields).await.has_status(303);
        is_in(&asking(&elsewhere, "/account", "es").await, "tr");

        let ours = [
            ("sec-fetch-site", "same-origin"),
            ("referer", "http://localhost/account/details/name?lang=tr"),
        ];
        let page = elsewhere
            .post_with("/language", &[("language", "de")], &ours)
            .await;
        page.leads_to("/account/details");
        is_in(&elsewhere.get("/account").await, "de");
        is_in(&browser.get("/account").await, "de");
        let page = browser.get("/account/details").await;
        assert_eq!(page.attributes("option[selected]", "value"), ["de"]);
    })
    .await;
}

#[tokio::test]
async fn mail_is_in_the_language_of_its_request_and_its_link_opens_in_it() {
    on_each_database(async |clinic| {
        for (number, (tag, subject)) in (1..).zip([
            ("es-MX", "Su código de conexión de Lakeside Clinic"),
            ("de", "Ihr Code von Lakeside Clinic"),
            ("uk", "Ваш код від клініки Lakeside Clinic"),
            ("en", "Your connection code from Lakeside Clinic"),
        ]) {
            let code = invite_in(clinic, tag, number).await;
            let mail = clinic
                .last_mail_to(&format!("p{number}@example.org"))
                .await
                .mail;
            assert_eq!(mail.subject, subject);
            let primary = tag.split('-').next().expect("a language");
            let expected = match primary {
                "en" => format!("/connect#{code}"),
                _ => format!("/connect?lang={primary}#{code}"),
            };
            assert!(mail.text.contains(&expected), "{}", mail.text);
            assert!(mail.html.contains(&format!("<html lang=\"{primary}\"")));
            let browser = clinic.browser();
            let opened = asking(&browser, &format!("/connect?lang={primary}"), "fr").await;
            is_in(&opened, primary);
            is_in(&asking(&browser, "/", "fr").await, primary);

            // A code that was typed, in a browser that says nothing.
            let browser = clinic.browser();
            browser
                .post("/connect", &[("code", &code)])
                .await
                .leads_to("/connect/question");
            is_in(&browser.get("/connect/question").await, primary);
        }
    })
    .await;
}

#[tokio::test]
async fn language_without_words_is_refused_by_name() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let fields = [
            ("external_id", "MRN-9"),
            ("friendly_name", "Emma's record"),
            ("proof", "own-question"),
            ("question", QUESTION),
            ("answer", ANSWER),
            ("delivery", "letter"),
            ("language", "it"),
        ];
        let page = desk.post("/staff/requests/new", &fields).await;
        page.has_status(422);
        assert!(page.kept("external_id").is_some());
    })
    .await;
}

#[tokio::test]
async fn mail_in_a_language_that_was_removed_is_in_the_default_one() {
    on_each_database(async |clinic| {
        invite_in(clinic, "es", 1).await;
        let database = &clinic.database;
        database
            .execute("update connect_request set language = 'tlh-Latn'")
            .await;
        let mail = clinic.last_mail_to("p1@example.org").await.mail;
        assert_eq!(mail.subject, "Your connection code from Lakeside Clinic");
    })
    .await;
}

#[tokio::test]
async fn whole_way_is_in_the_language_that_was_chosen() {
    on_each_database(async |clinic| {
        for (number, language_of_way) in (1..).zip(Language::ALL) {
            let tag = language_of_way.name();
            let code = invite_in(clinic, tag, number).await;
            let browser = clinic.browser();
            browser
                .post("/language", &[("language", tag)])
                .await
                .has_status(303);
            let mut shown = vec![browser.get("/").await, browser.get("/connect").await];
            browser
                .post("/connect", &[("code", &code)])
                .await
                .leads_to("/connect/question");
            shown.push(browser.get("/connect/question").await);
            shown.push(
                browser
                    .post("/connect/question", &[("answer", "wrong pond")])
                    .await,
            );
            shown.push(browser.get("/connect/cannot-remember").await);
            shown.push(browser.get("/connect/not-me").await);
            browser
                .post("/connect/question", &[("answer", ANSWER)])
                .await
                .leads_to("/sign-in");
            shown.push(browser.get("/sign-in").await);
            let email = format!("person{number}@example.org");
            let details = [
                ("name", "Pat Example"),
                ("email", &email),
                ("password", PASSWORD),
            ];
            browser
                .post("/create-account", &details)
                .await
                .leads_to("/create-account");
            shown.push(browser.get("/create-account").await);
            let digits = digits_in(&clinic.last_mail_to(&email).await);
            browser
                .post("/create-account", &[("digits", &digits)])
                .await
                .has_status(303);
            shown.push(browser.get("/connect/record").await);
            let record = [("record", "new"), ("record_name", "Emma")];
            browser
                .post("/connect/record", &record)
                .await
                .leads_to("/connect/authorize");
            let decision = browser.get("/connect/authorize").await;
            let meant = decision.kept("record_check").unwrap_or_default();
            shown.push(decision);
            let yes = [("decision", "authorize"), ("record_check", &meant)];
            browser
                .post("/connect/authorize", &yes)
                .await
                .leads_to("/connect/done");
            for path in [
                "/connect/done",
                "/account",
                "/account/activity",
                "/account/details",
                "/account/passkeys",
            ] {
                shown.push(browser.get(path).await);
            }
            for page in &shown {
                is_in(page, tag);
                if tag != "en" {
                    page.says_nothing_of("Your records");
                    page.says_nothing_of("Patient Connect, a clinic you know");
                }
            }
            let receipt = clinic.last_mail_to(&email).await.mail;
            assert!(receipt.html.contains(&format!("<html lang=\"{tag}\"")));
        }
    })
    .await;
}

//! What a mail scanner does to a link, and a browser that sends every form empty: nothing is charged, nothing changes.

use crate::support::on_each_database;

const PAGES: [&str; 24] = [
    "/",
    "/connect",
    "/connect/question",
    "/connect/cannot-remember",
    "/connect/not-me",
    "/connect/record",
    "/connect/authorize",
    "/connect/not-sure",
    "/connect/declined",
    "/connect/done",
    "/sign-in",
    "/create-account",
    "/forgot-password",
    "/forgot-password/no-such-link",
    "/staff/forgot-password",
    "/account",
    "/staff",
    "/staff/sign-in",
    "/staff/requests",
    "/staff/requests/new",
    "/sign-out",
    "/sign-out-and-return",
    "/account/disconnect",
    "/staff/sign-out",
];

const FORMS: [&str; 13] = [
    "/connect",
    "/connect/question",
    "/connect/not-me",
    "/connect/record",
    "/connect/authorize",
    "/sign-in",
    "/create-account",
    "/forgot-password",
    "/staff/forgot-password",
    "/account/disconnect",
    "/staff/sign-in",
    "/staff/requests/new",
    "/staff/requests/send-email",
];

#[tokio::test]
async fn reading_every_page_fifty_times_at_every_step_changes_nothing() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let scanner = clinic.browser();
        let entered = clinic.browser();
        entered
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let deciding = clinic.person("Pat", "pat@example.org").await;
        clinic
            .come_to_the_decision(&deciding, &invitation, "Emma")
            .await;
        let before = clinic.database.dump().await;
        for (browser, times) in [(scanner, 50), (entered, 5), (deciding, 5)] {
            for path in PAGES {
                for _ in 0..times {
                    for page in [browser.get(path).await, browser.head(path).await] {
                        assert!(page.status.as_u16() < 500, "{path}: {}", page.status);
                    }
                }
            }
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn forms_that_are_sent_empty_change_nothing_at_any_step() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let scanner = clinic.browser();
        let entered = clinic.browser();
        entered
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let deciding = clinic.person("Pat", "pat@example.org").await;
        clinic
            .come_to_the_decision(&deciding, &invitation, "Emma")
            .await;
        let before = clinic.database.dump().await;
        for browser in [scanner, entered, deciding] {
            for path in FORMS {
                let page = browser.post(path, &[]).await;
                assert!(
                    [303, 409, 422].contains(&page.status.as_u16()),
                    "{path}: {}",
                    page.status
                );
            }
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

//! Accounts whose browser forgot its cookies while the patient looked for the digits.

use crate::support::{Browser, Clinic, PASSWORD, Page, digits_in, on_each_database};
use axum::body::Body;
use axum::http::Method;
use std::time::Duration;

const ADDRESS: &str = "pat@example.org";
const PLACE: &str = "/create-account/";
const MINUTE: Duration = Duration::from_mins(1);

async fn begin(browser: &Browser, email: &str, password: &str) -> Page {
    let details = [("name", "Pat"), ("email", email), ("password", password)];
    browser.post("/create-account", &details).await
}

async fn by_address(browser: &Browser, email: &str, password: &str, digits: &str) -> Page {
    let typed = [("email", email), ("password", password), ("digits", digits)];
    browser.post("/create-account/digits", &typed).await
}

async fn by_link(browser: &Browser, link: &str, password: &str) -> Page {
    browser.post(link, &[("password", password)]).await
}

async fn digits(clinic: &Clinic) -> String {
    digits_in(&clinic.last_mail_to(ADDRESS).await)
}

async fn persons(clinic: &Clinic) -> i64 {
    clinic.database.number("select count(*) from person").await
}

/// A page without what differs by design.
fn bare(page: &Page, email: &str) -> (u16, String) {
    let mut body = page.body.replace(email, "(address)");
    for nonce in page.attributes("[nonce]", "nonce") {
        body = body.replace(&nonce, "(nonce)");
    }
    (page.status.as_u16(), body)
}

#[tokio::test]
async fn b3_address_password_and_digits_finish_an_account_elsewhere() {
    on_each_database(async |clinic| {
        let first = clinic.browser();
        begin(&first, ADDRESS, PASSWORD)
            .await
            .leads_to("/create-account");
        let digits = digits(clinic).await;
        let other = clinic.browser();
        let details = other.get("/create-account").await;
        let ways = details.attributes("main a", "href");
        assert!(
            ways.contains(&"/create-account/digits".to_owned()),
            "{ways:?}"
        );
        other.get("/create-account/digits").await.has_status(200);
        let page = by_address(&other, ADDRESS, PASSWORD, &digits).await;
        page.leads_to("/account");
        other.get("/account").await.says(ADDRESS);
        let again = by_address(&clinic.browser(), ADDRESS, PASSWORD, &digits).await;
        again.says("do not fit together");
        first.get("/create-account").await.says("Create an account");
        assert_eq!(persons(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn b3_the_link_of_the_mail_finishes_it_with_the_password() {
    on_each_database(async |clinic| {
        begin(&clinic.browser(), ADDRESS, PASSWORD).await;
        let link = clinic.mailed_link(ADDRESS, PLACE).await;
        let other = clinic.browser();
        let shown = other.get(&link).await;
        shown.says("Enter the password that you chose");
        by_link(&other, &link, "")
            .await
            .says("Enter the password that you chose");
        by_link(&other, &link, "another long password")
            .await
            .says("4 more times");
        by_link(&other, &link, PASSWORD).await.leads_to("/account");
        let over = clinic.browser().get(&link).await;
        over.has_status(410);
        over.says("This link no longer works");
        assert_eq!(persons(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn b3_the_browser_that_began_needs_no_password_for_the_link() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        begin(&browser, ADDRESS, PASSWORD).await;
        let link = clinic.mailed_link(ADDRESS, PLACE).await;
        let shown = browser.get(&link).await;
        assert_eq!(shown.count("input[type=password]"), 0);
        browser.post(&link, &[]).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn b3_the_way_from_the_code_goes_on_in_the_other_browser() {
    on_each_database(async |clinic| {
        for (number, by) in ["link", "address"].into_iter().enumerate() {
            let email = format!("pat{number}@example.org");
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            let first = clinic.browser();
            clinic.answer(&first, &invitation).await;
            begin(&first, &email, PASSWORD).await;
            let mail = clinic.last_mail_to(&email).await;
            let other = clinic.browser();
            let page = if by == "link" {
                let link = clinic.mailed_link(&email, PLACE).await;
                by_link(&other, &link, PASSWORD).await
            } else {
                by_address(&other, &email, PASSWORD, &digits_in(&mail)).await
            };
            page.leads_to("/connect/record");
            other.get("/connect/record").await.has_status(200);
        }
        let sealed = "select count(*) from sign_up where flow is not null";
        assert_eq!(
            clinic.database.number(sealed).await,
            0,
            "nothing is left of it"
        );
    })
    .await;
}

#[tokio::test]
async fn b3_a_mail_scanner_that_opens_the_link_changes_nothing() {
    on_each_database(async |clinic| {
        begin(&clinic.browser(), ADDRESS, PASSWORD).await;
        let link = clinic.mailed_link(ADDRESS, PLACE).await;
        let scanner = clinic.browser();
        for _ in 0..20 {
            scanner.get(&link).await.has_status(200);
            scanner.head(&link).await.has_status(200);
        }
        assert_eq!(persons(clinic).await, 0);
        // What posts forms does not know the password.
        let sent = scanner.send(Method::POST, &link, &[], Body::empty()).await;
        assert_ne!(sent.status.as_u16(), 303);
        by_link(&clinic.browser(), &link, PASSWORD)
            .await
            .leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn b3_a_mailbox_alone_finishes_no_account_that_someone_else_began() {
    on_each_database(async |clinic| {
        begin(&clinic.browser(), ADDRESS, PASSWORD).await;
        let link = clinic.mailed_link(ADDRESS, PLACE).await;
        let digits = digits(clinic).await;
        let owner = clinic.browser();
        for left in [
            "4 more times",
            "3 more times",
            "2 more times",
            "1 more time",
        ] {
            by_link(&owner, &link, "a guess of the owner")
                .await
                .says(left);
        }
        let over = by_link(&owner, &link, "a guess of the owner").await;
        over.says("This link no longer works");
        by_link(&owner, &link, PASSWORD).await.has_status(410);
        by_address(&owner, ADDRESS, "a guess of the owner", &digits)
            .await
            .says("do not fit together");
        assert_eq!(persons(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn b3_no_one_learns_whether_an_address_is_known_or_waits() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "known@example.org").await;
        begin(&clinic.browser(), "waits@example.org", PASSWORD).await;
        begin(&clinic.browser(), "known@example.org", PASSWORD).await;
        let mut seen = Vec::new();
        for email in [
            "known@example.org",
            "waits@example.org",
            "nobody@example.org",
        ] {
            let browser = clinic.browser();
            let wrong = by_address(&browser, email, PASSWORD, "000000").await;
            let shape = by_address(&browser, email, PASSWORD, "12").await;
            seen.push((bare(&wrong, email), bare(&shape, email)));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[1], seen[2]);
        let link = clinic
            .browser()
            .get("/create-account/nothing-of-ours")
            .await;
        link.has_status(410);
    })
    .await;
}

#[tokio::test]
async fn b3_guesses_from_elsewhere_leave_the_first_browser_its_tries() {
    on_each_database(async |clinic| {
        let first = clinic.browser();
        begin(&first, ADDRESS, PASSWORD).await;
        let digits = digits(clinic).await;
        let wrong = if digits == "000000" {
            "000001"
        } else {
            "000000"
        };
        for number in 0..10 {
            let guesser = clinic.browser_from(&format!("203.0.{number}.1"));
            by_address(&guesser, ADDRESS, PASSWORD, wrong)
                .await
                .has_status(422);
        }
        let late = by_address(&clinic.browser(), ADDRESS, PASSWORD, &digits).await;
        late.has_status(429);
        late.says("use the link in the newest email");
        let confirmed = first.post("/create-account", &[("digits", &digits)]).await;
        confirmed.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn b3_three_mails_of_a_stranger_lock_no_one_out() {
    on_each_database(async |clinic| {
        for _ in 0..3 {
            let stranger = clinic.browser_from("203.0.113.5");
            begin(&stranger, ADDRESS, "the password of a stranger")
                .await
                .leads_to("/create-account");
        }
        let more = begin(&clinic.browser_from("203.0.113.5"), ADDRESS, PASSWORD).await;
        more.has_status(429);
        let owner = clinic.browser();
        begin(&owner, ADDRESS, PASSWORD)
            .await
            .leads_to("/create-account");
        let digits = digits(clinic).await;
        let page = by_address(&clinic.browser(), ADDRESS, PASSWORD, &digits).await;
        page.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn b3_who_began_three_times_goes_on_with_the_newest_mail() {
    on_each_database(async |clinic| {
        for _ in 0..3 {
            begin(&clinic.browser(), ADDRESS, PASSWORD)
                .await
                .leads_to("/create-account");
        }
        let refused = begin(&clinic.browser(), ADDRESS, PASSWORD).await;
        refused.has_status(429);
        refused.says("Use the newest email we sent");
        let link = clinic.mailed_link(ADDRESS, PLACE).await;
        by_link(&clinic.browser(), &link, PASSWORD)
            .await
            .leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn b3_a_newer_mail_and_a_quarter_of_an_hour_end_the_link() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        begin(&browser, ADDRESS, PASSWORD).await;
        let older = clinic.mailed_link(ADDRESS, PLACE).await;
        browser
            .post("/create-account", &[("resend", "")])
            .await
            .has_status(200);
        let newer = clinic.mailed_link(ADDRESS, PLACE).await;
        clinic.browser().get(&older).await.has_status(410);
        clinic.browser().get(&newer).await.has_status(200);
        clinic.advance(15 * MINUTE);
        by_link(&clinic.browser(), &newer, PASSWORD)
            .await
            .has_status(410);
        clinic.browser().get(&newer).await.has_status(410);
        assert_eq!(persons(clinic).await, 0);
    })
    .await;
}

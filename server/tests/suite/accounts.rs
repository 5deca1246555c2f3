//! Accounts: what the pages give away, what the digits allow, how sign-in slows down, what sign-out ends.

use crate::support::{Browser, Clinic, PASSWORD, Page, digits_in, on_each_database};
use service::mail::Transport;
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);

async fn ask(browser: &Browser, email: &str) {
    let details = [("name", "Pat"), ("email", email), ("password", PASSWORD)];
    let page = browser.post("/create-account", &details).await;
    page.leads_to("/create-account");
}

async fn confirm(browser: &Browser, digits: &str) -> Page {
    browser.post("/create-account", &[("digits", digits)]).await
}

async fn sign_in(browser: &Browser, password: &str) -> Page {
    let pair = [("email", "pat@example.org"), ("password", password)];
    browser.post("/sign-in", &pair).await
}

/// Digits that are not these.
fn others(digits: &str) -> String {
    let number: u32 = digits.parse().expect("digits");
    format!("{:06}", (number + 1) % 1_000_000)
}

/// A page without what differs by design: the address, and the nonce of its scripts.
fn bare(page: &Page, email: &str) -> String {
    let mut body = page.body.replace(email, "(address)");
    for nonce in page.attributes("[nonce]", "nonce") {
        body = body.replace(&nonce, "(nonce)");
    }
    body
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_pages_but_different_mail() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "known@example.org").await;
        let pages = async |email: &str| {
            let browser = clinic.browser();
            ask(&browser, email).await;
            let shown = browser.get("/create-account").await;
            let mut seen = vec![(shown.status, bare(&shown, email))];
            for _ in 0..5 {
                let wrong = confirm(&browser, "000000").await;
                seen.push((wrong.status, bare(&wrong, email)));
            }
            let resent = browser.post("/create-account", &[("resend", "")]).await;
            seen.push((resent.status, bare(&resent, email)));
            seen
        };
        let known = pages("known@example.org").await;
        let unknown = pages("other@example.org").await;
        assert_eq!(known, unknown);
        let told = clinic.last_mail_to("known@example.org").await;
        assert_eq!(
            told.mail.subject,
            "You already have a Patient Connect account"
        );
        let digits = clinic.last_mail_to("other@example.org").await;
        assert_eq!(digits.mail.subject, "Your 6 digits for Patient Connect");
        assert_eq!(
            clinic.database.number("select count(*) from person").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn digits_can_be_tried_five_times() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        ask(&browser, "pat@example.org").await;
        let digits = digits_in(&clinic.last_mail_to("pat@example.org").await);
        confirm(&browser, "")
            .await
            .says("Enter the 6 digits from the email");
        confirm(&browser, "12345")
            .await
            .says("Enter all 6 digits from the email");
        for left in [
            "4 more times",
            "3 more times",
            "2 more times",
            "1 more time",
        ] {
            confirm(&browser, &others(&digits)).await.says(left);
        }
        confirm(&browser, &others(&digits))
            .await
            .says("These digits no longer work");
        let page = confirm(&browser, &digits).await;
        page.has_status(422);
        page.says("These digits no longer work");
        assert_eq!(
            clinic.database.number("select count(*) from person").await,
            0
        );

        browser
            .post("/create-account", &[("resend", "")])
            .await
            .says("We have sent a new email");
        let digits = digits_in(&clinic.last_mail_to("pat@example.org").await);
        confirm(&browser, &digits).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn digits_last_a_quarter_of_an_hour() {
    on_each_database(async |clinic| {
        let second = Duration::from_secs(1);
        for (email, after, works) in [
            (
                "pat@example.org",
                (15 * MINUTE).checked_sub(second).unwrap(),
                true,
            ),
            ("sam@example.org", 15 * MINUTE, false),
        ] {
            let browser = clinic.browser();
            ask(&browser, email).await;
            let digits = digits_in(&clinic.last_mail_to(email).await);
            clinic.advance(after);
            let page = confirm(&browser, &digits).await;
            if works {
                page.leads_to("/account");
            } else {
                page.has_status(422);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn one_address_gets_three_mails_in_a_quarter_of_an_hour() {
    on_each_database(async |clinic| {
        for resent in [200, 429] {
            let browser = clinic.browser();
            ask(&browser, "pat@example.org").await;
            let page = browser.post("/create-account", &[("resend", "")]).await;
            page.has_status(resent);
        }
        let browser = clinic.browser();
        let details = [
            ("name", "Pat"),
            ("email", "pat@example.org"),
            ("password", PASSWORD),
        ];
        let page = browser.post("/create-account", &details).await;
        page.has_status(429);
        page.says("Use the newest email we sent");
        assert_eq!(clinic.mail().await.len(), 3);
        clinic.advance(16 * MINUTE);
        ask(&clinic.browser(), "pat@example.org").await;
        assert_eq!(clinic.mail().await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn sign_in_locks_after_five_wrong_passwords_and_ever_longer() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "pat@example.org").await;
        let other_process = clinic.another_process(Transport::None).await;
        let browser = clinic.browser();
        let there = clinic.browser().at(&other_process.router);
        for _ in 0..4 {
            let page = sign_in(&browser, "not the password").await;
            page.has_status(422);
            page.says("The email address or password is wrong");
            assert_eq!(page.kept("email").as_deref(), Some("pat@example.org"));
        }
        for doubled in 0..14 {
            sign_in(&browser, "not the password").await.has_status(422);
            let seconds = (1 << doubled).min(3_600);
            for door in [&browser, &there] {
                let page = sign_in(door, PASSWORD).await;
                page.has_status(429);
                assert_eq!(page.header("retry-after"), seconds.to_string());
            }
            clinic.advance(
                Duration::from_secs(seconds)
                    .checked_sub(Duration::from_millis(1))
                    .unwrap(),
            );
            sign_in(&browser, PASSWORD).await.has_status(429);
            clinic.advance(Duration::from_millis(1));
        }
        sign_in(&there, PASSWORD).await.leads_to("/account");
        sign_in(&browser, "not the password").await.has_status(422);
        sign_in(&browser, PASSWORD).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn the_desks_sign_in_locks_by_itself() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let pair = |password| [("email", "robin@clinic.example"), ("password", password)];
        for _ in 0..5 {
            browser
                .post("/staff/sign-in", &pair("not the password"))
                .await
                .has_status(422);
        }
        let locked = browser.post("/staff/sign-in", &pair(PASSWORD)).await;
        locked.has_status(429);
        assert!(!locked.header("retry-after").is_empty());
        browser
            .post("/sign-in", &pair(PASSWORD))
            .await
            .has_status(422);
        clinic.advance(MINUTE);
        browser
            .post("/staff/sign-in", &pair(PASSWORD))
            .await
            .leads_to("/staff");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thirty_passwords_at_once_evaluate_few_and_lock_for_long() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "pat@example.org").await;
        let mut tasks = tokio::task::JoinSet::new();
        for number in 0..30 {
            let browser = clinic.browser();
            tasks.spawn(async move {
                let page = sign_in(&browser, &format!("a guess, number {number}")).await;
                page.status.as_u16()
            });
        }
        let statuses = tasks.join_all().await;
        let count = |wanted: u16| statuses.iter().filter(|status| **status == wanted).count();
        let evaluated = count(422);
        assert!((5..=20).contains(&evaluated), "{statuses:?}");
        assert_eq!(evaluated + count(429), 30, "{statuses:?}");
        let page = sign_in(&clinic.browser(), PASSWORD).await;
        let lock = (1_u64 << (evaluated - 5)).min(3_600);
        assert_eq!(page.header("retry-after"), lock.to_string());
    })
    .await;
}

#[tokio::test]
async fn sign_out_ends_the_session_for_a_kept_cookie_too() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        let thief = browser.stolen();
        thief.get("/account").await.has_status(200);
        browser.post("/sign-out", &[]).await.leads_to("/");
        thief.get("/account").await.leads_to("/sign-in");
        browser.get("/account").await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_session_from_before_the_sign_in_stays_signed_out() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        clinic.answer(&browser, &invitation).await;
        let planted = browser.stolen();
        clinic
            .create_account(&browser, "Pat", "pat@example.org")
            .await;
        browser.get("/account").await.has_status(200);
        planted.get("/account").await.leads_to("/sign-in");
        planted.get("/connect/record").await.has_status(409);
    })
    .await;
}

/// No one is signed in after a wrong pair, regardless of who asks.
#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_read_the_same() {
    on_each_database(async |clinic: &Clinic| {
        clinic.person("Pat", "pat@example.org").await;
        let page = async |email: &str| {
            let pair = [("email", email), ("password", "not the password")];
            let page = clinic.browser().post("/sign-in", &pair).await;
            (page.status, bare(&page, email))
        };
        assert_eq!(
            page("pat@example.org").await,
            page("nobody@example.org").await
        );
    })
    .await;
}

#[tokio::test]
async fn digits_are_mailed_again_after_the_clock_was_put_back() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        ask(&browser, "pat@example.org").await;
        for _ in 0..4 {
            browser.post("/create-account", &[("resend", "")]).await;
        }
        let before = clinic.mail().await.len();
        clinic.step_back(std::time::Duration::from_hours(2));
        browser.post("/create-account", &[("resend", "")]).await;
        clinic.advance(std::time::Duration::from_secs(1));
        assert_eq!(clinic.mail().await.len(), before + 1);
    })
    .await;
}

//! A person's forgotten password: what the pages give away, what digits and link allow, where the way continues.

use crate::support::{Browser, Clinic, PASSWORD, Page, digits_in, on_each_database};
use service::mail::{Memory, Transport};
use std::time::Duration;

const PAT: &str = "pat@example.org";
const NEW: &str = "velvet walnut ladder";
const HERE: &str = "/forgot-password";
const MINUTE: Duration = Duration::from_mins(1);

async fn ask(browser: &Browser, email: &str) {
    let page = browser.post(HERE, &[("email", email)]).await;
    page.leads_to(HERE);
}

async fn reset(browser: &Browser, digits: &str, password: &str) -> Page {
    let fields = [("digits", digits), ("password", password)];
    browser.post(HERE, &fields).await
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> Page {
    let pair = [("email", email), ("password", password)];
    browser.post("/sign-in", &pair).await
}

/// The digits and the path of the newest mail.
async fn mailed(clinic: &Clinic) -> (String, String) {
    let sent = clinic.mail().await.into_iter().rev();
    let mut ours = sent.filter(|mail| mail.to == PAT);
    let mail = ours.find(|mail| mail.mail.subject.starts_with("Choose a new password"));
    let mail = mail.expect("a mail");
    (digits_in(&mail), link_in(&mail.mail.text))
}

#[track_caller]
fn link_in(text: &str) -> String {
    let (_, token) = text.split_once("/forgot-password/").expect("a link");
    let token = token.split_whitespace().next().expect("a token");
    format!("{HERE}/{token}")
}

async fn follow(browser: &Browser, link: &str, password: &str) -> Page {
    browser.post(link, &[("password", password)]).await
}

/// What another process sends by; its worker does not run.
fn mails() -> Transport {
    Transport::Memory(Memory::default())
}

/// Digits that are not these.
fn others(digits: &str) -> String {
    let number: u32 = digits.parse().expect("digits");
    format!("{:06}", (number + 1) % 1_000_000)
}

/// A page without what differs by design: the address, and the nonce of its scripts.
fn bare(page: &Page, email: &str) -> (u16, String, String) {
    let mut body = page.body.replace(email, "(address)");
    for nonce in page.attributes("[nonce]", "nonce") {
        body = body.replace(&nonce, "(nonce)");
    }
    let location = page.header("location").to_owned();
    (page.status.as_u16(), location, body)
}

async fn subjects_to(clinic: &Clinic, email: &str) -> Vec<String> {
    let sent = clinic.mail().await.into_iter();
    sent.filter(|mail| mail.to == email)
        .map(|mail| mail.mail.subject)
        .collect()
}

#[tokio::test]
async fn digits_lead_to_a_new_password_and_end_the_other_sessions() {
    on_each_database(async |clinic| {
        let elsewhere = clinic.person("Pat", PAT).await;
        let browser = clinic.browser();
        let page = browser.get("/sign-in").await;
        assert!(page.attributes("main a", "href").contains(&HERE.to_owned()));
        ask(&browser, PAT).await;
        let before = browser.cookie();
        let (digits, _) = mailed(clinic).await;
        reset(&browser, &digits, NEW).await.leads_to("/account");
        assert_ne!(browser.cookie(), before, "the session has a new id");
        browser.get("/account").await.has_status(200);
        elsewhere.get("/account").await.leads_to("/sign-in");
        sign_in(&clinic.browser(), PAT, PASSWORD)
            .await
            .has_status(422);
        let told = clinic.last_mail_to(PAT).await.mail;
        assert_eq!(told.subject, "Your Patient Connect password was changed");
        assert!(told.text.contains("4 May 2026, 08:00 UTC"), "{}", told.text);
        assert!(told.text.contains("/forgot-password"), "{}", told.text);
        let log = "select outcome from audit where action = 'account.reset-password'";
        assert_eq!(clinic.database.texts(log).await, ["changed"]);
        sign_in(&clinic.browser(), PAT, NEW)
            .await
            .leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn the_journey_from_a_code_continues_after_the_new_password() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        for (number, by_link) in [false, true].into_iter().enumerate() {
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            let browser = clinic.browser();
            clinic.answer(&browser, &invitation).await;
            browser
                .get(HERE)
                .await
                .says("Your code and your answer for Lakeside Clinic are kept");
            ask(&browser, PAT).await;
            let (digits, link) = mailed(clinic).await;
            let page = if by_link {
                browser.get(&link).await.has_status(200);
                follow(&browser, &link, NEW).await
            } else {
                reset(&browser, &digits, "ladder velvet walnut").await
            };
            page.leads_to("/connect/record");
            let records = browser.get("/connect/record").await;
            let known = records.attributes("input[name='record'][type='radio']", "value");
            let known = known.into_iter().find(|value| value != "new");
            let chosen = known.unwrap_or_else(|| "new".to_owned());
            let record = [("record", chosen.as_str()), ("record_name", "Emma")];
            browser
                .post("/connect/record", &record)
                .await
                .leads_to("/connect/authorize");
            browser.get("/connect/authorize").await;
            browser
                .post("/connect/authorize", &[("decision", "authorize")])
                .await
                .leads_to("/connect/done");
        }
    })
    .await;
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_bytes() {
    on_each_database(async |clinic| {
        clinic.person("Okafor", "known@example.org").await;
        let pages = async |email: &str| {
            let browser = clinic.browser();
            let asked = browser.post(HERE, &[("email", email)]).await;
            let mut seen = vec![bare(&asked, email)];
            seen.push(bare(&browser.get(HERE).await, email));
            // A password that the name makes weak is refused after the digits, not before.
            let personal = reset(&browser, "000000", "okafor okafor ok").await;
            seen.push(bare(&personal, email));
            for fields in [("", ""), ("12345", "short"), ("000000", "password123")] {
                seen.push(bare(&reset(&browser, fields.0, fields.1).await, email));
            }
            for _ in 0..6 {
                seen.push(bare(&reset(&browser, "000000", NEW).await, email));
            }
            for _ in 0..4 {
                let resent = browser.post(HERE, &[("resend", "yes")]).await;
                seen.push(bare(&resent, email));
            }
            clinic.advance(31 * MINUTE);
            seen.push(bare(&browser.get(HERE).await, email));
            seen.push(bare(&reset(&browser, "000000", NEW).await, email));
            seen
        };
        let known = pages("known@example.org").await;
        let unknown = pages("other@example.org").await;
        assert_eq!(known, unknown);
        assert!(
            known
                .iter()
                .any(|(_, _, body)| body.contains("4 more times"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_used_way_looks_like_an_unknown_address_to_who_began_it() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let stranger = clinic.browser();
        ask(&stranger, PAT).await;
        let unknown = clinic.browser();
        ask(&unknown, "nobody@example.org").await;
        let (_, link) = mailed(clinic).await;
        follow(&clinic.browser(), &link, NEW)
            .await
            .leads_to("/account");
        for _ in 0..6 {
            let here = reset(&stranger, "000000", NEW).await;
            let there = reset(&unknown, "000000", NEW).await;
            assert_eq!(bare(&here, PAT), bare(&there, "nobody@example.org"));
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_without_an_account_is_told_once_a_day() {
    on_each_database(async |clinic| {
        for (number, email) in ["sam@example.org", "sam+1@example.org", "sam@example.org"]
            .into_iter()
            .enumerate()
        {
            ask(&clinic.browser(), email).await;
            assert_eq!(clinic.mail().await.len(), 1, "{number}");
        }
        let told = clinic.last_mail_to("sam@example.org").await.mail;
        assert!(told.text.contains("no Patient Connect account"));
        clinic.advance(Duration::from_hours(25));
        ask(&clinic.browser(), "sam@example.org").await;
        assert_eq!(clinic.mail().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn digits_and_link_work_once_for_half_an_hour() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        for by_link in [false, true] {
            let browser = clinic.browser();
            ask(&browser, PAT).await;
            let (digits, link) = mailed(clinic).await;
            clinic.advance((30 * MINUTE).checked_sub(Duration::from_secs(1)).unwrap());
            let again = browser.stolen();
            let word = if by_link { "ladder" } else { "walnut" };
            let new = format!("velvet {word} biscuit");
            if by_link {
                follow(&browser, &link, &new).await.leads_to("/account");
            } else {
                reset(&browser, &digits, &new).await.leads_to("/account");
            }
            again.get("/account").await.leads_to("/sign-in");
            reset(&again, &digits, NEW).await;
            follow(&clinic.browser(), &link, NEW).await.has_status(410);
            clinic.browser().get(&link).await.has_status(410);
            sign_in(&clinic.browser(), PAT, &new)
                .await
                .leads_to("/account");

            let late = clinic.browser();
            ask(&late, PAT).await;
            let (digits, link) = mailed(clinic).await;
            clinic.advance(30 * MINUTE);
            late.get(&link).await.has_status(410);
            reset(&late, &digits, NEW).await.leads_to(HERE);
            clinic.step_back(10 * MINUTE);
            late.get(&link).await.has_status(410);
            clinic.advance(20 * MINUTE);
            sign_in(&clinic.browser(), PAT, &new)
                .await
                .leads_to("/account");
        }
    })
    .await;
}

#[tokio::test]
async fn a_newer_mail_ends_the_digits_and_the_link_of_the_first() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let first = clinic.browser();
        ask(&first, PAT).await;
        let (digits, link) = mailed(clinic).await;
        let second = clinic.browser();
        ask(&second, PAT).await;
        let (newer, newest) = mailed(clinic).await;
        let page = reset(&first, &digits, NEW).await;
        page.has_status(422);
        page.says("These are not the digits from the newest email");
        follow(&first, &link, NEW).await.has_status(410);
        second.get(&newest).await.has_status(200);
        reset(&second, &newer, NEW).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_a_newer_one_overtook_is_not_sent() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let before = clinic.mail().await.len();
        for _ in 0..3 {
            ask(&clinic.browser(), PAT).await;
        }
        assert_eq!(clinic.mail().await.len(), before + 1);
    })
    .await;
}

#[tokio::test]
async fn a_password_changed_meanwhile_ends_an_earlier_reset() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let browser = clinic.browser();
        ask(&browser, PAT).await;
        let (digits, link) = mailed(clinic).await;
        let change = "update person set session_round = session_round + 1";
        clinic.database.execute(change).await;
        reset(&browser, &digits, NEW).await.has_status(422);
        follow(&browser, &link, NEW).await.has_status(410);
        let log = "select count(*) from audit where action = 'account.reset-password' and outcome = 'changed'";
        assert_eq!(clinic.database.number(log).await, 0);
    })
    .await;
}

#[tokio::test]
async fn wrong_digits_end_after_five_tries_across_processes_but_not_the_link() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let other = clinic.another_process(mails()).await;
        let browser = clinic.browser();
        let there = browser.at(&other.router);
        ask(&browser, PAT).await;
        let (digits, link) = mailed(clinic).await;
        for (number, left) in [
            "4 more times",
            "3 more times",
            "2 more times",
            "1 more time",
        ]
        .into_iter()
        .enumerate()
        {
            let at = if number % 2 == 0 { &browser } else { &there };
            reset(at, &others(&digits), NEW).await.says(left);
        }
        reset(&there, &others(&digits), NEW)
            .await
            .says("These digits no longer work");
        reset(&browser, &digits, NEW)
            .await
            .says("These digits no longer work");
        follow(&browser, &link, NEW).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_mail_has_no_digits_after_twenty_wrong_ones_in_a_day() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        for _ in 0..4 {
            let browser = clinic.browser();
            ask(&browser, PAT).await;
            let (digits, _) = mailed(clinic).await;
            for _ in 0..5 {
                reset(&browser, &others(&digits), NEW).await;
            }
            clinic.advance(16 * MINUTE);
        }
        let browser = clinic.browser();
        ask(&browser, PAT).await;
        let mail = clinic.last_mail_to(PAT).await.mail;
        assert!(mail.text.contains("This email has no digits"));
        let page = follow(&browser, &link_in(&mail.text), NEW).await;
        page.leads_to("/account");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_posts_with_the_same_digits_one_wins() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let other = clinic.another_process(mails()).await;
        let here = clinic.browser();
        ask(&here, PAT).await;
        let (digits, _) = mailed(clinic).await;
        let there = here.stolen().at(&other.router);
        let (one, two) = tokio::join!(
            reset(&here, &digits, NEW),
            reset(&there, &digits, "ladder biscuit lantern")
        );
        let won = [&one, &two]
            .iter()
            .filter(|page| page.header("location") == "/account")
            .count();
        assert_eq!(won, 1, "{} {}", one.status, two.status);
        let log = "select count(*) from audit where action = 'account.reset-password' and outcome = 'changed'";
        assert_eq!(clinic.database.number(log).await, 1);
        let new = if one.header("location") == "/account" {
            NEW
        } else {
            "ladder biscuit lantern"
        };
        sign_in(&clinic.browser(), PAT, new)
            .await
            .leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn weak_passwords_are_refused_with_the_reason_and_cost_no_try() {
    on_each_database(async |clinic| {
        clinic.person("Patience Okafor", PAT).await;
        let browser = clinic.browser();
        ask(&browser, PAT).await;
        let (digits, link) = mailed(clinic).await;
        for (password, why) in [
            ("", "Enter your password"),
            ("short", "must be 10 characters or more"),
            ("password123", "Many people use a password like this"),
            ("okafor patience", "are easy to guess"),
        ] {
            for _ in 0..2 {
                let page = reset(&browser, &digits, password).await;
                page.has_status(422);
                assert!(page.error_at("password").expect("a message").contains(why));
                assert_eq!(page.kept("digits"), Some(digits.clone()));
            }
            let page = follow(&browser, &link, password).await;
            page.has_status(422);
            assert!(page.error_at("password").expect("a message").contains(why));
        }
        let page = reset(&browser, "12", NEW).await;
        page.says("Enter all 6 digits from the email");
        reset(&browser, &digits, NEW).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_strangers_wrong_sign_ins_do_not_keep_the_owner_out() {
    on_each_database(async |clinic| {
        let known = clinic.person("Pat", PAT).await;
        known.post("/sign-out", &[]).await.leads_to("/");
        let owner = clinic.browser();
        for _ in 0..7 {
            sign_in(&owner, PAT, "not the password").await;
        }
        // From the stranger's address no one gets in with the password, but the known browser does.
        sign_in(&clinic.browser(), PAT, PASSWORD)
            .await
            .has_status(429);
        sign_in(&known, PAT, PASSWORD).await.leads_to("/account");

        ask(&owner, PAT).await;
        let (_, link) = mailed(clinic).await;
        follow(&owner, &link, NEW).await.leads_to("/account");
        sign_in(&clinic.browser(), PAT, NEW)
            .await
            .leads_to("/account");
        // The browser that chose it is a known one: the stranger continues, and it gets in.
        owner.post("/sign-out", &[]).await.leads_to("/");
        for _ in 0..7 {
            sign_in(&clinic.browser(), PAT, "not the password").await;
        }
        sign_in(&clinic.browser(), PAT, NEW).await.has_status(429);
        sign_in(&owner, PAT, NEW).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn an_account_locked_everywhere_opens_by_the_mailed_link() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        for number in 0..100 {
            let stranger = clinic.browser_from(&format!("198.51.{number}.7"));
            sign_in(&stranger, PAT, "not the password").await;
        }
        let owner = clinic.browser_from("203.0.113.9");
        sign_in(&owner, PAT, PASSWORD).await.has_status(429);
        ask(&owner, PAT).await;
        let (_, link) = mailed(clinic).await;
        follow(&owner, &link, NEW).await.leads_to("/account");
        let elsewhere = clinic.browser_from("203.0.113.10");
        sign_in(&elsewhere, PAT, NEW).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn mails_are_limited_by_account_and_network_but_not_for_known_browsers() {
    on_each_database(async |clinic| {
        let known = clinic.person("Pat", PAT).await;
        known.post("/sign-out", &[]).await.leads_to("/");
        for _ in 0..5 {
            ask(&clinic.browser(), PAT).await;
            clinic.drain().await;
        }
        let resets = async || {
            let subjects = subjects_to(clinic, PAT).await;
            let ours = |subject: &&String| subject.starts_with("Choose a new password");
            subjects.iter().filter(ours).count()
        };
        assert_eq!(resets().await, 3);
        // What was mailed last is good, regardless of who had it sent.
        let (_, link) = mailed(clinic).await;
        clinic.browser().get(&link).await.has_status(200);
        for number in 0..15 {
            ask(&clinic.browser(), &format!("sam{number}@example.org")).await;
        }
        let page = clinic.browser().post(HERE, &[("email", PAT)]).await;
        page.has_status(429);
        page.says("too many requests from your network. Wait 15 minutes");
        assert_eq!(page.kept("email").as_deref(), Some(PAT));
        assert_eq!(page.header("retry-after"), "900");
        ask(&known, PAT).await;
        clinic.advance(16 * MINUTE);
        ask(&clinic.browser(), PAT).await;
        assert_eq!(resets().await, 4);
    })
    .await;
}

#[tokio::test]
async fn no_page_offers_what_needs_mail_where_none_is_sent() {
    on_each_database(async |clinic| {
        let other = clinic.another_process(Transport::None).await;
        let browser = clinic.browser().at(&other.router);
        browser.get(HERE).await.says("Call your clinic");
        let page = browser.post(HERE, &[("email", PAT)]).await;
        page.has_status(503);
        page.says("sends no email");
        let page = browser.get("/staff/forgot-password").await;
        page.says("Ask a manager of your clinic");
        assert_eq!(page.count("form[action='/staff/forgot-password']"), 0);
    })
    .await;
}

#[tokio::test]
async fn the_mail_to_a_known_address_leads_to_a_new_password() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let details = [("name", "Pat"), ("email", PAT), ("password", PASSWORD)];
        let browser = clinic.browser();
        browser
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        let mail = clinic.last_mail_to(PAT).await.mail;
        assert!(mail.text.contains("/forgot-password"), "{}", mail.text);
    })
    .await;
}

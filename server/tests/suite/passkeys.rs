//! Passkeys of patients: added with a fresh proof, used to sign in, named, removed; and what is refused.

use crate::support::authenticator::{Authenticator, PASSKEY_ORIGIN, begin, challenge, send};
use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use domain::policy;
use std::time::Duration;

const PAT: &str = "pat@example.org";
const REFUSED: &str = "This passkey did not sign you in";

async fn ask(browser: &Browser, name: &str, password: &str) -> Page {
    let fields = [("name", name), ("password", password)];
    browser.post("/account/passkeys", &fields).await
}

/// Pat's phone, with a passkey that was added just now.
async fn added(browser: &Browser, credential: &str) -> Authenticator {
    let mut phone = Authenticator::new(credential);
    let asked = ask(browser, credential, PASSWORD).await;
    asked.has_status(200);
    let page = send(browser, "/account/passkeys/new", &phone.make(&asked)).await;
    page.leads_to("/account/passkeys?done=added");
    phone
}

async fn sign_in(browser: &Browser, phone: &Authenticator) -> Page {
    let challenge = challenge(&begin(browser).await);
    send(browser, "/sign-in/passkey", &phone.sign(&challenge)).await
}

async fn subjects(clinic: &Clinic) -> Vec<String> {
    let sent = clinic.mail().await.into_iter();
    sent.filter(|mail| mail.to == PAT)
        .map(|mail| mail.mail.subject)
        .collect()
}

async fn log(clinic: &Clinic, action: &str, outcome: &str) -> i64 {
    let sql =
        format!("select count(*) from audit where action = '{action}' and outcome = '{outcome}'");
    clinic.database.number(&sql).await
}

#[tokio::test]
async fn a_passkey_is_added_signs_in_and_is_removed() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        pat.get("/account")
            .await
            .says("Sign in without your password");
        let page = pat.get("/account/passkeys").await;
        page.says("You do not have any passkeys yet");
        let phone = added(&pat, "My phone").await;
        let page = pat.get("/account/passkeys?done=added").await;
        page.says("The passkey is added");
        page.says("My phone");
        page.says("Not used yet");

        let elsewhere = clinic.browser_from("198.51.100.7");
        sign_in(&elsewhere, &phone).await.leads_to("/account");
        elsewhere.get("/account").await.says("Pat");
        let page = pat.get("/account/passkeys").await;
        page.says("Last used on");
        assert_eq!(
            log(clinic, "account.sign-in", "signed-in-by-passkey").await,
            1
        );

        let path = page
            .attributes(".own-rows a", "href")
            .pop()
            .expect("a link");
        pat.get(&path).await.says("Remove this passkey");
        let removed = pat
            .post(&format!("{path}/remove"), &[("password", PASSWORD)])
            .await;
        removed.leads_to("/account/passkeys?done=removed");
        pat.get(&path).await.has_status(404);
        let page = sign_in(&clinic.browser(), &phone).await;
        page.has_status(422);
        page.says(REFUSED);
        elsewhere.get("/account").await.has_status(200);
        let told = subjects(clinic).await;
        for subject in [
            "A passkey was added to your Patient Connect account",
            "New sign-in to your Patient Connect account",
            "A passkey was removed from your Patient Connect account",
        ] {
            let mails = told.iter().filter(|one| *one == subject).count();
            assert_eq!(mails, 1, "{subject}");
        }
        for (action, outcome) in [("add", "added"), ("remove", "removed")] {
            let action = format!("account.{action}-passkey");
            assert_eq!(log(clinic, &action, outcome).await, 1, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_passkey_leads_on_to_the_clinic_whose_code_was_answered() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let phone = added(&pat, "My phone").await;
        let invitation = clinic.invite("17").await;
        let browser = clinic.browser_from("198.51.100.7");
        clinic.answer(&browser, &invitation).await;
        let page = browser.get("/sign-in").await;
        page.says("Sign in with a passkey");
        assert_eq!(page.count("form[data-passkey][hidden]"), 1);
        let before = browser.cookie();
        sign_in(&browser, &phone).await.leads_to("/connect/record");
        assert_ne!(before, browser.cookie(), "the session has a new id");
        browser.get("/connect/record").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_challenge_works_once_in_time_and_in_its_own_browser() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let phone = added(&pat, "My phone").await;
        let browser = clinic.browser();
        let first = challenge(&begin(&browser).await);
        let signed = phone.sign(&first);
        let thief = clinic.browser_from("198.51.100.7");
        begin(&thief).await.has_status(200);
        let page = send(&thief, "/sign-in/passkey", &signed).await;
        page.has_status(422);
        page.says(REFUSED);
        let page = send(&browser, "/sign-in/passkey", &signed).await;
        page.leads_to("/account");
        browser.post("/sign-out", &[]).await;
        let page = send(&browser, "/sign-in/passkey", &signed).await;
        page.has_status(422);

        let late = challenge(&begin(&browser).await);
        clinic.advance(policy::PASSKEY_CEREMONY);
        let page = send(&browser, "/sign-in/passkey", &phone.sign(&late)).await;
        page.has_status(422);
        page.says(REFUSED);
        begin(&browser).await.has_status(200);
        clinic.advance(policy::PASSKEY_CEREMONY);
        let services = clinic.services();
        let cleaned = services.installation().clean_up(clinic.now()).await;
        cleaned.expect("cleaned up");
        let left = "select count(*) from passkey_ceremony";
        assert_eq!(clinic.database.number(left).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_another_page_key_or_person_signed_is_refused_alike() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let sam = clinic.person("Sam", "sam@example.org").await;
        let mut phone = added(&pat, "My phone").await;
        let sams = added(&sam, "Sam's phone").await;
        let mut texts = Vec::new();
        let mut refused = async |page: Page| {
            page.has_status(422);
            texts.push(page.text());
        };
        let browser = clinic.browser();
        for origin in [
            "https://other.example",
            "http://127.0.0.1:3000",
            "http://localhost:3001",
        ] {
            phone.origin = origin.to_owned();
            refused(sign_in(&browser, &phone).await).await;
        }
        phone.origin = PASSKEY_ORIGIN.to_owned();
        phone.relying_party = "other.example".to_owned();
        refused(sign_in(&browser, &phone).await).await;
        phone.relying_party = "localhost".to_owned();
        phone.verifies = false;
        refused(sign_in(&browser, &phone).await).await;
        phone.verifies = true;
        // A challenge that nobody was given, and one that was given to make a passkey.
        let made_up = phone.sign("bWFkZSB1cA");
        refused(send(&browser, "/sign-in/passkey", &made_up).await).await;
        let asked = ask(&pat, "Another", PASSWORD).await;
        let to_make = asked.attributes("form", "data-challenge").pop();
        let signed = phone.sign(&to_make.expect("a challenge"));
        pat.post("/sign-out", &[]).await;
        refused(send(&pat, "/sign-in/passkey", &signed).await).await;
        // Sam's key under Pat's name, and the reverse.
        for (name, place) in [("credential", 0), ("user", 1)] {
            let challenge = challenge(&begin(&browser).await);
            let mut mixed = sams.sign(&challenge);
            mixed[place] = phone.sign(&challenge)[place].clone();
            assert_eq!(mixed[place].0, name);
            refused(send(&browser, "/sign-in/passkey", &mixed).await).await;
        }
        let unknown = Authenticator::new("of nobody");
        refused(sign_in(&browser, &unknown).await).await;
        refused(send(&browser, "/sign-in/passkey", &Vec::new()).await).await;
        refused(
            browser
                .post("/sign-in/passkey", &[("credential", "\u{1}%")])
                .await,
        )
        .await;
        texts.dedup();
        assert_eq!(texts.len(), 1, "{texts:?}");
        sign_in(&browser, &phone).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_count_that_does_not_grow_is_a_copy() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let mut phone = added(&pat, "My phone").await;
        for (count, fits) in [
            (0, true),
            (5, true),
            (5, false),
            (4, false),
            (0, false),
            (6, true),
        ] {
            phone.sign_count = count;
            let page = sign_in(&clinic.browser(), &phone).await;
            page.has_status(if fits { 303 } else { 422 });
        }
        assert_eq!(log(clinic, "account.sign-in", "wrong-passkey").await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_added_with_a_fresh_password_only() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        for password in ["", "wrong wrong wrong"] {
            let page = ask(&pat, "My phone", password).await;
            page.has_status(422);
            assert!(page.error_at("password").is_some());
            assert_eq!(page.kept("name").as_deref(), Some("My phone"));
            assert_eq!(page.count("form[data-passkey]"), 0);
        }
        for name in [" ", &"n".repeat(policy::PASSKEY_NAME_MAX + 1), "a\u{200b}b"] {
            let page = ask(&pat, name, PASSWORD).await;
            page.has_status(422);
            assert!(page.error_at("name").is_some(), "{name}");
        }
        added(&pat, "My phone").await;
        let page = pat.get("/account/passkeys").await;
        let path = page
            .attributes(".own-rows a", "href")
            .pop()
            .expect("a link");
        for password in ["", "wrong wrong wrong"] {
            let page = pat
                .post(&format!("{path}/remove"), &[("password", password)])
                .await;
            page.has_status(422);
            assert!(page.error_at("password").is_some());
        }
        let sam = clinic.person("Sam", "sam@example.org").await;
        sam.get(&path).await.has_status(404);
        let page = sam
            .post(&format!("{path}/remove"), &[("password", PASSWORD)])
            .await;
        page.has_status(404);
        sam.post(&format!("{path}/name"), &[("name", "Mine")])
            .await
            .has_status(404);
        let page = pat.post(&format!("{path}/name"), &[("name", "")]).await;
        page.has_status(422);
        let name = "Zoë\u{2019}s téléphone 📱";
        pat.post(&format!("{path}/name"), &[("name", name)])
            .await
            .leads_to("/account/passkeys?done=renamed");
        pat.get("/account/passkeys").await.says(name);
    })
    .await;
}

#[tokio::test]
async fn what_was_made_is_kept_once_and_for_the_one_who_asked() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let path = "/account/passkeys/new";
        let mut phone = Authenticator::new("My phone");
        let made = phone.make(&ask(&pat, "My phone", PASSWORD).await);
        let sam = clinic.person("Sam", "sam@example.org").await;
        begin(&sam).await.has_status(200);
        send(&sam, path, &made).await.has_status(422);
        send(&pat, path, &made)
            .await
            .leads_to("/account/passkeys?done=added");
        let page = send(&pat, path, &made).await;
        page.has_status(422);
        page.says("We could not add the passkey");

        // One that is there already, in whosever account, and one of another page.
        let again = phone.make(&ask(&pat, "Twice", PASSWORD).await);
        send(&pat, path, &again).await.has_status(422);
        let again = phone.make(&ask(&sam, "Pat's", PASSWORD).await);
        send(&sam, path, &again).await.has_status(422);
        let mut other = Authenticator::new("other");
        other.origin = "https://other.example".to_owned();
        let made = other.make(&ask(&pat, "Other", PASSWORD).await);
        send(&pat, path, &made).await.has_status(422);
        other.origin = PASSKEY_ORIGIN.to_owned();
        let made = other.make(&ask(&pat, "Late", PASSWORD).await);
        clinic.advance(policy::PASSKEY_CEREMONY);
        send(&pat, path, &made).await.has_status(422);
        // All sessions ended meanwhile.
        let made = other.make(&ask(&pat, "Signed out", PASSWORD).await);
        pat.post("/account/devices/sign-out-everywhere", &[]).await;
        send(&pat, path, &made).await.leads_to("/sign-in");
        let passkeys = "select count(*) from passkey";
        assert_eq!(clinic.database.number(passkeys).await, 1);
        assert_eq!(log(clinic, "account.add-passkey", "refused").await, 4);
    })
    .await;
}

#[tokio::test]
async fn an_account_has_ten_passkeys_at_most() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let mut phone = Authenticator::new("one more");
        let one_more = phone.make(&ask(&pat, "one more", PASSWORD).await);
        for number in 0..policy::PASSKEYS {
            added(&pat, &format!("phone {number}")).await;
        }
        let page = pat.get("/account/passkeys").await;
        page.says("You have 10 passkeys");
        assert_eq!(page.count("input[name='password']"), 0);
        ask(&pat, "one more", PASSWORD).await.has_status(422);
        let page = send(&pat, "/account/passkeys/new", &one_more).await;
        page.has_status(422);
        let passkeys = "select count(*) from passkey";
        assert_eq!(clinic.database.number(passkeys).await, 10);
    })
    .await;
}

#[tokio::test]
async fn a_network_asks_for_so_many_passkeys_and_no_more() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        for _ in 0..policy::PASSKEY_CEREMONIES_ADDRESS {
            let stranger = clinic.browser_from("198.51.100.7");
            begin(&stranger).await.has_status(200);
        }
        let stranger = clinic.browser_from("198.51.100.7");
        let page = begin(&stranger).await;
        page.has_status(429);
        assert!(!page.header("retry-after").is_empty());
        begin(&clinic.browser_from("203.0.113.9"))
            .await
            .has_status(200);
        let rows = "select count(*) from session";
        assert_eq!(
            clinic.database.number(rows).await,
            1,
            "no stranger has a session"
        );
        clinic.advance(policy::SIGN_IN_WINDOW + Duration::from_secs(1));
        begin(&stranger).await.has_status(200);
        drop(pat);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_is_deleted_takes_its_passkeys_along() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let phone = added(&pat, "My phone").await;
        ask(&pat, "Another", PASSWORD).await.has_status(200);
        pat.post("/account/delete", &[("password", PASSWORD)])
            .await
            .leads_to("/account");
        let browser = clinic.browser();
        sign_in(&browser, &phone).await.leads_to("/account");
        clinic.advance(policy::ACCOUNT_END);
        let services = clinic.services();
        let cleaned = services.installation().clean_up(clinic.now()).await;
        cleaned.expect("cleaned up");
        sign_in(&clinic.browser(), &phone).await.has_status(422);
        let left = "select count(*) from passkey";
        assert_eq!(clinic.database.number(left).await, 0);
    })
    .await;
}

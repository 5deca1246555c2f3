//! A person's own details: name, password, address, and the devices they are signed in on.

use crate::support::{Browser, Clinic, ORIGIN, PASSWORD, Page, digits_in, on_each_database};
use std::time::Duration;

const NEW: &str = "velvet walnut ladder";
const OLD: &str = "pat@example.org";
const OTHER: &str = "pat+new@example.org";

async fn sign_in(clinic: &Clinic, email: &str, password: &str) -> (Browser, Page) {
    let browser = clinic.browser();
    let pair = [("email", email), ("password", password)];
    let page = browser.post("/sign-in", &pair).await;
    (browser, page)
}

async fn ask(browser: &Browser, email: &str, password: &str) -> Page {
    let fields = [("new_email", email), ("email_password", password)];
    browser.post("/account/details/email", &fields).await
}

/// Enters the digits that came to the new address.
async fn change(clinic: &Clinic, browser: &Browser, email: &str) {
    ask(browser, email, PASSWORD)
        .await
        .leads_to("/account/details/email");
    let digits = digits_in(&clinic.last_mail_to(email).await);
    let page = browser
        .post("/account/details/email/digits", &[("digits", &digits)])
        .await;
    page.leads_to("/account/details?changed=email");
}

async fn subjects(clinic: &Clinic, to: &str) -> Vec<String> {
    let sent = clinic.mail().await.into_iter();
    sent.filter(|mail| mail.to == to)
        .map(|mail| mail.mail.subject)
        .collect()
}

#[tokio::test]
async fn name_and_password_are_changed_with_what_proves_it() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", OLD).await;
        let (elsewhere, page) = sign_in(clinic, OLD, PASSWORD).await;
        page.leads_to("/account");
        let name = "Zoë O\u{2019}Hara";
        let page = pat.post("/account/details/name", &[("name", name)]).await;
        page.leads_to("/account/details?changed=name");
        pat.get("/account").await.says(name);
        let page = pat.post("/account/details/name", &[("name", " ")]).await;
        page.has_status(422);

        let passwords = |old, new| [("old_password", old), ("new_password", new)];
        let path = "/account/details/password";
        let page = pat.post(path, &passwords("wrong wrong wrong", NEW)).await;
        page.has_status(422);
        assert!(page.error_at("old_password").is_some());
        let page = pat.post(path, &passwords(PASSWORD, "pat")).await;
        page.has_status(422);
        assert!(page.error_at("new_password").is_some());
        pat.post(path, &passwords("", NEW)).await.has_status(422);
        elsewhere.get("/account").await.has_status(200);
        pat.post(path, &passwords(PASSWORD, NEW))
            .await
            .leads_to("/account/details?changed=password");
        pat.get("/account").await.has_status(200);
        elsewhere.get("/account").await.leads_to("/sign-in");
        let (_, page) = sign_in(clinic, OLD, PASSWORD).await;
        page.has_status(422);
        let told = "Your Patient Connect password was changed".to_owned();
        assert!(subjects(clinic, OLD).await.contains(&told));
    })
    .await;
}

#[tokio::test]
async fn both_addresses_are_told_and_the_old_one_can_undo_it_for_a_week() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", OLD).await;
        change(clinic, &pat, OTHER).await;
        pat.get("/account/details").await.says(OTHER);
        let told = "The email address of your Patient Connect account was changed".to_owned();
        for address in [OLD, OTHER] {
            assert!(subjects(clinic, address).await.contains(&told), "{address}");
        }
        let mail = clinic.last_mail_to(OTHER).await.mail;
        assert!(!mail.text.contains("undo-email"));
        let (_, page) = sign_in(clinic, OLD, PASSWORD).await;
        page.has_status(422);
        let (_, page) = sign_in(clinic, OTHER, PASSWORD).await;
        page.leads_to("/account");

        let link = clinic.mailed_link(OLD, "/account/undo-email/").await;
        clinic.advance(Duration::from_hours(24 * 7 - 1));
        let owner = clinic.browser_from("198.51.100.7");
        // A scanner that reads the link changes nothing.
        for _ in 0..3 {
            owner
                .get(&link)
                .await
                .says("Change your email address back?");
        }
        let page = owner.post(&link, &[]).await;
        page.says("Your email address is changed back");
        owner.post(&link, &[]).await.has_status(410);
        owner.get(&link).await.says("This link no longer works");
        let (_, page) = sign_in(clinic, OLD, PASSWORD).await;
        page.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn an_undone_change_ends_every_session() {
    on_each_database(async |clinic| {
        let thief = clinic.person("Pat", OLD).await;
        change(clinic, &thief, OTHER).await;
        let link = clinic.mailed_link(OLD, "/account/undo-email/").await;
        clinic.browser().post(&link, &[]).await.has_status(200);
        thief.get("/account").await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn an_undo_link_ends_after_a_week_and_takes_no_address_of_others() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", OLD).await;
        change(clinic, &pat, OTHER).await;
        let link = clinic.mailed_link(OLD, "/account/undo-email/").await;
        // The old mailbox has an account of its own by now.
        clinic.person("Sam", OLD).await;
        clinic.browser().post(&link, &[]).await.has_status(410);
        let (_, page) = sign_in(clinic, OTHER, PASSWORD).await;
        page.leads_to("/account");
        clinic.advance(Duration::from_hours(24 * 7));
        clinic.browser().get(&link).await.has_status(410);
        let cleaned = clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await;
        cleaned.expect("cleaned up");
        let left = "select count(*) from email_change";
        assert_eq!(clinic.database.number(left).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_address_with_an_account_looks_like_one_without() {
    on_each_database(async |clinic| {
        clinic.person("Sam", "sam@example.org").await;
        let pat = clinic.person("Pat", OLD).await;
        let mut shown = Vec::new();
        for email in ["sam@example.org", OTHER] {
            ask(&pat, email, PASSWORD)
                .await
                .leads_to("/account/details/email");
            let page = pat.get("/account/details/email").await;
            shown.push(page.text().replace(email, "THERE"));
            let digits = [("digits", "000000")];
            let page = pat.post("/account/details/email/digits", &digits).await;
            page.has_status(422);
            shown.push(page.text().replace(email, "THERE"));
        }
        assert_eq!(shown[..2], shown[2..]);
        let told = subjects(clinic, "sam@example.org").await;
        let known = "You already have a Patient Connect account";
        assert_eq!(told.last().map(String::as_str), Some(known));
    })
    .await;
}

#[tokio::test]
async fn wrong_digits_and_passwords_change_no_address() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", OLD).await;
        ask(&pat, OTHER, "wrong wrong wrong").await.has_status(422);
        ask(&pat, "nonsense", PASSWORD).await.has_status(422);
        let page = ask(&pat, "PAT@example.org", PASSWORD).await;
        page.has_status(422);
        page.says("This is already your email address");
        pat.get("/account/details/email")
            .await
            .leads_to("/account/details");
        ask(&pat, OTHER, PASSWORD).await.has_status(303);
        let right = digits_in(&clinic.last_mail_to(OTHER).await);
        let wrong = if right == "000000" {
            "000001"
        } else {
            "000000"
        };
        let enter = async |digits: &str| {
            let fields = [("digits", digits)];
            pat.post("/account/details/email/digits", &fields).await
        };
        enter("12345").await.has_status(422);
        for _ in 0..4 {
            enter(wrong).await.has_status(422);
        }
        enter(wrong).await.leads_to("/account/details");
        enter(&right).await.leads_to("/account/details");
        let (_, page) = sign_in(clinic, OLD, PASSWORD).await;
        page.leads_to("/account");
        // A change that was given up leaves nothing to confirm.
        ask(&pat, OTHER, PASSWORD).await.has_status(303);
        pat.post("/account/details/email/stop", &[])
            .await
            .leads_to("/account/details");
        pat.get("/account/details/email")
            .await
            .leads_to("/account/details");
    })
    .await;
}

#[tokio::test]
async fn a_device_is_signed_out_alone_or_with_all_others() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", OLD).await;
        let phone = clinic.browser();
        let agent =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1";
        let headers = [
            ("user-agent", agent),
            ("sec-fetch-site", "same-origin"),
            ("origin", ORIGIN),
        ];
        let pair = [("email", OLD), ("password", PASSWORD)];
        phone
            .post_with("/sign-in", &pair, &headers)
            .await
            .leads_to("/account");
        let sam = clinic.person("Sam", "sam@example.org").await;
        let page = pat.get("/account/devices").await;
        page.says("Safari on iPhone");
        page.says("This device");
        let keys = page.attributes("input[name=device]", "value");
        assert_eq!(keys.len(), 1);
        let end = async |browser: &Browser, key: &str| {
            let page = browser.post("/account/devices", &[("device", key)]).await;
            page.leads_to("/account/devices");
        };
        // Another person's session cannot be named.
        end(&sam, &keys[0]).await;
        end(&pat, "nonsense").await;
        phone.get("/account").await.has_status(200);
        end(&pat, &keys[0]).await;
        phone.get("/account").await.leads_to("/sign-in");
        let page = pat.get("/account/devices").await;
        assert_eq!(page.count("input[name=device]"), 0);

        let (elsewhere, _) = sign_in(clinic, OLD, PASSWORD).await;
        pat.post("/account/devices/sign-out-everywhere", &[])
            .await
            .leads_to("/sign-in");
        for browser in [&pat, &elsewhere] {
            browser.get("/account").await.leads_to("/sign-in");
        }
        sam.get("/account").await.has_status(200);
    })
    .await;
}

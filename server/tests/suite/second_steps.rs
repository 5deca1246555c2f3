//! The second step of patients who want one: on and off, the code after the password, recovery codes, and what is told.

use crate::support::authenticator::{Authenticator, begin, challenge, send};
use crate::support::{Browser, Clinic, PASSWORD, Page, Phone, digits_in, on_each_database};
use domain::policy;
use service::Operator;
use std::time::Duration;

const PAT: &str = "pat@example.org";
const NEW: &str = "velvet walnut ladder";
const MINUTE: Duration = Duration::from_mins(1);
const PATH: &str = "/account/second-step";

/// Pat with an app, at a moment whose code is not used yet; and the recovery codes.
async fn with_step(clinic: &Clinic) -> (Browser, Phone, Vec<String>) {
    let pat = clinic.person("Pat", PAT).await;
    let (phone, codes) = set_up(clinic, &pat).await;
    (pat, phone, codes)
}

async fn set_up(clinic: &Clinic, pat: &Browser) -> (Phone, Vec<String>) {
    let path = format!("{PATH}/set-up");
    let phone = Phone::scan(&pat.get(&path).await);
    let code = phone.code(clinic);
    let page = pat
        .post(&path, &[("code", &code), ("password", PASSWORD)])
        .await;
    page.has_status(200);
    let codes = page.texts("ol.recovery-codes li");
    assert_eq!(codes.len(), policy::RECOVERY_CODES);
    clinic.advance(MINUTE);
    (phone, codes)
}

async fn sign_in(browser: &Browser, password: &str) -> Page {
    let pair = [("email", PAT), ("password", password)];
    browser.post("/sign-in", &pair).await
}

async fn enter(browser: &Browser, code: &str) -> Page {
    browser.post("/sign-in/code", &[("code", code)]).await
}

async fn prove(browser: &Browser, what: &str, password: &str, code: &str) -> Page {
    let fields = [("password", password), ("code", code)];
    browser.post(&format!("{PATH}/{what}"), &fields).await
}

async fn told(clinic: &Clinic, subject: &str) -> usize {
    let sent = clinic.mail().await.into_iter();
    sent.filter(|mail| mail.to == PAT && mail.mail.subject == subject)
        .count()
}

async fn log(clinic: &Clinic, action: &str, outcome: &str) -> i64 {
    let sql =
        format!("select count(*) from audit where action = '{action}' and outcome = '{outcome}'");
    clinic.database.number(&sql).await
}

async fn clean_up(clinic: &Clinic) {
    let services = clinic.services();
    let cleaned = services.installation().clean_up(clinic.now()).await;
    cleaned.expect("cleaned up");
}

#[tokio::test]
async fn a_code_is_asked_after_the_password_and_opens_the_account() {
    on_each_database(async |clinic| {
        let elsewhere = clinic.person("Pat", PAT).await;
        let pat = clinic.browser();
        sign_in(&pat, PASSWORD).await.leads_to("/account");
        pat.get("/account").await.says("A code from your phone");
        pat.get(PATH).await.says("The second step is off");
        let (phone, _) = set_up(clinic, &pat).await;
        pat.get(PATH).await.says("You have 10 recovery codes left");
        elsewhere.get("/account").await.leads_to("/sign-in");

        let browser = clinic.browser_from("198.51.100.7");
        browser.get("/sign-in/code").await.leads_to("/sign-in");
        sign_in(&browser, PASSWORD).await.leads_to("/sign-in/code");
        browser.get("/account").await.leads_to("/sign-in");
        let before = browser.cookie();
        let page = browser.get("/sign-in/code").await;
        page.says("Enter the code from your authenticator app");
        for wrong in ["", "12345", &phone.wrong_code(clinic)] {
            let page = enter(&browser, wrong).await;
            page.has_status(422);
            assert!(page.error_at("code").is_some());
        }
        enter(&browser, &phone.code(clinic))
            .await
            .leads_to("/account");
        assert_ne!(before, browser.cookie(), "the session has a new id");
        browser.get("/account").await.says("Pat");
        // The same code again, in another browser.
        let thief = clinic.browser_from("203.0.113.9");
        sign_in(&thief, PASSWORD).await.leads_to("/sign-in/code");
        enter(&thief, &phone.code(clinic)).await.has_status(422);
        assert_eq!(
            told(clinic, "You sign in to Patient Connect in two steps now").await,
            1
        );
        assert_eq!(log(clinic, "account.sign-in", "password-right").await, 2);
        assert_eq!(log(clinic, "account.sign-in", "wrong-code").await, 2);
        assert_eq!(log(clinic, "account.set-authenticator", "set-up").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_second_step_leads_on_to_the_clinic() {
    on_each_database(async |clinic| {
        let (_, phone, _) = with_step(clinic).await;
        let invitation = clinic.invite("17").await;
        let browser = clinic.browser_from("198.51.100.7");
        clinic.answer(&browser, &invitation).await;
        sign_in(&browser, PASSWORD).await.leads_to("/sign-in/code");
        let page = browser.get("/sign-in/code").await;
        page.says("We have kept your code and your answer");
        browser.get("/connect/record").await.has_status(303);
        let page = enter(&browser, &phone.code(clinic)).await;
        page.leads_to("/connect/record");
        browser.get("/connect/record").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    on_each_database(async |clinic| {
        let (pat, phone, codes) = with_step(clinic).await;
        let browser = clinic.browser_from("198.51.100.7");
        sign_in(&browser, PASSWORD).await;
        let typed = codes[0].to_lowercase().replace('-', " ");
        enter(&browser, &typed).await.leads_to("/account");
        let again = clinic.browser_from("198.51.100.7");
        sign_in(&again, PASSWORD).await;
        enter(&again, &codes[0]).await.has_status(422);
        pat.get(PATH).await.says("You have 9 recovery codes left");
        assert_eq!(
            log(clinic, "account.sign-in", "signed-in-by-recovery-code").await,
            1
        );

        let page = prove(&pat, "recovery-codes", PASSWORD, &phone.code(clinic)).await;
        page.has_status(200);
        let renewed = page.texts("ol.recovery-codes li");
        assert_eq!(renewed.len(), policy::RECOVERY_CODES);
        enter(&again, &codes[1]).await.has_status(422);
        enter(&again, &renewed[0]).await.leads_to("/account");
        assert_eq!(
            told(clinic, "You have new recovery codes for Patient Connect").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn it_changes_with_password_and_code_alone() {
    on_each_database(async |clinic| {
        let (pat, phone, codes) = with_step(clinic).await;
        for what in ["off", "recovery-codes"] {
            let page = prove(&pat, what, "", &phone.code(clinic)).await;
            page.has_status(422);
            assert!(page.error_at("password").is_some());
            let page = prove(&pat, what, "wrong wrong wrong", &phone.code(clinic)).await;
            page.has_status(422);
            assert!(page.error_at("password").is_some());
            for wrong in ["", "12", &phone.wrong_code(clinic)] {
                let page = prove(&pat, what, PASSWORD, wrong).await;
                page.has_status(422);
                assert!(page.error_at("code").is_some(), "{what} {wrong}");
            }
        }
        pat.get(&format!("{PATH}/set-up")).await.leads_to(PATH);
        clinic.advance(policy::SIGN_IN_LOCK_MAX);
        let pat = clinic.browser();
        sign_in(&pat, PASSWORD).await;
        enter(&pat, &phone.code(clinic)).await.leads_to("/account");
        let page = prove(&pat, "off", PASSWORD, &codes[0]).await;
        page.leads_to("/account/second-step?done=off");
        pat.get("/account/second-step?done=off")
            .await
            .says("Your password alone signs you in");
        prove(&pat, "off", PASSWORD, &codes[1]).await.leads_to(PATH);
        sign_in(&clinic.browser(), PASSWORD)
            .await
            .leads_to("/account");
        assert_eq!(
            told(
                clinic,
                "The second step of your Patient Connect sign-in is off"
            )
            .await,
            1
        );
        assert_eq!(
            log(clinic, "account.remove-authenticator", "removed").await,
            1
        );
        for table in ["person_authenticator", "person_recovery_code"] {
            let left = format!("select count(*) from {table}");
            assert_eq!(clinic.database.number(&left).await, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_app_is_set_up_with_its_code_and_the_password() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let path = format!("{PATH}/set-up");
        let page = pat.get(&path).await;
        let phone = Phone::scan(&page);
        assert_eq!(page.count("svg.qr"), 1);
        let code = phone.code(clinic);
        let wrong = phone.wrong_code(clinic);
        for (code, password, field) in [
            ("", PASSWORD, "code"),
            ("abc", PASSWORD, "code"),
            (wrong.as_str(), PASSWORD, "code"),
            ("JKYZ-QNMN-VHRX", PASSWORD, "code"),
            (code.as_str(), "", "password"),
            (code.as_str(), "wrong wrong wrong", "password"),
        ] {
            let page = pat
                .post(&path, &[("code", code), ("password", password)])
                .await;
            page.has_status(422);
            assert!(page.error_at(field).is_some(), "{code} {password}");
            assert_eq!(
                phone.code(clinic),
                Phone::scan(&page).code(clinic),
                "the secret stays"
            );
        }
        pat.get(PATH).await.says("The second step is off");
        sign_in(&clinic.browser(), PASSWORD)
            .await
            .leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn guesses_are_limited_and_a_right_password_buys_no_more() {
    on_each_database(async |clinic| {
        let (_, phone, _) = with_step(clinic).await;
        let thief = clinic.browser_from("198.51.100.7");
        let mut evaluated = 0;
        for _ in 0..40 {
            if sign_in(&thief, PASSWORD).await.status == 303 {
                let page = enter(&thief, &phone.wrong_code(clinic)).await;
                evaluated += u32::from(page.status == 422);
            }
        }
        assert!(evaluated <= policy::SIGN_IN_FAILURES + 1, "{evaluated}");
        let page = enter(&thief, &phone.code(clinic)).await;
        page.has_status(429);
        assert!(!page.header("retry-after").is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_way_to_the_code_ends_with_its_minutes_and_with_a_new_round() {
    on_each_database(async |clinic| {
        let (pat, phone, _) = with_step(clinic).await;
        let late = clinic.browser_from("198.51.100.7");
        sign_in(&late, PASSWORD).await;
        clinic.advance(policy::SECOND_STEP);
        enter(&late, &phone.code(clinic)).await.leads_to("/sign-in");
        sign_in(&late, PASSWORD).await.leads_to("/sign-in/code");
        pat.post("/account/devices/sign-out-everywhere", &[]).await;
        enter(&late, &phone.code(clinic)).await.leads_to("/sign-in");
        late.get("/account").await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_password_does_not_switch_it_off() {
    on_each_database(async |clinic| {
        let (_, phone, _) = with_step(clinic).await;
        let browser = clinic.browser_from("198.51.100.7");
        browser.post("/forgot-password", &[("email", PAT)]).await;
        let link = clinic.mailed_link(PAT, "/forgot-password/").await;
        let page = browser.post(&link, &[("password", NEW)]).await;
        page.leads_to("/sign-in/code");
        browser.get("/account").await.leads_to("/sign-in");
        enter(&browser, &phone.wrong_code(clinic))
            .await
            .has_status(422);
        enter(&browser, &phone.code(clinic))
            .await
            .leads_to("/account");

        clinic.drain().await;
        clinic.advance(policy::RESET_LIFE);
        let browser = clinic.browser_from("203.0.113.9");
        browser.post("/forgot-password", &[("email", PAT)]).await;
        let digits = digits_in(&clinic.last_mail_to(PAT).await);
        let fields = [("digits", digits.as_str()), ("password", PASSWORD)];
        let page = browser.post("/forgot-password", &fields).await;
        page.leads_to("/sign-in/code");
        enter(&browser, &phone.code(clinic))
            .await
            .leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_passkey_needs_no_code() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", PAT).await;
        let mut key = Authenticator::new("My phone");
        let fields = [("name", "My phone"), ("password", PASSWORD)];
        let made = key.make(&pat.post("/account/passkeys", &fields).await);
        let page = send(&pat, "/account/passkeys/new", &made).await;
        page.leads_to("/account/passkeys?done=added");
        set_up(clinic, &pat).await;
        let browser = clinic.browser_from("198.51.100.7");
        let challenge = challenge(&begin(&browser).await);
        let page = send(&browser, "/sign-in/passkey", &key.sign(&challenge)).await;
        page.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_right_password_without_its_code_is_told_once_a_day() {
    on_each_database(async |clinic| {
        let (_, phone, _) = with_step(clinic).await;
        let missing = "Someone entered your Patient Connect password";
        let own = clinic.browser();
        sign_in(&own, PASSWORD).await;
        enter(&own, &phone.code(clinic)).await.leads_to("/account");
        for _ in 0..2 {
            sign_in(&clinic.browser_from("198.51.100.7"), PASSWORD).await;
            clinic.advance(
                policy::SECOND_STEP
                    .checked_sub(Duration::from_secs(1))
                    .unwrap(),
            );
            clean_up(clinic).await;
            let before = told(clinic, missing).await;
            clinic.advance(Duration::from_secs(1));
            clean_up(clinic).await;
            assert!(before <= 1);
        }
        assert_eq!(told(clinic, missing).await, 1);
        assert_eq!(
            log(clinic, "account.second-step-missing", "queued").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn an_operator_resets_it_for_somebody_who_lost_phone_and_codes() {
    on_each_database(async |clinic| {
        let (pat, _, _) = with_step(clinic).await;
        let people = clinic.services().people();
        let by = Operator::at_command_line();
        let reset = people.reset_person_authenticator(by, PAT).await;
        reset.expect("reset");
        pat.get("/account").await.leads_to("/sign-in");
        sign_in(&pat, PASSWORD).await.leads_to("/account");
        let subject = "Your authenticator app for Patient Connect was reset";
        assert_eq!(told(clinic, subject).await, 1);
        assert_eq!(log(clinic, "account.reset-authenticator", "reset").await, 1);
        let again = people.reset_person_authenticator(Operator::at_command_line(), PAT);
        assert!(again.await.is_err());
    })
    .await;
}

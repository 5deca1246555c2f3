//! The door to the desk: what a password has to be, and what wrong tries cost, the patients' door alike.

use crate::support::{Browser, Clinic, PASSWORD, Page, Phone, on_each_database, routes};
use domain::clinic_settings::{Setting, YES};
use domain::password::{PasswordError, Weakness};
use domain::staff::Role;
use service::{Administrator, ApplicationChange, Failure, StaffRejection};
use std::time::Duration;

const ROBIN: &str = "robin@clinic.example";
const KIM: &str = "kim@clinic.example";

async fn try_password(browser: &Browser, door: &str, email: &str, password: &str) -> Page {
    let fields = [("email", email), ("password", password)];
    browser.post(door, &fields).await
}

#[tokio::test]
async fn a_guessable_password_is_refused_everywhere_with_the_reason() {
    on_each_database(async |clinic| {
        for (password, reason) in [
            ("password123", "Many people use a password like this"),
            ("asdfghjkl;'", "Keys next to each other"),
            ("aaaaaaaaaaaaaaaa", "Repeating words"),
            ("maria.miller", "are easy to guess"),
        ] {
            let details = [
                ("name", "Maria Miller"),
                ("email", "maria@example.org"),
                ("password", password),
            ];
            let page = clinic.browser().post("/create-account", &details).await;
            page.has_status(422);
            let said = page.error_at("password").unwrap_or_default();
            assert!(said.contains(reason), "{password}: {said}");
            assert_eq!(page.kept("name").as_deref(), Some("Maria Miller"));
        }
        let staff = clinic.services().staff().add(
            "Kim",
            "kim@clinic.example",
            "lakeside clinic",
            Role::FrontDesk,
            Some(clinic.application),
        );
        let refused = StaffRejection::Password(PasswordError::Guessable(Weakness::Personal));
        assert!(matches!(staff.await, Err(Failure::Rejected(why)) if why == refused));
    })
    .await;
}

/// Locks a door by wrong passwords, then tells what the page and its header say of the wait.
async fn locked_for(clinic: &Clinic, door: &str, email: &str) -> (Page, u64) {
    let browser = clinic.browser();
    let page = try_password(&browser, door, email, PASSWORD).await;
    page.has_status(429);
    let wait = page.header("retry-after").parse().expect("seconds");
    (page, wait)
}

#[tokio::test]
async fn a_locked_sign_in_states_the_true_wait_which_doubles() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "pat@example.org").await;
        for (door, email) in [("/staff/sign-in", ROBIN), ("/sign-in", "pat@example.org")] {
            for _ in 0..5 {
                let browser = clinic.browser();
                let page = try_password(&browser, door, email, "not the password").await;
                page.has_status(422);
                assert_eq!(page.header("retry-after"), "", "nothing to wait for");
            }
            let (mut page, mut wait) = locked_for(clinic, door, email).await;
            page.says("Wait 1 second and try again");
            assert_eq!(wait, 1);
            for doubled in 1..=12 {
                clinic.advance(Duration::from_secs(wait));
                let again = try_password(&clinic.browser(), door, email, "not the password").await;
                again.has_status(422);
                (page, wait) = locked_for(clinic, door, email).await;
                assert_eq!(wait, (1 << doubled).min(3_600));
            }
            page.says("Wait 60 minutes and try again");
            clinic.advance(Duration::from_millis(20_500));
            (_, wait) = locked_for(clinic, door, email).await;
            assert_eq!(wait, 3_580, "rounded up: a second too early is refused");
            clinic.advance(Duration::from_secs(3_580));
            let page = try_password(&clinic.browser(), door, email, PASSWORD).await;
            page.has_status(303);
        }
    })
    .await;
}

/// A second manager, who has no authenticator, at a clinic that asks for one.
async fn strict(clinic: &Clinic) {
    clinic.colleague("Kim", KIM, Role::Manager).await;
    let change = ApplicationChange {
        settings: vec![(Setting::StaffAuthenticator, YES.into())],
        ..ApplicationChange::default()
    };
    let by = Administrator::at_command_line(clinic.application);
    let set = clinic.services().applications().set(by, change);
    set.await.expect("set");
}

/// A browser whose password was right.
async fn with_password(clinic: &Clinic, leads_to: &str) -> Browser {
    let browser = clinic.browser();
    let page = try_password(&browser, "/staff/sign-in", KIM, PASSWORD).await;
    page.leads_to(leads_to);
    browser
}

async fn enter(browser: &Browser, code: &str) -> Page {
    browser.post("/staff/sign-in/code", &[("code", code)]).await
}

/// Kim's phone, set up at their first sign-in a minute ago, and their recovery codes.
async fn phone(clinic: &Clinic) -> (Phone, Vec<String>) {
    strict(clinic).await;
    let browser = with_password(clinic, "/staff/authenticator").await;
    let made = Phone::set_up(clinic, &browser).await;
    clinic.advance(Duration::from_mins(1));
    made
}

#[tokio::test]
async fn a_required_authenticator_is_set_up_right_after_the_password() {
    on_each_database(async |clinic| {
        strict(clinic).await;
        let browser = with_password(clinic, "/staff/authenticator").await;
        let before = browser.cookie();
        let page = browser.get("/staff/authenticator").await;
        page.has_status(200);
        assert_eq!(page.count("svg.qr"), 1);
        let phone = Phone::scan(&page);
        let again = Phone::scan(&browser.get("/staff/authenticator").await);
        assert_eq!(phone.code(clinic), again.code(clinic), "one secret to scan");
        for (code, said) in [
            ("", "Enter the code"),
            ("12", "Enter a 6-digit code"),
            (phone.wrong_code(clinic).as_str(), "This code is wrong"),
        ] {
            let page = browser
                .post("/staff/authenticator", &[("code", code)])
                .await;
            page.has_status(422);
            assert!(page.error_at("code").unwrap_or_default().contains(said));
        }
        browser
            .get("/staff/requests")
            .await
            .leads_to("/staff/sign-in");
        let (_, codes) = Phone::set_up(clinic, &browser).await;
        assert_eq!(codes.len(), 10);
        assert_ne!(browser.cookie(), before, "the session has a new id");
        browser.get("/staff/requests").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn the_password_alone_opens_no_page_of_the_desk() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        let browser = with_password(clinic, "/staff/sign-in/code").await;
        let desk = routes::pages().into_iter();
        let ways_in = [
            "/staff/sign-in",
            "/staff/sign-in/code",
            "/staff/sign-in/recovery",
        ];
        let mut asked = 0;
        for route in desk.filter(|route| route.path.starts_with("/staff/")) {
            if ways_in.contains(&route.path) || route.path == "/staff/sign-out" {
                continue;
            }
            if ["/staff/join", "/staff/forgot-password"]
                .iter()
                .any(|open| route.path.starts_with(open))
            {
                continue;
            }
            let path = route.path.replace("{id}", &clinic.staff.staff.to_string());
            if path.contains('{') {
                continue;
            }
            asked += 1;
            if route.get {
                browser.get(&path).await.leads_to("/staff/sign-in");
            }
            if route.post {
                let page = browser.post(&path, &[("password", PASSWORD)]).await;
                let refused = page.header("location") == "/staff/sign-in"
                    || matches!(page.status.as_u16(), 400 | 415);
                assert!(refused, "{path}: {}", page.status);
            }
        }
        assert!(asked > 20, "{asked} pages");
        let before = browser.cookie();
        let page = enter(&browser, &phone.code(clinic)).await;
        page.leads_to("/staff");
        assert_ne!(browser.cookie(), before, "the session has a new id");
        browser.get("/staff/requests").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn who_has_an_authenticator_cannot_be_given_another_by_the_password_alone() {
    on_each_database(async |clinic| {
        phone(clinic).await;
        let thief = with_password(clinic, "/staff/sign-in/code").await;
        thief
            .get("/staff/authenticator")
            .await
            .leads_to("/staff/sign-in");
        let page = thief
            .post("/staff/authenticator", &[("code", "123456")])
            .await;
        page.leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_code_counts_once_and_half_a_minute_early_or_late() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        let code = phone.code(clinic);
        let spelled = format!(" {}-{} ", &code[..3], &code[3..]);
        let browser = with_password(clinic, "/staff/sign-in/code").await;
        enter(&browser, &spelled).await.leads_to("/staff");
        let again = with_password(clinic, "/staff/sign-in/code").await;
        let page = enter(&again, &code).await;
        page.has_status(422);
        page.says("This code is wrong or has already been used");
        clinic.advance(Duration::from_mins(1));
        let late = phone.code(clinic);
        clinic.advance(Duration::from_secs(30));
        enter(&again, &late).await.leads_to("/staff");
        let later = with_password(clinic, "/staff/sign-in/code").await;
        clinic.advance(Duration::from_secs(30));
        let old = phone.code(clinic);
        clinic.advance(Duration::from_mins(1));
        enter(&later, &old).await.has_status(422);
    })
    .await;
}

#[tokio::test]
async fn the_second_step_waits_five_minutes() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        for (wait, leads_to) in [(299, "/staff"), (300, "/staff/sign-in")] {
            let browser = with_password(clinic, "/staff/sign-in/code").await;
            clinic.advance(Duration::from_secs(wait));
            let page = enter(&browser, &phone.code(clinic)).await;
            page.leads_to(leads_to);
        }
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_lock_sign_in_and_the_right_password_gives_no_more() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        for _ in 0..5 {
            let browser = with_password(clinic, "/staff/sign-in/code").await;
            let page = enter(&browser, &phone.wrong_code(clinic)).await;
            page.has_status(422);
        }
        let page = try_password(&clinic.browser(), "/staff/sign-in", KIM, PASSWORD).await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "1");
        clinic.advance(Duration::from_secs(1));
        let browser = with_password(clinic, "/staff/sign-in/code").await;
        enter(&browser, "").await.has_status(422);
        enter(&browser, "12345").await.has_status(422);
        enter(&browser, &phone.wrong_code(clinic))
            .await
            .has_status(422);
        let page = enter(&browser, &phone.code(clinic)).await;
        page.has_status(429);
        page.says("Wait 2 seconds and try again");
        assert_eq!(page.header("retry-after"), "2");
        clinic.advance(Duration::from_mins(2));
        let page = enter(&browser, &phone.code(clinic)).await;
        page.leads_to("/staff");
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_lets_in_once() {
    on_each_database(async |clinic| {
        let (_, codes) = phone(clinic).await;
        let lower = codes[3].to_lowercase().replace('-', " ");
        for (code, works) in [
            ("BCDF-GHJK-MNPQ", false),
            (lower.as_str(), true),
            (codes[3].as_str(), false),
            (codes[9].as_str(), true),
        ] {
            let browser = with_password(clinic, "/staff/sign-in/code").await;
            browser
                .get("/staff/sign-in/recovery")
                .await
                .says("Each one works once");
            let page = browser
                .post("/staff/sign-in/recovery", &[("code", code)])
                .await;
            if works {
                page.leads_to("/staff");
                browser.get("/staff/requests").await.has_status(200);
            } else {
                page.has_status(422);
                page.says("This recovery code is wrong or has already been used");
            }
        }
        let stored = clinic.database.dump().await;
        assert!(!stored.contains(&codes[0].replace('-', "")));
    })
    .await;
}

#[tokio::test]
async fn who_was_disabled_between_the_steps_stays_out() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        let browser = with_password(clinic, "/staff/sign-in/code").await;
        let disabled = clinic.services().staff().set_disabled_by_email(KIM, true);
        disabled.await.expect("shut out");
        let page = enter(&browser, &phone.code(clinic)).await;
        page.leads_to("/staff/sign-in");
    })
    .await;
}

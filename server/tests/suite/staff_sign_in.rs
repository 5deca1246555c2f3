//! The door to the desk: what a password has to be, and what wrong tries cost, the patients' door alike.

use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use app::domain::password::{PasswordError, Weakness};
use app::domain::staff::Role;
use server::service::{Failure, StaffRefusal};
use std::time::Duration;

const ROBIN: &str = "robin@clinic.example";

async fn try_password(browser: &Browser, door: &str, email: &str, password: &str) -> Page {
    let fields = [("email", email), ("password", password)];
    browser.post(door, &fields).await
}

#[tokio::test]
async fn a_password_that_is_easily_guessed_is_refused_at_every_door_with_the_reason() {
    on_each_database(async |clinic| {
        for (password, reason) in [
            ("password123", "Many people use a password like this one"),
            ("asdfghjkl;'", "Keys that lie side by side"),
            ("aaaaaaaaaaaaaaaa", "Saying the same thing again"),
            ("maria.miller", "can be guessed"),
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
        let staff = clinic.services().add_staff(
            "Kim",
            "kim@clinic.example",
            "lakeside clinic",
            Role::FrontDesk,
            Some(clinic.application),
        );
        let refused = StaffRefusal::Password(PasswordError::Guessable(Weakness::Personal));
        assert!(matches!(staff.await, Err(Failure::Refused(why)) if why == refused));
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
async fn a_locked_door_tells_the_true_wait_which_doubles() {
    on_each_database(async |clinic| {
        clinic.person("Pat", "pat@example.org").await;
        for (door, email) in [("/staff/sign-in", ROBIN), ("/sign-in", "pat@example.org")] {
            for _ in 0..5 {
                let browser = clinic.browser();
                let page = try_password(&browser, door, email, "not the password").await;
                page.has_status(422);
                assert_eq!(page.header("retry-after"), "", "nothing to wait for");
            }
            let (page, wait) = locked_for(clinic, door, email).await;
            page.says("Wait 1 minute and try again");
            assert_eq!(wait, 60);
            clinic.advance(Duration::from_millis(20_500));
            let (_, wait) = locked_for(clinic, door, email).await;
            assert_eq!(wait, 40, "rounded up: a second too early is refused");
            clinic.advance(Duration::from_secs(40));
            let again = try_password(&clinic.browser(), door, email, "not the password").await;
            again.has_status(422);
            let (page, wait) = locked_for(clinic, door, email).await;
            page.says("Wait 2 minutes and try again");
            assert_eq!(wait, 120);
            clinic.advance(Duration::from_secs(120));
            let page = try_password(&clinic.browser(), door, email, PASSWORD).await;
            page.has_status(303);
        }
    })
    .await;
}

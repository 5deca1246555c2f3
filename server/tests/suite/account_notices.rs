//! What owners are told by mail about their own accounts.

use crate::support::{Browser, Clinic, PASSWORD, Page, Phone, on_each_database};
use domain::clinic_settings::{Setting, YES};
use domain::staff::Role;
use service::mail::Transport;
use service::{Administrator, ApplicationChange};
use std::time::Duration;

const KIM: &str = "kim@clinic.example";
const NEW: &str = "velvet walnut ladder";
const MINUTE: Duration = Duration::from_mins(1);
const MISSING: &str = "Someone entered your Patient Connect password";

async fn subjects(clinic: &Clinic) -> Vec<String> {
    let sent = clinic.mail().await.into_iter();
    sent.filter(|mail| mail.to == KIM)
        .map(|mail| mail.mail.subject)
        .collect()
}

async fn missing(clinic: &Clinic) -> usize {
    let cleaned = clinic
        .services()
        .installation()
        .clean_up(clinic.now())
        .await;
    cleaned.expect("a database");
    let subjects = subjects(clinic).await;
    subjects
        .iter()
        .filter(|subject| *subject == MISSING)
        .count()
}

async fn sign_in(browser: &Browser) -> Page {
    let pair = [("email", KIM), ("password", PASSWORD)];
    browser.post("/staff/sign-in", &pair).await
}

/// Kim with an authenticator, and the browser that they set it up with.
async fn phone(clinic: &Clinic) -> (Phone, Browser) {
    clinic.colleague("Kim", KIM, Role::FrontDesk).await;
    let desk = clinic.at_the_desk(KIM).await;
    let (phone, _) = Phone::set_up(clinic, &desk).await;
    clinic.advance(MINUTE);
    (phone, desk)
}

async fn enter(browser: &Browser, code: &str) -> Page {
    browser.post("/staff/sign-in/code", &[("code", code)]).await
}

#[tokio::test]
async fn staff_are_told_of_a_changed_password_and_authenticator() {
    on_each_database(async |clinic| {
        let (first, desk) = phone(clinic).await;
        clinic.drain().await;
        let code = first.code(clinic);
        let (_, recovery) = Phone::replace(clinic, &desk, &code).await;
        clinic.drain().await;
        let fields = [
            ("recovery_password", PASSWORD),
            ("recovery_code", recovery[0].as_str()),
        ];
        let page = desk.post("/staff/account/recovery-codes", &fields).await;
        page.has_status(200);
        clinic.drain().await;
        let fields = [("old_password", PASSWORD), ("new_password", NEW)];
        let page = desk.post("/staff/account/password", &fields).await;
        page.leads_to("/staff/account?changed=yes");
        clinic.drain().await;
        let reset = clinic.services().staff().reset_authenticator_by_email(KIM);
        reset.await.expect("reset");
        assert_eq!(
            subjects(clinic).await,
            [
                "Your Patient Connect account has an authenticator app",
                "Your authenticator app for Patient Connect was replaced",
                "You have new recovery codes for Patient Connect",
                "Your Patient Connect password was changed",
                "Your authenticator app for Patient Connect was reset",
            ]
        );
        let sent = clinic.mail().await;
        let told = &sent[3].mail.text;
        assert!(told.contains("4 May 2026, 08:01 UTC"), "{told}");
        assert!(told.contains("/staff/forgot-password"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_right_password_without_its_second_step_is_told_once_a_day() {
    on_each_database(async |clinic| {
        phone(clinic).await;
        for _ in 0..3 {
            let stranger = clinic.browser_from("198.51.100.7");
            sign_in(&stranger).await.leads_to("/staff/sign-in/code");
            clinic.advance((5 * MINUTE).checked_sub(Duration::from_secs(1)).unwrap());
            let before = missing(clinic).await;
            clinic.advance(Duration::from_secs(1));
            assert!(missing(clinic).await <= 1 && before <= 1);
        }
        assert_eq!(missing(clinic).await, 1);
        let sent = clinic.mail().await;
        let told = &sent.iter().find(|mail| mail.mail.subject == MISSING);
        let told = &told.expect("a mail").mail.text;
        assert!(told.contains("On 4 May 2026, 08:01 UTC"), "{told}");
        let log = "select count(*) from audit where action = 'staff.second-step-missing'";
        assert_eq!(clinic.database.number(log).await, 1);
        clinic.advance(Duration::from_hours(25));
        sign_in(&clinic.browser_from("198.51.100.7")).await;
        clinic.advance(5 * MINUTE);
        assert_eq!(missing(clinic).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_finished_sign_in_is_not_told_and_a_strangers_beside_it_is() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        let owner = clinic.browser();
        sign_in(&owner).await;
        // Started again at the same place: the first is not left over.
        sign_in(&owner).await;
        enter(&owner, &phone.code(clinic)).await.leads_to("/staff");
        clinic.advance(6 * MINUTE);
        assert_eq!(missing(clinic).await, 0);

        let stranger = clinic.browser_from("198.51.100.7");
        sign_in(&stranger).await.leads_to("/staff/sign-in/code");
        sign_in(&owner).await;
        enter(&owner, &phone.code(clinic)).await.leads_to("/staff");
        clinic.advance(6 * MINUTE);
        assert_eq!(missing(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn wrong_second_factors_up_to_the_limit_are_told_at_once() {
    on_each_database(async |clinic| {
        let (phone, _) = phone(clinic).await;
        let stranger = clinic.browser_from("198.51.100.7");
        sign_in(&stranger).await.leads_to("/staff/sign-in/code");
        for number in 1..=5 {
            assert_eq!(missing(clinic).await, 0, "{number}");
            let wrong = phone.wrong_code(clinic);
            enter(&stranger, &wrong).await.has_status(422);
        }
        assert_eq!(missing(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_workers_tell_of_one_sign_in_once() {
    on_each_database(async |clinic| {
        phone(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        sign_in(&clinic.browser_from("198.51.100.7")).await;
        clinic.advance(5 * MINUTE);
        let now = clinic.now();
        let (one, two) = tokio::join!(
            clinic.services().installation().clean_up(now),
            other.services.installation().clean_up(now)
        );
        one.expect("a database");
        two.expect("a database");
        assert_eq!(missing(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_authenticator_never_set_up_is_told_and_one_set_up_is_not() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let change = ApplicationChange {
            settings: vec![(Setting::StaffAuthenticator, YES.into())],
            ..ApplicationChange::default()
        };
        let by = Administrator::at_command_line(clinic.application);
        clinic
            .services()
            .applications()
            .set(by, change)
            .await
            .expect("set");
        let browser = clinic.browser();
        sign_in(&browser).await.leads_to("/staff/authenticator");
        Phone::set_up(clinic, &browser).await;
        clinic.advance(15 * MINUTE);
        assert_eq!(missing(clinic).await, 0);
        let reset = clinic.services().staff().reset_authenticator_by_email(KIM);
        reset.await.expect("reset");
        sign_in(&clinic.browser_from("198.51.100.7"))
            .await
            .leads_to("/staff/authenticator");
        clinic.advance(15 * MINUTE);
        assert_eq!(missing(clinic).await, 1);
    })
    .await;
}

//! One's own account at the desk, and the desk that was left alone.

use crate::support::{ANSWER, Browser, Clinic, PASSWORD, Page, Phone, QUESTION, on_each_database};
use domain::staff::Role;
use service::{Administrator, Enroller, SignedInStaff};
use std::time::Duration;

const KIM: &str = "kim@clinic.example";
const NEW: &str = "velvet walnut ladder";
const IDLE: Duration = Duration::from_mins(15);
const SECOND: Duration = Duration::from_secs(1);

async fn change(browser: &Browser, old: &str, new: &str) -> Page {
    let fields = [("old_password", old), ("new_password", new)];
    browser.post("/staff/account/password", &fields).await
}

async fn unlock(browser: &Browser, password: &str) -> Page {
    browser
        .post("/staff/unlock", &[("password", password)])
        .await
}

async fn kim(clinic: &Clinic) -> Browser {
    clinic.colleague("Kim", KIM, Role::FrontDesk).await;
    clinic.at_the_desk(KIM).await
}

#[tokio::test]
async fn a_changed_password_ends_all_other_sessions_at_once() {
    on_each_database(async |clinic| {
        let here = kim(clinic).await;
        let elsewhere = clinic.at_the_desk(KIM).await;
        let cookie = here.cookie();
        let page = change(&here, PASSWORD, NEW).await;
        page.leads_to("/staff/account?changed=yes");
        assert_ne!(here.cookie(), cookie, "the session has a new id");
        here.get("/staff/account?changed=yes")
            .await
            .says("Your password has been changed");
        elsewhere
            .get("/staff/requests")
            .await
            .leads_to("/staff/sign-in");
        let pair = |password| [("email", KIM), ("password", password)];
        let browser = clinic.browser();
        browser
            .post("/staff/sign-in", &pair(PASSWORD))
            .await
            .has_status(422);
        browser
            .post("/staff/sign-in", &pair(NEW))
            .await
            .leads_to("/staff");
    })
    .await;
}

#[tokio::test]
async fn a_password_is_changed_only_with_the_old_one_and_to_a_good_one() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        for (old, new, field, said) in [
            ("", NEW, "old_password", "Enter your password"),
            (
                "not the password",
                NEW,
                "old_password",
                "The password is wrong",
            ),
            (
                PASSWORD,
                "short",
                "new_password",
                "Your password must be 10 characters or more",
            ),
            (
                PASSWORD,
                "kim lakeside clinic",
                "new_password",
                "are easy to guess",
            ),
        ] {
            let page = change(&desk, old, new).await;
            page.has_status(422);
            let error = page.error_at(field).unwrap_or_default();
            assert!(error.contains(said), "{old} {new}: {error}");
        }
        for _ in 0..5 {
            change(&desk, "not the password", NEW).await.has_status(422);
        }
        let page = change(&desk, PASSWORD, NEW).await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "1");
        clinic.advance(SECOND);
        clinic.at_the_desk(KIM).await;
    })
    .await;
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_with_its_next_click() {
    on_each_database(async |clinic| {
        let here = kim(clinic).await;
        let elsewhere = clinic.at_the_desk(KIM).await;
        let other = clinic.manager().await;
        let page = here.post("/staff/account/sign-out-everywhere", &[]).await;
        page.leads_to("/staff/sign-in");
        for browser in [&here, &elsewhere] {
            browser
                .get("/staff/requests")
                .await
                .leads_to("/staff/sign-in");
        }
        other.get("/staff/requests").await.has_status(200);
        clinic.at_the_desk(KIM).await;
    })
    .await;
}

#[tokio::test]
async fn staff_can_set_up_an_authenticator_with_their_password() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        let elsewhere = clinic.at_the_desk(KIM).await;
        desk.get("/staff/account")
            .await
            .says("You have not set one up.");
        let phone = Phone::scan(&desk.get("/staff/authenticator").await);
        for password in ["", "not the password"] {
            let code = phone.code(clinic);
            let fields = [("code", code.as_str()), ("password", password)];
            let page = desk.post("/staff/authenticator", &fields).await;
            page.has_status(422);
            assert!(page.error_at("password").is_some(), "{password:?}");
        }
        let (_, first) = Phone::set_up(clinic, &desk).await;
        elsewhere
            .get("/staff/requests")
            .await
            .leads_to("/staff/sign-in");
        let page = desk.get("/staff/account").await;
        page.says("You have 10 recovery codes left.");
        let renew = async |code: &str| {
            let fields = [("recovery_password", PASSWORD), ("recovery_code", code)];
            desk.post("/staff/account/recovery-codes", &fields).await
        };
        let used = phone.code(clinic);
        for wrong in ["", "123", used.as_str()] {
            let page = renew(wrong).await;
            page.has_status(422);
            assert!(page.error_at("recovery_code").is_some(), "{wrong:?}");
        }
        let renewed = renew(&first[1]).await;
        renewed.says("Your recovery codes");
        renewed.says_nothing_of(&first[0]);
        let browser = clinic.browser();
        let pair = [("email", KIM), ("password", PASSWORD)];
        browser
            .post("/staff/sign-in", &pair)
            .await
            .leads_to("/staff/sign-in/code");
        let old = [("code", first[0].as_str())];
        browser
            .post("/staff/sign-in/recovery", &old)
            .await
            .has_status(422);
    })
    .await;
}

/// Otherwise a stolen session and a password would do for what takes an authenticator.
#[tokio::test]
async fn an_authenticator_is_replaced_only_with_a_code_of_its_own() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        let (current, recovery) = Phone::set_up(clinic, &desk).await;
        let page = desk.get("/staff/authenticator").await;
        page.says("Code from your current authenticator app");
        let new = Phone::scan(&page);
        let send = async |code: &str, current: &str| {
            let fields = [
                ("code", code),
                ("password", PASSWORD),
                ("current_code", current),
            ];
            desk.post("/staff/authenticator", &fields).await
        };
        clinic.advance(Duration::from_mins(1));
        let before = clinic
            .database
            .texts("select cast(made_at as text) from authenticator")
            .await;
        let (right, new_code) = (current.code(clinic), new.code(clinic));
        let guessed = current.wrong_code(clinic);
        for wrong in ["", "no code", guessed.as_str(), new_code.as_str()] {
            let page = send(&new_code, wrong).await;
            page.has_status(422);
            assert!(page.error_at("current_code").is_some(), "{wrong:?}");
        }
        // A new app that does not work costs no code of the current one.
        let page = send(&new.wrong_code(clinic), &right).await;
        page.has_status(422);
        assert!(page.error_at("code").is_some());
        let held = clinic
            .database
            .texts("select cast(made_at as text) from authenticator");
        assert_eq!(held.await, before);
        send(&new_code, &right).await.says("Your recovery codes");
        let held = clinic
            .database
            .texts("select cast(made_at as text) from authenticator");
        assert_ne!(held.await, before);

        // The recovery codes of before are gone with it; the new ones do as well as the app.
        let page = desk.get("/staff/authenticator").await;
        let code = Phone::scan(&page).code(clinic);
        send(&code, &recovery[0]).await.has_status(422);
    })
    .await;
}

/// Only the transaction decides: a session whose proof is old replaces nothing, even where its page asked before.
#[tokio::test]
async fn an_old_proof_replaces_no_authenticator() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        Phone::set_up(clinic, &desk).await;
        let services = clinic.services();
        let team = Administrator::at_command_line(clinic.application);
        let team = services.staff().team(team).await.expect("a team");
        let staff = team.into_iter().find(|staff| staff.email == KIM);
        let staff = staff.expect("Kim");
        let round = clinic
            .database
            .number("select session_round from staff where name = 'Kim'");
        let sign_in = SignedInStaff {
            staff: staff.id,
            round: round.await,
            at: clinic.now(),
            proven_at: None,
        };
        let secret = services.staff().new_authenticator();
        let phone = Phone::of(&secret.text());
        let by = Enroller::AtWork {
            staff,
            sign_in: sign_in.clone(),
        };
        let code = phone.code(clinic);
        assert!(services.staff().enrol(&by, &secret, &code).await.is_err());
        let renewed = services.staff().renew_recovery_codes(&sign_in).await;
        assert_eq!(renewed.expect("no fault"), None);
        let held = "select count(*) from authenticator";
        assert_eq!(clinic.database.number(held).await, 1);
        let replaced = "select count(*) from audit where action in ('staff.set-authenticator', \
            'staff.renew-recovery-codes')";
        assert_eq!(clinic.database.number(replaced).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_reset_authenticator_is_gone_with_its_sessions() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        Phone::set_up(clinic, &desk).await;
        clinic.drain().await;
        let reset = clinic.services().staff().reset_authenticator_by_email(KIM);
        reset.await.expect("reset");
        let mail = clinic.last_mail_to(KIM).await.mail;
        assert!(
            mail.subject.contains("authenticator app"),
            "{}",
            mail.subject
        );
        assert!(mail.text.contains("by the Patient Connect operator"));
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
        clinic.at_the_desk(KIM).await;
        let again = clinic.services().staff().reset_authenticator_by_email(KIM);
        assert!(again.await.is_err(), "there is none any more");
        let told = clinic.mail().await.len();
        let other = clinic.another_application().await;
        let by = Administrator::at_command_line(other);
        let staff = clinic.staff.staff;
        let foreign = clinic.services().staff().reset_authenticator(by, staff);
        assert!(foreign.await.is_err(), "of another clinic");
        assert_eq!(clinic.mail().await.len(), told, "nobody is told of nothing");
    })
    .await;
}

#[tokio::test]
async fn a_manager_resets_a_colleagues_authenticator_and_not_their_own() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        Phone::set_up(clinic, &manager).await;
        let desk = kim(clinic).await;
        let oneself = clinic.staff.staff.to_string();
        let own = format!("/staff/team/{oneself}/authenticator");
        manager.post(&own, &[]).await.has_status(404);
        let team = manager.get("/staff/team").await;
        let links = team.attributes("th a[href^='/staff/team/']", "href");
        let path = links.iter().find(|path| !path.contains(&oneself));
        let path = path.expect("a colleague");
        manager
            .get(path)
            .await
            .says_nothing_of("Reset Kim’s authenticator app");
        Phone::set_up(clinic, &desk).await;
        clinic.drain().await;
        manager
            .get(path)
            .await
            .says("Reset Kim’s authenticator app");
        let reset = format!("{path}/authenticator");
        manager
            .post(&reset, &[])
            .await
            .leads_to(&format!("{path}?done=reset"));
        let mail = clinic.last_mail_to(KIM).await.mail;
        assert!(mail.text.contains("was reset by Robin."), "{}", mail.text);
        assert!(mail.text.contains("tell Robin now"));
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
        clinic.at_the_desk(KIM).await;
        let left = clinic.database.number("select count(*) from authenticator");
        assert_eq!(left.await, 1, "the manager's own");
    })
    .await;
}

const DRAFT: [(&str, &str); 5] = [
    ("friendly_name", "Emma's record"),
    ("question", QUESTION),
    ("answer", ANSWER),
    ("external_id", "MRN-7"),
    ("email", ""),
];

#[tokio::test]
async fn a_form_that_comes_to_a_locked_desk_is_sent_on_after_the_password() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        clinic.advance(IDLE);
        let page = desk.post("/staff/requests/new", &DRAFT).await;
        page.has_status(403);
        assert_eq!(page.heading(), "Screen locked");
        page.says("We have kept what you typed.");
        let requests = "select count(*) from connect_request";
        assert_eq!(clinic.database.number(requests).await, 0, "nothing passes");
        assert!(
            !clinic.database.dump().await.contains(ANSWER),
            "held sealed"
        );
        desk.get("/staff/team")
            .await
            .says("We have kept what you typed.");
        let page = unlock(&desk, "not the password").await;
        page.has_status(422);
        page.says("We have kept what you typed.");
        let page = unlock(&desk, PASSWORD).await;
        page.has_status(303);
        assert!(page.header("location").starts_with("/staff/requests/"));
        desk.get(page.header("location"))
            .await
            .says("Emma's record");
        assert_eq!(clinic.database.number(requests).await, 1);
        unlock(&desk, PASSWORD).await.leads_to("/staff");
        assert_eq!(clinic.database.number(requests).await, 1, "once");
    })
    .await;
}

#[tokio::test]
async fn what_an_open_page_asks_of_a_locked_desk_is_neither_answered_nor_held() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-7").await;
        let desk = clinic.manager().await;
        let ask = async || {
            let asked = [("external_id", "MRN-7")];
            desk.post("/staff/requests/holder", &asked).await
        };
        ask().await.says("already has a code");
        clinic.advance(IDLE);
        ask().await.leads_to("/staff/sign-in");
        unlock(&desk, PASSWORD).await.leads_to("/staff");

        clinic.advance(IDLE);
        let mut draft = DRAFT;
        draft[3] = ("external_id", "MRN-8");
        desk.post("/staff/requests/new", &draft)
            .await
            .has_status(403);
        ask().await.leads_to("/staff/sign-in");
        let page = unlock(&desk, PASSWORD).await;
        assert!(page.header("location").starts_with("/staff/requests/"));
        desk.get(page.header("location")).await.says("MRN-8");
    })
    .await;
}

#[tokio::test]
async fn a_held_form_that_does_not_fit_shows_itself_with_what_was_typed() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        clinic.advance(IDLE);
        let mut draft = DRAFT;
        draft[4] = ("email", "nowhere");
        desk.post("/staff/requests/new", &draft)
            .await
            .has_status(403);
        let page = unlock(&desk, PASSWORD).await;
        page.has_status(422);
        assert!(page.error_at("email").is_some());
        assert_eq!(page.kept("external_id").as_deref(), Some("MRN-7"));
        assert_eq!(page.kept("friendly_name").as_deref(), Some("Emma's record"));
    })
    .await;
}

#[tokio::test]
async fn a_file_too_large_to_be_held_is_told_so() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        clinic.advance(IDLE);
        let long = "x".repeat(100_000);
        let page = desk
            .post("/staff/settings", &[("name", long.as_str())])
            .await;
        page.has_status(403);
        page.says("What you sent was too large to keep");
        unlock(&desk, PASSWORD).await.leads_to("/staff");
    })
    .await;
}

#[tokio::test]
async fn a_screen_locks_after_exactly_15_minutes_and_resumes_where_it_was() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        clinic.advance(IDLE.checked_sub(SECOND).unwrap());
        desk.get("/staff/requests").await.has_status(200);
        clinic.advance(IDLE);
        let page = desk.get("/staff/requests?q=Emma").await;
        page.has_status(403);
        page.says("Enter your password to continue, Robin.");
        page.says_nothing_of("New request");
        let cookie = desk.cookie();
        unlock(&desk, PASSWORD)
            .await
            .leads_to("/staff/requests?q=Emma");
        assert_ne!(desk.cookie(), cookie, "the session has a new id");
        desk.get("/staff/requests?q=Emma").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn unlocking_does_not_lengthen_the_twelve_hours() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let start = clinic.now();
        clinic.advance(Duration::from_hours(11));
        desk.get("/staff/requests").await.has_status(403);
        unlock(&desk, PASSWORD).await.leads_to("/staff/requests");
        for minutes in [670, 680, 690, 700, 710] {
            clinic.set(start + Duration::from_mins(minutes));
            desk.get("/staff/requests").await.has_status(200);
        }
        clinic.set(start + Duration::from_hours(12) - SECOND);
        desk.get("/staff/requests").await.has_status(200);
        clinic.set(start + Duration::from_hours(12));
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_locked_screen_belongs_to_the_user_who_locked_it() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        clinic.advance(IDLE);
        desk.post("/staff/requests/new", &DRAFT)
            .await
            .has_status(403);
        desk.get("/staff/unlock").await.says("Not you?");
        desk.post("/staff/sign-out", &[])
            .await
            .leads_to("/staff/sign-in");
        unlock(&desk, PASSWORD).await.leads_to("/staff/sign-in");
        let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
        desk.post("/staff/sign-in", &pair).await.leads_to("/staff");
        let requests = "select count(*) from connect_request";
        assert_eq!(clinic.database.number(requests).await, 0, "forgotten");

        let desk = clinic.at_the_desk(KIM).await;
        clinic.advance(IDLE);
        desk.get("/staff/requests").await.has_status(403);
        let disabled = clinic.services().staff().set_disabled_by_email(KIM, true);
        disabled.await.expect("shut out");
        unlock(&desk, PASSWORD).await.leads_to("/staff/sign-in");
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn wrong_passwords_at_a_locked_screen_count_as_at_sign_in() {
    on_each_database(async |clinic| {
        let desk = kim(clinic).await;
        clinic.advance(IDLE);
        for _ in 0..5 {
            unlock(&desk, "not the password").await.has_status(422);
        }
        let page = unlock(&desk, PASSWORD).await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "1");
    })
    .await;
}

#[tokio::test]
async fn a_patient_beside_a_locked_screen_is_signed_out_after_30_minutes() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
        browser
            .post("/staff/sign-in", &pair)
            .await
            .leads_to("/staff");
        clinic.advance(Duration::from_mins(30));
        browser.get("/account").await.leads_to("/sign-in");
        browser.get("/staff/requests").await.has_status(403);
    })
    .await;
}

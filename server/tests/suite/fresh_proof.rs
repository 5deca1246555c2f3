//! Acts that a session alone does not allow: they ask for a fresh proof, keep what was sent, and continue after it.

use crate::support::{Browser, Clinic, PASSWORD, Page, Phone, on_each_database};
use domain::clinic_settings::{Setting, YES};
use domain::staff::Role;
use domain::thing::types_named;
use service::{Administrator, ApplicationChange};
use std::time::Duration;

const ROBIN: &str = "robin@clinic.example";
const KIM: &str = "kim@clinic.example";
const LIFE: Duration = Duration::from_mins(5);
const SECOND: Duration = Duration::from_secs(1);
const PROVE: &str = "/staff/prove";

type Fields<'a> = Vec<(&'a str, &'a str)>;

async fn prove(browser: &Browser, password: &str, code: &str) -> Page {
    let fields = [("password", password), ("code", code)];
    browser.post(PROVE, &fields).await
}

async fn audited(clinic: &Clinic, action: &str) -> i64 {
    let sql = format!("select count(*) from audit where action = '{action}'");
    clinic.database.number(&sql).await
}

/// What cannot be undone is asked first, without a proof.
const ASKED_FIRST: [&str; 2] = ["/staff/callback/secret", "/staff/application/rules/remove"];

/// The page whose form goes there.
fn page_of(path: &str) -> &str {
    let under = |page: &'static str| path.starts_with(page).then_some(page);
    under("/staff/application")
        .or_else(|| under("/staff/callback"))
        .or_else(|| (path == "/staff/settings").then_some("/staff/settings?section=staff"))
        .or_else(|| path.strip_suffix("/role"))
        .or_else(|| path.strip_suffix("/invite"))
        .unwrap_or(path)
}

#[track_caller]
fn asks(page: &Page) {
    page.has_status(403);
    page.says("Confirm that it is you");
    page.says("We have kept what you sent");
}

#[tokio::test]
async fn each_such_act_asks_once_the_proof_is_old_and_goes_on_after_it() {
    on_each_database(async |clinic| {
        let kim = clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let manager = clinic.manager().await;
        let medication = types_named(&["Medication"])[0].to_string();
        let role = format!("/staff/team/{kim}/role");
        let acts: Vec<(&str, Fields<'_>, &str)> = vec![
            ("/staff/keys", vec![], "application.add-key"),
            (
                "/staff/callback",
                vec![("url", "https://clinic.example/news")],
                "callback.set",
            ),
            ("/staff/callback/secret", vec![], "callback.renew-secret"),
            (
                "/staff/application/rules",
                vec![
                    ("name", "Add letters"),
                    ("why", "So that you have them at home"),
                    ("permission", "Create"),
                    ("type", &medication),
                ],
                "application.set",
            ),
            (
                "/staff/application/rules/remove",
                vec![("name", "Add letters")],
                "application.set",
            ),
            (
                "/staff/application",
                vec![
                    ("kind", "web"),
                    ("methods", "connect"),
                    ("methods", "v1-sessions"),
                ],
                "application.set",
            ),
            (role.as_str(), vec![("role", "manager")], "staff.set-role"),
            (
                "/staff/team/invite",
                vec![
                    ("name", "Lee"),
                    ("email", "lee@clinic.example"),
                    ("role", "manager"),
                ],
                "staff.invite",
            ),
            (
                "/staff/settings",
                vec![("section", "staff"), ("staff_authenticator", "yes")],
                "application.set",
            ),
        ];
        // Only where something changes is a proof asked for: switch the methods off first.
        let off = ApplicationChange {
            platform_v1_sessions: Some(false),
            ..ApplicationChange::default()
        };
        let by = Administrator::at_command_line(clinic.application);
        clinic
            .services()
            .applications()
            .set(by, off)
            .await
            .expect("set");
        for (path, fields, action) in acts {
            clinic.advance(LIFE);
            manager.get(page_of(path)).await.has_status(200);
            if ASKED_FIRST.contains(&path) {
                manager.post(path, &fields).await.has_status(200);
            }
            let before = audited(clinic, action).await;
            asks(&manager.post(path, &fields).await);
            assert_eq!(audited(clinic, action).await, before, "{path}");
            let page = prove(&manager, "not the password", "").await;
            page.has_status(422);
            page.says("We have kept what you sent");
            assert_eq!(audited(clinic, action).await, before, "{path}");
            let page = prove(&manager, PASSWORD, "").await;
            assert!(
                matches!(page.status.as_u16(), 200 | 303),
                "{path}: {} {}",
                page.status,
                page.text()
            );
            assert_eq!(audited(clinic, action).await, before + 1, "{path}");
            manager.get(PROVE).await.leads_to("/staff");
        }
    })
    .await;
}

#[tokio::test]
async fn a_proof_lasts_five_minutes_to_the_second_and_a_sign_in_is_one() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        clinic.advance(LIFE.checked_sub(SECOND).unwrap());
        manager.post("/staff/keys", &[]).await.has_status(200);
        clinic.advance(SECOND);
        asks(&manager.post("/staff/keys", &[]).await);
        prove(&manager, PASSWORD, "").await.has_status(200);
        clinic.advance(LIFE.checked_sub(SECOND).unwrap());
        manager.post("/staff/keys", &[]).await.has_status(200);
        assert_eq!(audited(clinic, "application.add-key").await, 3);
        // A clock that steps back makes no old proof fresh.
        clinic.step_back(Duration::from_hours(1));
        asks(&manager.post("/staff/keys", &[]).await);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_survives_the_proof_and_is_refused_with_its_message() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        clinic.advance(LIFE);
        manager.get("/staff/application").await.has_status(200);
        let typed = [("name", "x"), ("why", "y"), ("other_types", "no id")];
        // What is refused for what it says needs no proof.
        let page = manager.post("/staff/application/rules", &typed).await;
        page.has_status(422);
        let rule = [("name", "See your <b>visits</b>"), ("why", "It helps")];
        asks(&manager.post("/staff/application/rules", &rule).await);
        prove(&manager, PASSWORD, "")
            .await
            .leads_to("/staff/application?saved=yes");
        manager
            .get("/staff/application")
            .await
            .says("See your <b>visits</b>");
        // It continued once: another proof sends nothing again.
        let page = prove(&manager, PASSWORD, "").await;
        page.leads_to("/staff");
        assert_eq!(audited(clinic, "application.set").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_fresh_proof_includes_the_authenticator_where_there_is_one() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let (phone, recovery) = Phone::set_up(clinic, &manager).await;
        clinic.advance(LIFE);
        asks(&manager.post("/staff/keys", &[]).await);
        prove(&manager, PASSWORD, "").await.says("Enter the code");
        let wrong = phone.wrong_code(clinic);
        prove(&manager, PASSWORD, &wrong).await.has_status(422);
        let code = phone.code(clinic);
        let page = prove(&manager, "not the password", &code).await;
        page.has_status(422);
        assert_eq!(audited(clinic, "application.add-key").await, 0);
        prove(&manager, PASSWORD, &code).await.has_status(200);
        assert_eq!(audited(clinic, "application.add-key").await, 1);
        clinic.advance(LIFE);
        asks(&manager.post("/staff/keys", &[]).await);
        prove(&manager, PASSWORD, &code).await.has_status(422);
        prove(&manager, PASSWORD, &recovery[0])
            .await
            .has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_clinic_that_demands_an_authenticator_is_not_proven_to_without_one() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let change = ApplicationChange {
            settings: vec![(Setting::StaffAuthenticator, YES.into())],
            ..ApplicationChange::default()
        };
        let by = Administrator::at_command_line(clinic.application);
        let set = clinic.services().applications().set(by, change);
        set.await.expect("set");
        clinic.advance(LIFE);
        let page = manager.post("/staff/keys", &[]).await;
        asks(&page);
        page.says("Your clinic requires an authenticator app");
        prove(&manager, PASSWORD, "").await.has_status(422);
        assert_eq!(audited(clinic, "application.add-key").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_proof_belongs_to_its_session_and_its_round() {
    on_each_database(async |clinic| {
        let here = clinic.manager().await;
        let elsewhere = clinic.manager().await;
        clinic.advance(LIFE);
        asks(&here.post("/staff/keys", &[]).await);
        prove(&here, PASSWORD, "").await.has_status(200);
        asks(&elsewhere.post("/staff/keys", &[]).await);
        // A new password proves the password alone, and begins a round without a proof.
        let fields = [
            ("old_password", PASSWORD),
            ("new_password", "velvet walnut ladder"),
        ];
        let page = here.post("/staff/account/password", &fields).await;
        page.leads_to("/staff/account?changed=yes");
        asks(&here.post("/staff/keys", &[]).await);
        prove(&elsewhere, PASSWORD, "")
            .await
            .leads_to("/staff/sign-in");
        assert_eq!(audited(clinic, "application.add-key").await, 1);
    })
    .await;
}

#[tokio::test]
async fn wrong_proofs_lock_like_wrong_sign_ins() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        clinic.advance(LIFE);
        asks(&manager.post("/staff/keys", &[]).await);
        prove(&manager, "", "").await.says("Enter your password");
        for _ in 0..5 {
            prove(&manager, "not the password", "")
                .await
                .has_status(422);
        }
        let page = prove(&manager, PASSWORD, "").await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "1");
        clinic.advance(SECOND);
        prove(&manager, PASSWORD, "").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_waits_for_the_proof_with_its_file() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        clinic.advance(LIFE);
        let file = std::fs::read("tests/certificates/clinic.cer").expect("a file");
        let mut body =
            b"--part\r\ncontent-disposition: form-data; name=\"file\"; filename=\"c.cer\"\r\n\
            content-type: application/octet-stream\r\n\r\n"
                .to_vec();
        body.extend(file);
        body.extend(b"\r\n--part--\r\n");
        let headers = [
            ("content-type", "multipart/form-data; boundary=part"),
            ("sec-fetch-site", "same-origin"),
        ];
        let path = "/staff/application/certificates";
        let post = axum::http::Method::POST;
        asks(&manager.send(post, path, &headers, body.into()).await);
        prove(&manager, PASSWORD, "")
            .await
            .leads_to("/staff/application?saved=yes");
        assert_eq!(audited(clinic, "certificate.add").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_operators_invitations_and_resets_ask_too() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation("olu@host.example").await;
        clinic.advance(LIFE);
        let path = format!("/staff/installation/clinics/{}/invite", clinic.application);
        let fields = [("name", "Lee"), ("email", "lee@clinic.example")];
        asks(&operator.post(&path, &fields).await);
        assert_eq!(audited(clinic, "staff.invite").await, 0);
        let new = [
            ("clinic", "Hillside"),
            ("phone", "1"),
            ("name", "Jo"),
            ("email", "jo@hillside.example"),
        ];
        asks(&operator.post("/staff/installation/clinics/new", &new).await);
        assert_eq!(audited(clinic, "application.add").await, 1);
    })
    .await;
}

/// All sessions are ended in the moment in which a proven act reaches its transaction.
#[tokio::test]
async fn a_proof_overtaken_by_a_new_password_opens_nothing() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let by = manager.stolen();
        let end = format!(
            "update staff set session_round = session_round + 1 where email_key = '{ROBIN}'"
        );
        clinic.database.execute(&end).await;
        by.post("/staff/keys", &[]).await.leads_to("/staff/sign-in");
        // The session itself was looked at before: only the transaction can tell.
        let staff = clinic.staff.clone();
        let unproven = Administrator::among_staff(&staff).expect("a manager");
        let added = clinic
            .services()
            .applications()
            .add_api_key(unproven, false)
            .await;
        assert!(added.is_err());
        assert_eq!(audited(clinic, "application.add-key").await, 0);
    })
    .await;
}

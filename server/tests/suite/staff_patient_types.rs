//! The patient types question and answer on the desk's screen: staff never see either, and the patient never sees the desk.

use crate::support::routes;
use crate::support::{ANSWER, Browser, Clinic, PASSWORD, Page, QUESTION, on_each_database};
use std::time::Duration;

const PATIENT: &str = "/staff/handed-over";
const STAFF: &str = "/staff/hand-back";

/// The clinic's part of the form; the screen is the patient's then.
async fn hand_over(desk: &Browser, external_id: &str) -> Page {
    let fields = [
        ("external_id", external_id),
        ("friendly_name", "Emma's record"),
        ("proof", "typed"),
        ("question", "What the desk typed before"),
        ("answer", "What the desk typed before"),
        ("delivery", "email"),
        ("email", "emma@example.org"),
        ("language", "en"),
    ];
    desk.post("/staff/requests/new", &fields).await
}

async fn types(desk: &Browser, question: &str, answer: &str) -> Page {
    desk.post(PATIENT, &[("question", question), ("answer", answer)])
        .await
}

async fn takes_back(desk: &Browser, password: &str) -> Page {
    desk.post(STAFF, &[("password", password)]).await
}

async fn requests(clinic: &Clinic) -> i64 {
    clinic
        .database
        .number("select count(*) from connect_request")
        .await
}

#[tokio::test]
async fn the_patient_types_what_the_desk_never_reads() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-1").await.leads_to(PATIENT);
        assert_eq!(requests(clinic).await, 0, "nothing is made yet");
        let page = desk.get(PATIENT).await;
        page.has_status(200);
        page.says("This is for Emma's record");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.count("nav"), 0);
        page.says_nothing_of("What the desk typed before");

        types(&desk, QUESTION, ANSWER).await.leads_to(PATIENT);
        let thanks = desk.get(PATIENT).await;
        assert_eq!(thanks.heading(), "Thank you");
        thanks.says_nothing_of(QUESTION);
        thanks.says_nothing_of(ANSWER);
        types(&desk, "Another one?", "Another answer")
            .await
            .leads_to(PATIENT);
        assert_eq!(requests(clinic).await, 1, "a second press makes no second");

        let back = takes_back(&desk, PASSWORD).await;
        back.has_status(303);
        let path = back.header("location").to_owned();
        assert!(path.starts_with("/staff/requests/"), "{path}");
        let page = desk.get(&path).await;
        page.says("Question typed by the patient");
        let letter = desk.get(&format!("{path}/letter")).await;
        let mail = clinic.last_mail_to("emma@example.org").await.mail;
        for text in [&page.body, &letter.body, &mail.text, &mail.html] {
            assert!(!text.contains(QUESTION) && !text.contains(ANSWER));
        }
        let code = page.first(".code-line .identity-code").expect("a code");
        let patient = clinic.browser();
        patient
            .post("/connect", &[("code", &code)])
            .await
            .leads_to("/connect/question");
        patient.get("/connect/question").await.says(QUESTION);
        patient
            .post("/connect/question", &[("answer", ANSWER)])
            .await
            .has_status(303);
    })
    .await;
}

#[tokio::test]
async fn while_the_patient_has_the_screen_no_page_of_the_desk_opens() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-2").await.leads_to(PATIENT);
        let before = clinic.database.dump().await;
        let mut asked = 0;
        for stage in ["typing", "done"] {
            for route in routes::pages() {
                let ours = [PATIENT, STAFF].contains(&route.path);
                if !route.path.starts_with("/staff") || ours {
                    continue;
                }
                let path = route.path.replace("{id}", &invitation.id.to_string());
                let fields = [
                    ("email", "robin@clinic.example"),
                    ("password", PASSWORD),
                    ("external_id", "MRN-3"),
                ];
                for page in [desk.get(&path).await, desk.post(&path, &fields).await] {
                    asked += 1;
                    let kept_out = matches!(page.status.as_u16(), 303 | 405);
                    assert!(kept_out, "{stage}: {path} {}", page.status);
                    if page.status.as_u16() == 303 {
                        page.leads_to(PATIENT);
                    }
                    page.says_nothing_of("Emma");
                }
            }
            if stage == "typing" {
                assert_eq!(clinic.database.dump().await, before);
                types(&desk, QUESTION, ANSWER).await.leads_to(PATIENT);
            }
        }
        assert!(asked > 80, "the scan finds the routes");
    })
    .await;
}

#[tokio::test]
async fn only_the_password_that_handed_it_over_takes_it_back() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-1").await.leads_to(PATIENT);
        for wrong in ["", "three words apart"] {
            let page = takes_back(&desk, wrong).await;
            page.has_status(422);
            assert!(page.error_at("password").is_some());
            desk.get("/staff/requests").await.leads_to(PATIENT);
        }
        for _ in 0..4 {
            takes_back(&desk, "three words apart").await;
        }
        takes_back(&desk, PASSWORD).await.has_status(429);
        clinic.advance(Duration::from_mins(1));

        let before = desk.cookie();
        let page = takes_back(&desk, PASSWORD).await;
        page.has_status(200);
        assert_ne!(desk.cookie(), before, "under a new session");
        assert_eq!(page.kept("external_id").as_deref(), Some("MRN-1"));
        assert_eq!(page.count("input[value=typed][checked]"), 1);
        assert_eq!(requests(clinic).await, 0);
        desk.get("/staff/requests").await.has_status(200);
        desk.get(PATIENT).await.leads_to("/staff");
        types(&desk, QUESTION, ANSWER).await.leads_to("/staff");
        takes_back(&desk, PASSWORD).await.leads_to("/staff");
    })
    .await;
}

#[tokio::test]
async fn an_old_session_and_a_page_of_ones_own_do_not_come_along() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let pair = [("email", "pat@example.org"), ("password", PASSWORD)];
        clinic.person("Pat", "pat@example.org").await;
        desk.post("/sign-in", &pair).await.has_status(303);
        desk.get("/account").await.has_status(200);
        let stolen = desk.stolen();
        hand_over(&desk, "MRN-1").await.leads_to(PATIENT);
        assert_ne!(desk.get("/account").await.status.as_u16(), 200);
        stolen
            .get("/staff/requests")
            .await
            .leads_to("/staff/sign-in");
        // What the patient signs in to meanwhile ends with the screen's return.
        desk.post("/sign-in", &pair).await.has_status(303);
        desk.get("/account").await.has_status(200);
        desk.get("/staff/requests").await.leads_to(PATIENT);
        takes_back(&desk, PASSWORD).await.has_status(200);
        assert_ne!(desk.get("/account").await.status.as_u16(), 200);
    })
    .await;
}

#[tokio::test]
async fn a_patient_is_told_what_is_easy_to_guess_and_asked_for_no_reason() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-1").await.leads_to(PATIENT);
        let fields = [
            ("question", "What is your favourite colour?"),
            ("answer", "emma"),
            ("reason", "I want to"),
        ];
        let page = desk.post(PATIENT, &fields).await;
        page.has_status(422);
        assert!(page.error_at("question").is_some());
        assert!(
            page.error_at("answer")
                .is_some_and(|words| words.contains("is part of the name"))
        );
        assert_eq!(page.count("input[name=reason]"), 0);
        assert_eq!(page.kept("answer").as_deref(), Some("emma"));
        let page = types(&desk, "", " ").await;
        page.has_status(422);
        assert_eq!(
            page.error_at("answer").as_deref(),
            Some("Error: Enter your answer")
        );
        assert_eq!(requests(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn staff_correct_errors_before_the_screen_is_handed_over() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-1").await.has_status(409);
        hand_over(&desk, "").await.has_status(422);
        desk.get("/staff/requests").await.has_status(200);

        hand_over(&desk, "MRN-2").await.leads_to(PATIENT);
        let colleague = clinic.invite("MRN-2").await;
        let page = types(&desk, QUESTION, ANSWER).await;
        page.has_status(409);
        page.says("You did nothing wrong");
        assert!(!page.body.contains(&colleague.id.to_string()));
        takes_back(&desk, PASSWORD).await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_screen_locked_meanwhile_opens_only_to_the_same_password() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-1").await.leads_to(PATIENT);
        clinic.advance(domain::policy::DESK_IDLE);
        for path in ["/staff/requests", "/staff/unlock", "/staff/sign-in"] {
            desk.get(path).await.leads_to(PATIENT);
        }
        types(&desk, QUESTION, ANSWER).await.leads_to(PATIENT);
        takes_back(&desk, "three words apart").await.has_status(422);
        takes_back(&desk, PASSWORD).await.has_status(303);
        desk.get("/staff/requests").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_colleague_deactivated_meanwhile_takes_nothing_back() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        hand_over(&desk, "MRN-1").await.leads_to(PATIENT);
        let disabled = if clinic.is_postgres() { "true" } else { "1" };
        clinic
            .database
            .execute(&format!("update staff set disabled = {disabled}"))
            .await;
        takes_back(&desk, PASSWORD).await.leads_to("/staff/sign-in");
        types(&desk, QUESTION, ANSWER)
            .await
            .leads_to("/staff/sign-in");
        desk.get("/staff/sign-in").await.has_status(200);
        assert_eq!(requests(clinic).await, 0);
    })
    .await;
}

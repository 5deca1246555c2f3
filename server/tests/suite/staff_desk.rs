//! The desk through its pages: making a request, its letter, its mail, its end; and only one's own.

use crate::support::{ANSWER, Browser, PASSWORD, Page, QUESTION, on_each_database};
use domain::clinic_settings::{NO, Setting};
use domain::staff::Role;
use service::{Administrator, ApplicationChange};

fn request<'a>(
    external_id: &'a str,
    answer: &'a str,
    email: &'a str,
) -> [(&'static str, &'a str); 6] {
    [
        ("external_id", external_id),
        ("friendly_name", "Emma's record"),
        ("question", QUESTION),
        ("answer", answer),
        ("email", email),
        ("language", "en"),
    ]
}

#[tokio::test]
async fn the_desk_makes_a_request_and_its_patient_is_connected() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let made = desk
            .post(
                "/staff/requests/new",
                &request("MRN-1", ANSWER, "emma@example.org"),
            )
            .await;
        made.has_status(303);
        let path = made.header("location").to_owned();
        let page = desk.get(&path).await;
        page.says("Emma's record");
        let mail = clinic.last_mail_to("emma@example.org").await;
        let code = mail
            .mail
            .text
            .split_whitespace()
            .find(|word| word.len() == 24 && word.matches('-').count() == 4)
            .expect("a code")
            .to_owned();
        assert!(page.body.contains(&code));
        let letter = desk.get(&format!("{path}/letter")).await;
        let letters = letter.text().replace([' ', '-'], "");
        assert!(letters.contains(&code.replace('-', "")), "{letters}");
        assert!(letter.count("svg") >= 1, "a QR code");
        letter.says_nothing_of(ANSWER);
        letter.says_nothing_of(QUESTION);

        let patient = clinic.person("Pat", "pat@example.org").await;
        let id: domain::ids::ConnectRequestId = path
            .rsplit('/')
            .next()
            .expect("an id")
            .parse()
            .expect("an id");
        let invitation = crate::support::Invitation {
            id,
            code,
            external_id: "MRN-1".into(),
        };
        clinic.connect(&patient, &invitation, "Emma").await;
        desk.get(&format!("{path}/cancel")).await.leads_to(&path);
        let cancel = desk.post(&format!("{path}/cancel"), &[]).await;
        cancel.leads_to(&path);
    })
    .await;
}

#[tokio::test]
async fn an_external_id_that_is_taken_leads_to_its_holder() {
    on_each_database(async |clinic| {
        let holder = clinic.invite("MRN-1").await;
        let desk = clinic.manager().await;
        let page = desk
            .post("/staff/requests/new", &request("MRN-1", ANSWER, ""))
            .await;
        page.has_status(409);
        assert_eq!(
            page.count(&format!("a[href='/staff/requests/{}']", holder.id)),
            1
        );
        assert_eq!(page.kept("friendly_name").as_deref(), Some("Emma's record"));
    })
    .await;
}

#[tokio::test]
async fn a_short_answer_asks_for_a_reason() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let page = desk
            .post("/staff/requests/new", &request("MRN-1", "four", ""))
            .await;
        page.has_status(422);
        assert_eq!(page.count("input[name=reason]"), 1);
        let mut fields = request("MRN-1", "four", "").to_vec();
        fields.push(("reason", "The patient asked for it"));
        desk.post("/staff/requests/new", &fields)
            .await
            .has_status(303);
    })
    .await;
}

/// Asks first, and then does what was asked.
async fn confirm(desk: &Browser, path: &str) -> Page {
    let asked = desk.get(path).await;
    asked.has_status(200);
    desk.post(path, &[]).await
}

#[tokio::test]
async fn replacing_and_cancelling_ask_first_and_say_what_happened() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let first = clinic.invite("MRN-1").await;
        let path = format!("/staff/requests/{}", first.id);
        let (reissue, cancel) = (format!("{path}/reissue"), format!("{path}/cancel"));
        let before = clinic.database.dump().await;
        for asking in [&reissue, &cancel] {
            desk.get(asking).await.has_status(200);
            let unasked = desk.post(asking, &[("seen", "")]).await;
            unasked.has_status(200);
            assert_eq!(unasked.count("input[name=seen]"), 1);
        }
        assert_eq!(clinic.database.dump().await, before);
        let replaced = confirm(&desk, &reissue).await;
        replaced.has_status(303);
        let renewed = replaced.header("location").to_owned();
        let page = desk.get(&renewed).await;
        page.says("The code was replaced. The old code no longer works.");
        page.says("Print the new letter");
        let renewed = renewed.split('?').next().expect("a path").to_owned();
        assert_ne!(renewed, path);
        assert_eq!(page.count(&format!("a[href='{renewed}/letter']")), 1);
        let old = desk.get(&path).await;
        assert!(!old.body.contains(&first.code), "a dead code is not shown");
        desk.get(&format!("{path}/letter")).await.leads_to(&path);
        desk.get(&reissue).await.has_status(409);
        desk.get(&cancel).await.leads_to(&path);
        for path in [&reissue, &cancel] {
            desk.post(path, &[("seen", "of-another-page")])
                .await
                .has_status(409);
        }
        let cancel = format!("{renewed}/cancel");
        confirm(&desk, &cancel).await.leads_to(&renewed);
        desk.post(&cancel, &[]).await.leads_to(&renewed);
        clinic.invite("MRN-1").await;
    })
    .await;
}

#[tokio::test]
async fn a_request_that_changed_is_asked_about_again() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let request = clinic.invite("MRN-1").await;
        for act in ["reissue", "cancel"] {
            let path = format!("/staff/requests/{}/{act}", request.id);
            let seen = desk.get(&path).await.kept("seen").expect("a digest");
            let renamed = format!("MRN-{act}");
            let renaming = clinic.services().connect_requests().rename(
                clinic.desk(),
                request.id,
                &renamed,
                None,
            );
            renaming.await.expect("a new id");
            let before = clinic.database.dump().await;
            let again = desk.post(&path, &[("seen", &seen)]).await;
            again.has_status(409);
            again.says("changed while the page was open");
            again.says(&renamed);
            assert_eq!(clinic.database.dump().await, before);
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_sign_in_every_page_and_form_of_the_desk_leads_to_it() {
    on_each_database(async |clinic| {
        let id = clinic.invite("MRN-1").await.id;
        let patient = clinic.person("Pat", "pat@example.org").await;
        let before = clinic.database.dump().await;
        for (browser, status) in [(clinic.browser(), 303), (patient, 403)] {
            for path in ["", "/new", &format!("/{id}"), &format!("/{id}/letter")] {
                browser
                    .get(&format!("/staff/requests{path}"))
                    .await
                    .leads_to("/staff/sign-in");
            }
            for path in [
                "/new",
                "/send-email",
                &format!("/{id}/cancel"),
                &format!("/{id}/reissue"),
            ] {
                let fields = request("MRN-9", ANSWER, "eve@example.org");
                let page = browser
                    .post(&format!("/staff/requests{path}"), &fields)
                    .await;
                page.has_status(status);
                if status == 303 {
                    page.leads_to("/staff/sign-in");
                } else {
                    assert_eq!(page.count("a[href='/staff/sign-in']"), 1);
                }
            }
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn another_clinics_request_is_as_unknown_as_one_that_never_was() {
    on_each_database(async |clinic| {
        let id = clinic.invite("MRN-1").await.id;
        let change = ApplicationChange {
            settings: vec![
                (Setting::Name, "Hillside".into()),
                (Setting::Phone, "01632 960 999".into()),
                (Setting::StaffAuthenticator, NO.into()),
            ],
            ..ApplicationChange::default()
        };
        let other = clinic
            .services()
            .applications()
            .add(None, change, false)
            .await
            .expect("added");
        clinic
            .colleague_at(other, "Kim", "kim@hillside.example", Role::FrontDesk)
            .await;
        let desk = clinic.browser();
        let pair = [("email", "kim@hillside.example"), ("password", PASSWORD)];
        desk.post("/staff/sign-in", &pair).await.leads_to("/staff");
        desk.get("/staff/requests").await.says_nothing_of("Emma");
        let unknown = uuid::Uuid::from_u128(7).to_string();
        for id in [id.to_string(), unknown] {
            for path in [format!("/{id}"), format!("/{id}/letter")] {
                desk.get(&format!("/staff/requests{path}"))
                    .await
                    .has_status(404);
            }
            for path in ["cancel", "reissue"] {
                desk.post(&format!("/staff/requests/{id}/{path}"), &[])
                    .await
                    .has_status(404);
            }
            let fields = [
                ("connect_request", id.as_str()),
                ("email", "eve@example.org"),
            ];
            desk.post("/staff/requests/send-email", &fields)
                .await
                .has_status(404);
        }
        assert!(clinic.mail().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_member_of_staff_who_is_disabled_is_out_at_once() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        desk.get("/staff/requests").await.has_status(200);
        let disabled = if clinic.is_postgres() { "true" } else { "1" };
        clinic
            .database
            .execute(&format!("update staff set disabled = {disabled}"))
            .await;
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
        let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
        desk.post("/staff/sign-in", &pair).await.has_status(422);
    })
    .await;
}

#[tokio::test]
async fn an_application_without_the_methods_or_on_phones_makes_no_requests() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        for change in [
            ApplicationChange {
                connect_methods: Some(false),
                ..ApplicationChange::default()
            },
            ApplicationChange {
                kind: Some(domain::application::Kind::Mobile),
                connect_methods: Some(false),
                ..ApplicationChange::default()
            },
        ] {
            clinic
                .services()
                .applications()
                .set(Administrator::at_command_line(clinic.application), change)
                .await
                .expect("set");
            desk.post("/staff/requests/new", &request("MRN-2", ANSWER, ""))
                .await
                .has_status(403);
            for path in ["cancel", "reissue"] {
                let path = format!("/staff/requests/{}/{path}", invitation.id);
                desk.post(&path, &[]).await.has_status(403);
            }
        }
    })
    .await;
}

//! The list of requests, and what the desk changes of whom a request belongs to.

use crate::support::{QUESTION, on_each_database};
use app::domain::new_request::Draft;
use server::service::{Failure, RenameRefusal};
use tokio::task::JoinSet;

#[tokio::test]
async fn the_desk_corrects_a_clinic_id_and_the_connection_takes_it_too() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        let path = format!("/staff/requests/{}", invitation.id);
        desk.post(&format!("{path}/rename"), &[("external_id", " MRN-2 ")])
            .await
            .leads_to(&path);
        let page = desk.get(&path).await;
        page.says("MRN-2");
        page.says("Clinic ID changed");
        page.says_nothing_of("MRN-1");
        let file = desk.get("/staff/connected.csv").await;
        assert!(file.body.contains("MRN-2,"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn a_clinic_id_that_cannot_be_taken_is_told_at_its_field_and_kept_as_typed() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let holder = clinic.invite("MRN-2").await;
        let path = format!("/staff/requests/{}/rename", invitation.id);
        let taken = desk.post(&path, &[("external_id", "MRN-2")]).await;
        taken.has_status(409);
        assert_eq!(
            taken.error_at("external_id").as_deref(),
            Some("Error: This clinic ID already has a code from 4 May 2026")
        );
        assert_eq!(taken.kept("external_id").as_deref(), Some("MRN-2"));
        let show = format!("a[href='/staff/requests/{}']", holder.id);
        assert_eq!(taken.count(&show), 1);
        for (typed, words) in [
            ("", "Enter the clinic ID of the patient"),
            ("MRN\u{202e}1", "has a sign in it that cannot be seen"),
        ] {
            let page = desk.post(&path, &[("external_id", typed)]).await;
            page.has_status(422);
            page.says(words);
        }
        let long = "x".repeat(256);
        let page = desk.post(&path, &[("external_id", &long)]).await;
        page.says("It can have 255 characters at most");
        desk.get(&format!("/staff/requests/{}", invitation.id))
            .await
            .says("MRN-1");
    })
    .await;
}

#[tokio::test]
async fn another_clinics_request_cannot_be_renamed() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let other = clinic.another_application().await;
        let role = app::domain::staff::Role::FrontDesk;
        clinic
            .colleague_at(other, "Lee", "lee@other.example", role)
            .await;
        let lee = clinic.at_the_desk("lee@other.example").await;
        let path = format!("/staff/requests/{}/rename", invitation.id);
        lee.post(&path, &[("external_id", "MRN-9")])
            .await
            .has_status(404);
        clinic
            .browser()
            .post(&path, &[("external_id", "MRN-9")])
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_ten_requests_renamed_to_one_clinic_id_at_once_one_takes_it_and_the_others_are_told() {
    on_each_database(async |clinic| {
        let mut tasks = JoinSet::new();
        for number in 0..10 {
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            let (services, desk) = (clinic.services().clone(), clinic.desk());
            tasks.spawn(async move {
                services
                    .rename_connect_request(desk, invitation.id, "MRN-same")
                    .await
            });
        }
        let answers = tasks.join_all().await;
        let renamed = answers.iter().filter(|answer| answer.is_ok()).count();
        let told = answers
            .iter()
            .filter(|answer| matches!(answer, Err(Failure::Refused(RenameRefusal::Taken { .. }))));
        assert_eq!((renamed, told.count()), (1, 9));
    })
    .await;
}

#[tokio::test]
async fn a_request_that_is_replaced_or_deleted_forgets_where_its_mail_went_and_why() {
    on_each_database(async |clinic| {
        let mut ids = Vec::new();
        for number in 0..2 {
            let draft = Draft {
                external_id: format!("MRN-{number}"),
                friendly_name: "Emma's record".into(),
                question: QUESTION.into(),
                answer: "Grey".into(),
                reason: "They insist".into(),
                email: "emma@example.org".into(),
                callback_url: "https://clinic.example/told".into(),
                ..Draft::default()
            };
            let made = clinic
                .services()
                .create_connect_request(clinic.desk(), &draft, None)
                .await;
            ids.push(made.expect("a request").request.id);
        }
        let kept = "select count(*) from connect_request where email is not null or callback_url is not null \
            or reason is not null";
        assert_eq!(clinic.database.number(kept).await, 2);
        let services = clinic.services();
        let renewed = services.reissue_connect_request(clinic.desk(), ids[0]).await;
        let renewed = renewed.expect("a new code").request;
        assert_eq!(renewed.email.as_deref(), Some("emma@example.org"));
        for id in [renewed.id, ids[1]] {
            let deleted = services.delete_connect_request(clinic.desk(), id).await;
            deleted.expect("deleted");
        }
        assert_eq!(clinic.database.number(kept).await, 0);
    })
    .await;
}

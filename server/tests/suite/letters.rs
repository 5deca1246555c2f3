//! Letters as files: who gets them, when, and that it is recorded.

use crate::support::{Clinic, Page, on_each_database};
use app::domain::new_request::Draft;
use axum::body::Body;
use axum::http::Method;
use server::service::Administrator;
use std::time::Duration;

const MONTH: Duration = Duration::from_hours(29 * 24);

async fn with_key(clinic: &Clinic, path: &str) -> Page {
    let by = Administrator::at_command_line(clinic.application);
    let key = clinic.services().add_api_key(by, false).await;
    let bearer = format!("Bearer {}", key.expect("a key"));
    let headers = [("authorization", bearer.as_str())];
    clinic
        .browser()
        .send(Method::GET, path, &headers, Body::empty())
        .await
}

#[track_caller]
fn is_a_letter(page: &Page) {
    page.has_status(200);
    assert_eq!(page.header("content-type"), "application/pdf");
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(
        page.header("content-disposition"),
        "attachment; filename=\"letter.pdf\"",
        "the name says nothing of the patient"
    );
    assert!(page.body.starts_with("%PDF-"));
}

#[tokio::test]
async fn the_desk_and_the_clinics_system_download_a_letter_and_each_leaves_a_record() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let request = format!("/staff/requests/{}", invitation.id);
        let page = desk.get(&format!("{request}/letter?large=yes")).await;
        let links = page.attributes(".letter-forms a", "href");
        assert_eq!(links.len(), 3, "{links:?}");
        for link in &links[1..] {
            assert!(link.contains("large=yes"), "{link}");
            is_a_letter(&desk.get(link).await);
        }
        let path = format!("/api/v1/connect-requests/{}/letter.pdf", invitation.id);
        is_a_letter(&with_key(clinic, &format!("{path}?paper=letter&large=true")).await);
        let log = desk.get("/staff/audit?action=connect-request.letter").await;
        assert_eq!(log.count("tbody tr"), 3);
        let shown = desk.get(&request).await;
        shown.says("Its letter was downloaded");
    })
    .await;
}

#[tokio::test]
async fn a_code_that_is_over_has_no_letter() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (ended, replaced) = (clinic.invite("MRN-1").await, clinic.invite("MRN-2").await);
        clinic.reissue(&replaced).await;
        clinic.advance(MONTH);
        let desk_again = clinic.manager().await;
        for (invitation, status, code) in
            [(ended, 410, "\"code-over\""), (replaced, 409, "\"over\"")]
        {
            let request = format!("/staff/requests/{}", invitation.id);
            let letter = desk_again.get(&format!("{request}/letter.pdf")).await;
            letter.leads_to(&request);
            let path = format!("/api/v1/connect-requests/{}/letter.pdf", invitation.id);
            let refused = with_key(clinic, &path).await;
            refused.has_status(status);
            assert!(refused.body.contains(code), "{}", refused.body);
        }
        drop(desk);
    })
    .await;
}

#[tokio::test]
async fn letters_of_others_are_unknown_and_strangers_are_shown_the_door() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let path = format!("/staff/requests/{}/letter.pdf", invitation.id);
        clinic.browser().get(&path).await.leads_to("/staff/sign-in");
        let other = clinic.another_application().await;
        let email = "kim@hillside.example";
        clinic
            .colleague_at(other, "Kim", email, app::domain::staff::Role::FrontDesk)
            .await;
        let stranger = clinic.at_the_desk(email).await;
        stranger.get(&path).await.has_status(404);
        stranger
            .get("/staff/requests/1/letter.pdf")
            .await
            .has_status(404);
        let by = Administrator::at_command_line(other);
        let key = clinic.services().add_api_key(by, false).await;
        let bearer = format!("Bearer {}", key.expect("a key"));
        let path = format!("/api/v1/connect-requests/{}/letter.pdf", invitation.id);
        let headers = [("authorization", bearer.as_str())];
        let browser = clinic.browser();
        let refused = browser
            .send(Method::GET, &path, &headers, Body::empty())
            .await;
        refused.has_status(404);
    })
    .await;
}

#[tokio::test]
async fn a_name_that_the_font_lacks_leads_to_the_browsers_print_and_leaves_no_record() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let draft = Draft {
            friendly_name: "王さんの記録".into(),
            question: "Which two words?".into(),
            answer: "Velvet Walnut".into(),
            external_id: "MRN-1".into(),
            ..Draft::default()
        };
        let made = clinic
            .services()
            .create_connect_request(clinic.desk(), &draft, None)
            .await
            .expect("a request");
        let id = made.request.id;
        let page = desk
            .get(&format!("/staff/requests/{id}/letter.pdf?paper=letter"))
            .await;
        page.has_status(422);
        page.says("The font of the PDF does not have the sign “王”");
        page.says(&made.code.groups().next().expect("a group").to_owned());
        let path = format!("/api/v1/connect-requests/{id}/letter.pdf");
        let refused = with_key(clinic, &path).await;
        refused.has_status(422);
        assert!(refused.body.contains("unprintable"), "{}", refused.body);
        let log = desk.get("/staff/audit?action=connect-request.letter").await;
        log.says("There are no records of this kind yet");
    })
    .await;
}

#[tokio::test]
async fn a_call_for_a_paper_that_is_none_says_so() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let path = format!("/api/v1/connect-requests/{}/letter.pdf", invitation.id);
        let refused = with_key(clinic, &format!("{path}?paper=a5&large=very")).await;
        refused.has_status(422);
        assert!(refused.body.contains("\"paper\"") && refused.body.contains("\"large\""));
        with_key(clinic, &format!("{path}?colour=red"))
            .await
            .has_status(422);
    })
    .await;
}

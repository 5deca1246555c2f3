//! Letters as files: who gets them, when, and that it is recorded.

use crate::support::{Browser, Clinic, Page, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::ids::ConnectRequestId;
use domain::new_request::Draft;
use domain::staff::Role;
use service::Administrator;
use std::time::Duration;
use store::batches::CHOICE_STATEMENT;

const MONTH: Duration = Duration::from_hours(29 * 24);

async fn with_key(clinic: &Clinic, path: &str) -> Page {
    let by = Administrator::at_command_line(clinic.application);
    let key = clinic
        .services()
        .applications()
        .add_api_key(by, false)
        .await;
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
async fn staff_and_the_api_download_a_letter_with_an_audit_record_each() {
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
        shown.says("Letter downloaded");
    })
    .await;
}

#[tokio::test]
async fn a_letter_has_its_own_clinics_logo_alone_or_among_many() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let requests = [clinic.invite("MRN-1").await, clinic.invite("MRN-2").await];
        let one = format!("/staff/requests/{}/letter.pdf", requests[0].id);
        let ids = requests.each_ref().map(|request| request.id.to_string());
        let many = ids.each_ref().map(|id| ("request", id.as_str()));
        let drawn = |page: &Page| page.body.matches("/Subtype/Image").count();
        let other = clinic.another_application().await;
        for (application, images) in [(other, 0), (clinic.application, 1)] {
            let by = Administrator::at_command_line(application);
            let logo = include_bytes!("../../../docs/screenshots/code.png");
            let set = clinic
                .services()
                .applications()
                .set_logo(by, logo.to_vec())
                .await;
            set.expect("a logo");
            assert_eq!(drawn(&desk.get(&one).await), images);
            assert_eq!(
                drawn(&desk.post("/staff/letters/print", &many).await),
                images
            );
        }
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
async fn letters_of_others_are_unknown_and_strangers_must_sign_in() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let path = format!("/staff/requests/{}/letter.pdf", invitation.id);
        clinic.browser().get(&path).await.leads_to("/staff/sign-in");
        let other = clinic.another_application().await;
        let email = "kim@hillside.example";
        clinic
            .colleague_at(other, "Kim", email, Role::FrontDesk)
            .await;
        let stranger = clinic.at_the_desk(email).await;
        stranger.get(&path).await.has_status(404);
        stranger
            .get("/staff/requests/1/letter.pdf")
            .await
            .has_status(404);
        let by = Administrator::at_command_line(other);
        let key = clinic
            .services()
            .applications()
            .add_api_key(by, false)
            .await;
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
async fn a_name_that_the_font_lacks_leads_to_browser_print_without_a_record() {
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
            .connect_requests()
            .create(clinic.desk(), &draft, None)
            .await
            .expect("a request");
        let id = made.request.id;
        let page = desk
            .get(&format!("/staff/requests/{id}/letter.pdf?paper=letter"))
            .await;
        page.has_status(422);
        page.says("The PDF font does not have the character “王”");
        page.says(made.code.groups().next().expect("a group"));
        let path = format!("/api/v1/connect-requests/{id}/letter.pdf");
        let refused = with_key(clinic, &path).await;
        refused.has_status(422);
        assert!(refused.body.contains("unprintable"), "{}", refused.body);
        let log = desk.get("/staff/audit?action=connect-request.letter").await;
        log.says("No entries match");
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

fn ticked(page: &Page) -> Vec<String> {
    page.attributes("input[name='request']", "value")
}

async fn print(browser: &Browser, requests: &[String], more: &[(&str, &str)]) -> Page {
    let fields = requests.iter().map(|id| ("request", id.as_str()));
    let fields: Vec<_> = fields.chain(more.iter().copied()).collect();
    browser.post("/staff/letters/print", &fields).await
}

#[tokio::test]
async fn a_few_letters_are_one_file_at_once() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for number in 0..3 {
            clinic.invite(&format!("MRN-{number}")).await;
        }
        clinic.invite_by_mail("MRN-mail", "emma@example.org").await;
        let page = desk.get("/staff/letters").await;
        assert_eq!(ticked(&page).len(), 3, "today's, without an address");
        let all = desk.get("/staff/letters?mail=all&from=").await;
        assert_eq!(ticked(&all).len(), 4);
        let file = print(&desk, &ticked(&all), &[("paper", "letter")]).await;
        file.has_status(200);
        assert_eq!(file.header("content-type"), "application/pdf");
        let log = desk.get("/staff/audit?action=batch.letters").await;
        assert_eq!(log.count("tbody tr"), 1);
        clinic.advance(Duration::from_hours(24));
        let desk = clinic.manager().await;
        desk.get("/staff/letters").await.says("No requests match.");
        let since = desk.get("/staff/letters?from=2026-05-04").await;
        assert_eq!(ticked(&since).len(), 3);
        let nonsense = desk
            .get("/staff/letters?from=%00soon&mail=x&batch=1&after=z")
            .await;
        nonsense.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn many_letters_are_drawn_by_the_worker_and_kept_for_an_hour() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for number in 0..22 {
            clinic.invite(&format!("MRN-{number:02}")).await;
        }
        let page = desk.get("/staff/letters").await;
        let requests = ticked(&page);
        assert_eq!(requests.len(), 22);
        let ordered = print(&desk, &requests, &[("large", "yes")]).await;
        ordered.has_status(303);
        let place = ordered.header("location").to_owned();
        let waiting = desk.get(&place).await;
        waiting.says("0 of 22 letters created");
        assert_eq!(waiting.header("refresh"), "3");
        desk.get(&format!("{place}/letters.pdf"))
            .await
            .has_status(409);
        let gone: ConnectRequestId = requests[0].parse().expect("an id");
        let withdrawn = clinic
            .services()
            .connect_requests()
            .delete(clinic.desk(), gone);
        withdrawn.await.expect("withdrawn");
        clinic.drain().await;
        let ready = desk.get(&place).await;
        ready.says("21 letters are ready");
        ready.says("Its code no longer works.");
        let file = desk.get(&format!("{place}/letters.pdf")).await;
        file.has_status(200);
        assert!(file.body.starts_with("%PDF-"));
        let pages = |name: &str| file.body.matches(name).count();
        let sheets = pages("/Type /Page") - pages("/Type /Pages");
        assert_eq!(sheets + pages("/Type/Page") - pages("/Type/Pages"), 21);
        let dump = clinic.database.dump().await;
        assert!(!dump.contains("%PDF-"), "the file is sealed");
        let other = clinic.another_application().await;
        let email = "kim@hillside.example";
        clinic
            .colleague_at(other, "Kim", email, Role::Manager)
            .await;
        let kim = clinic.at_the_desk(email).await;
        kim.get(&place).await.has_status(404);
        kim.get(&format!("{place}/letters.pdf"))
            .await
            .has_status(404);
        print(&kim, &requests[1..3], &[]).await.has_status(422);
        clinic.advance(Duration::from_hours(1));
        let desk = clinic.manager().await;
        desk.get(&format!("{place}/letters.pdf"))
            .await
            .has_status(409);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned");
        desk.get(&place).await.has_status(404);
        let parts = clinic
            .database
            .number("select count(*) from batch_part")
            .await;
        assert_eq!(parts, 0);
    })
    .await;
}

#[tokio::test]
async fn letters_can_be_called_off_and_none_or_too_many_are_refused() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        print(&desk, &[], &[]).await.has_status(422);
        for number in 0..21 {
            clinic.invite(&format!("MRN-{number:02}")).await;
        }
        let requests = ticked(&desk.get("/staff/letters").await);
        let many: Vec<_> = requests.iter().cycle().take(1_001).cloned().collect();
        let refused = print(&desk, &many, &[]).await;
        refused.has_status(422);
        refused.says("Select 1000 letters or fewer");
        let ordered = print(&desk, &requests, &[]).await;
        let place = ordered.header("location").to_owned();
        desk.post(&format!("{place}/cancel"), &[])
            .await
            .leads_to(&place);
        clinic.drain().await;
        desk.get(&place).await.says("You cancelled these letters.");
        let parts = clinic
            .database
            .number("select count(*) from batch_part")
            .await;
        assert_eq!(parts, 0);
    })
    .await;
}

#[tokio::test]
async fn the_choice_of_letters_reads_an_index() {
    on_each_database(async |clinic| {
        let plan = clinic.database.plan(CHOICE_STATEMENT).await;
        assert!(plan.contains("connect_request_waiting"), "{plan}");
        assert!(!plan.to_lowercase().contains("temp b-tree"), "{plan}");
    })
    .await;
}

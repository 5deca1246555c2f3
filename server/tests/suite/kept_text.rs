//! What people typed when the database did not answer, or after their session: it is on the page that says so, and goes
//! on from there.

use crate::support::{ANSWER, Browser, Clinic, PASSWORD, Page, on_each_database};
use domain::policy;

/// Sends a form while the sessions cannot be read.
async fn send_without_sessions(
    clinic: &Clinic,
    browser: &Browser,
    path: &str,
    fields: Fields<'_>,
) -> Page {
    let rename = async |from: &str, to: &str| {
        let sql = format!("alter table {from} rename to {to}");
        clinic.database.execute(&sql).await;
    };
    rename("session", "session_elsewhere").await;
    let page = browser.post(path, fields).await;
    rename("session_elsewhere", "session").await;
    page
}

/// The fields that the page sends again.
fn kept(page: &Page) -> Vec<(String, String)> {
    let inputs = "form[method=post]:not([action]) input[type=hidden]";
    let names = page.attributes(inputs, "name");
    names
        .into_iter()
        .zip(page.attributes(inputs, "value"))
        .collect()
}

async fn send_again(browser: &Browser, page: &Page) -> Page {
    let kept = kept(page);
    let fields: Vec<_> = kept
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(&page.path, &fields).await
}

type Fields<'a> = &'a [(&'a str, &'a str)];

const REQUEST: Fields<'static> = &[
    ("external_id", "MRN-9"),
    ("friendly_name", "Emma's \"own\" record"),
    ("question", "Which two words did we agree on?"),
    ("answer", "velvet <walnut>"),
    ("language", "en"),
];

#[tokio::test]
async fn a_form_keeps_what_was_typed_while_no_session_can_be_read() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let person = clinic.person("Pat", "pat@example.org").await;
        person
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let desk = clinic.manager().await;
        let code = [("code", invitation.code.as_str())];
        let forms: [(&Browser, &str, Fields<'_>); 8] = [
            (&person, "/connect", &code),
            (&person, "/connect/question", &[("answer", ANSWER)]),
            (
                &person,
                "/connect/record",
                &[("record", "new"), ("record_name", "Emma's record")],
            ),
            (&person, "/sign-in", &[("email", "pat@example.org")]),
            (
                &person,
                "/create-account",
                &[("name", "Pat"), ("email", "new@example.org")],
            ),
            (&desk, "/staff/requests/new", REQUEST),
            (
                &desk,
                "/staff/team/invite",
                &[
                    ("name", "Kim"),
                    ("email", "kim@clinic.example"),
                    ("role", "manager"),
                ],
            ),
            (
                &desk,
                "/staff/settings",
                &[("name", "A new name"), ("phone", "1")],
            ),
        ];
        for (browser, path, fields) in forms {
            let page = send_without_sessions(clinic, browser, path, fields).await;
            page.has_status(503);
            assert_eq!(page.header("retry-after"), "5", "{path}");
            page.says("What you typed is still on this page");
            let typed: Vec<_> = fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            assert_eq!(kept(&page), typed, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_kept_goes_on_as_if_it_came_the_first_time() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let person = clinic.person("Pat", "pat@example.org").await;
        let code = [("code", invitation.code.as_str())];
        let page = send_without_sessions(clinic, &person, "/connect", &code).await;
        send_again(&person, &page)
            .await
            .leads_to("/connect/question");
        let answer = [("answer", ANSWER)];
        let page = send_without_sessions(clinic, &person, "/connect/question", &answer).await;
        send_again(&person, &page).await.leads_to("/connect/record");
        let desk = clinic.manager().await;
        let page = send_without_sessions(clinic, &desk, "/staff/requests/new", REQUEST).await;
        let made = send_again(&desk, &page).await;
        made.has_status(303);
        assert!(made.header("location").starts_with("/staff/requests/"));
    })
    .await;
}

#[tokio::test]
async fn secrets_are_not_kept() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        for (path, secret) in [
            ("/sign-in", "password"),
            ("/create-account", "password"),
            ("/create-account", "digits"),
            ("/staff/sign-in", "password"),
            ("/staff/sign-in/code", "code"),
            ("/staff/sign-in/recovery", "code"),
            ("/staff/account/password", "old_password"),
            ("/staff/account/password", "new_password"),
            ("/staff/authenticator", "code"),
            ("/staff/installation/mail", "mail_password"),
        ] {
            let fields = [("email", "pat@example.org"), (secret, PASSWORD)];
            let page = send_without_sessions(clinic, &browser, path, &fields).await;
            page.has_status(503);
            assert!(!page.body.contains(PASSWORD), "{secret} of {path}");
            let email = ("email".to_owned(), "pat@example.org".to_owned());
            assert_eq!(kept(&page), [email], "{path}");
        }
    })
    .await;
}

/// The forms of a desk and of a patient whose session is over.
#[tokio::test]
async fn a_form_of_an_ended_session_keeps_what_was_typed() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let desk = clinic.manager().await;
        let patient = clinic.person("Pat", "pat@example.org").await;
        let code = [("code", invitation.code.as_str())];
        let answer = [("answer", ANSWER)];
        let record = [("record", "new"), ("record_name", "Emma's record")];
        patient.post("/connect", &code).await;
        clinic.advance(policy::SESSION_LIFE);
        for (browser, path, fields, begin) in [
            (&desk, "/staff/requests/new", REQUEST, "/staff/sign-in"),
            (&patient, "/connect/question", &answer[..], "/connect"),
            (&patient, "/connect/record", &record[..], "/connect"),
        ] {
            let page = browser.post(path, fields).await;
            page.has_status(403);
            page.says("What you typed is still on this page");
            assert_eq!(page.count(&format!("a[href='{begin}']")), 1, "{path}");
            let typed: Vec<_> = fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            assert_eq!(kept(&page), typed, "{path}");
        }
        let page = patient.post("/connect/question", &answer).await;
        patient
            .post("/connect", &code)
            .await
            .leads_to("/connect/question");
        send_again(&patient, &page).await.leads_to("/sign-in");
        let page = desk.post("/staff/requests/new", REQUEST).await;
        let manager = [("email", "robin@clinic.example"), ("password", PASSWORD)];
        desk.post("/staff/sign-in", &manager)
            .await
            .leads_to("/staff");
        let made = send_again(&desk, &page).await;
        made.has_status(303);
        assert!(made.header("location").starts_with("/staff/requests/"));
    })
    .await;
}

//! Ids of other systems, and addresses, by every way in. Rows carry the id of the case that was reported.

use crate::support::platform::Client;
use crate::support::{Browser, Clinic, ORIGIN, PASSWORD, QUESTION, digits_in, on_each_database};
use axum::http::Method;
use domain::new_request::{Draft, Origin};
use service::{Administrator, Caller};

/// Ids that look like another one, or that would be cut.
const UNSEEN: [(&str, &str); 9] = [
    ("A10 zero width", "MRN-1\u{200b}"),
    ("A10 byte order mark", "\u{feff}MRN-1"),
    ("A10 soft hyphen", "MRN\u{ad}-1"),
    ("A10 mark of direction", "MRN-1\u{200e}"),
    ("A10 variation", "MRN-1\u{fe0f}"),
    ("A10 filler", "MRN-1\u{3164}"),
    ("A11 blanks", " BAD 15 "),
    ("A11 blank behind", "MRN-1 "),
    ("A11 no-break space", "\u{a0}MRN-1"),
];

async fn requests(clinic: &Clinic) -> i64 {
    let sql = "select count(*) from connect_request";
    clinic.database.number(sql).await
}

async fn upload(desk: &Browser, file: &[u8]) -> crate::support::Page {
    let start =
        "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
    let body = [start.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=edge"),
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
    ];
    let page = desk.send(Method::POST, "/staff/import", &headers, body.into());
    let page = page.await;
    page.has_status(303);
    desk.get(page.header("location")).await
}

#[tokio::test]
async fn every_origin_rejects_the_same_ids_by_name() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        let desk = clinic.manager().await;
        let client = Client::of(clinic).await;
        let by = Administrator::at_command_line(clinic.application);
        let key = clinic.services().applications().add_api_key(by, false);
        let bearer = format!("Bearer {}", key.await.expect("a key"));
        for (row, id) in UNSEEN {
            let form = [
                ("external_id", id),
                ("friendly_name", "Emma's record"),
                ("question", QUESTION),
                ("answer", "Velvet Walnut"),
                ("delivery", "letter"),
            ];
            let page = desk.post("/staff/requests/new", &form).await;
            page.has_status(422);
            assert!(page.error_at("external_id").is_some(), "desk: {row}");

            let json = serde_json::json!({
                "external_id": id, "friendly_name": "Emma", "question": QUESTION, "answer": "Velvet Walnut",
            });
            let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
            let sent = clinic.browser();
            let body = json.to_string().into();
            let page = sent.send(Method::POST, "/api/v1/connect-requests", &headers, body).await;
            page.has_status(422);
            assert!(page.body.contains("\"external_id\""), "API: {row}: {}", page.body);

            let info = format!(
                "<friendly-name>Emma</friendly-name><question>{QUESTION}</question>\
                 <answer>Velvet Walnut</answer><external-id>{id}</external-id>"
            );
            client.call(clinic, "CreateConnectRequest", 1, &info).await.is(3);

            let file = format!(
                "friendly_name,external_id,question,answer\nEmma,\"{id}\",Which boat did we sail?,Velvet Walnut\n"
            );
            let page = upload(&desk, file.as_bytes()).await;
            page.says("Row 2 external_id");
            assert_eq!(requests(clinic).await, 1, "{row}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_takes_no_id_with_hidden_signs() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        for (row, id) in UNSEEN {
            let renamed =
                clinic
                    .services()
                    .connect_requests()
                    .rename(clinic.desk(), invitation.id, id, None);
            assert!(renamed.await.is_err(), "{row}");
        }
        let wire = Caller {
            origin: Origin::Api,
            ..clinic.desk()
        };
        let draft = Draft {
            external_id: "BAD 15".into(),
            friendly_name: "Emma".into(),
            question: QUESTION.into(),
            answer: "Velvet Walnut".into(),
            ..Draft::default()
        };
        let made = clinic
            .services()
            .connect_requests()
            .create(wire, &draft, None);
        let made = made
            .await
            .map_err(|_| "refused")
            .expect("a blank inside is kept");
        assert_eq!(made.request.external_id.as_str(), "BAD 15");
    })
    .await;
}

#[tokio::test]
async fn two_forms_of_one_address_have_one_account() {
    on_each_database(async |clinic| {
        let (typed, ascii) = ("pat@müller-praxis.de", "pat@xn--mller-praxis-dlb.de");
        let browser = clinic.browser();
        let details = [("name", "Pat"), ("email", typed), ("password", PASSWORD)];
        browser
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        let digits = digits_in(&clinic.last_mail_to(ascii).await);
        browser
            .post("/create-account", &[("digits", &digits)])
            .await
            .has_status(303);
        for email in [
            typed,
            ascii,
            "PAT@MÜLLER-PRAXIS.DE",
            "pat@mu\u{308}ller-praxis.de",
        ] {
            let pair = [("email", email), ("password", PASSWORD)];
            let page = clinic.browser().post("/sign-in", &pair).await;
            assert_eq!(page.status.as_u16(), 303, "D7 {email}");
        }
        // Mails of those sign-ins leave first.
        clinic.drain().await;
        let again = clinic.browser();
        let details = [("name", "Pat"), ("email", ascii), ("password", PASSWORD)];
        again
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        let told = clinic.last_mail_to(ascii).await;
        assert_eq!(
            told.mail.subject,
            "You already have a Patient Connect account"
        );
        let people = clinic.database.number("select count(*) from person").await;
        assert_eq!(people, 1);
    })
    .await;
}

//! What people should not type, in every field of every form: the page again, the text kept, a message at the field.

use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use axum::body::Body;
use axum::http::Method;

/// A form, one of its fields, and what the others hold.
struct Field {
    path: &'static str,
    name: &'static str,
    others: &'static [(&'static str, &'static str)],
    /// Passwords are never shown again; choices are not typed.
    kept: bool,
}

const fn typed(
    path: &'static str,
    name: &'static str,
    others: &'static [(&'static str, &'static str)],
) -> Field {
    Field {
        path,
        name,
        others,
        kept: true,
    }
}

const PERSON: &[(&str, &str)] = &[
    ("name", "Pat"),
    ("email", "new@example.org"),
    ("password", PASSWORD),
];
const REQUEST: &[(&str, &str)] = &[
    ("external_id", "MRN-9"),
    ("friendly_name", "Emma's record"),
    ("question", "Which two words did we agree on?"),
    ("answer", "velvet walnut"),
    ("language", "en"),
];

const INVITED: &[(&str, &str)] = &[
    ("name", "Kim"),
    ("email", "kim@clinic.example"),
    ("role", "front-desk"),
];

const FIELDS: [Field; 18] = [
    typed("/connect", "code", &[]),
    typed("/connect/question", "answer", &[]),
    typed("/connect/record", "record_name", &[("record", "new")]),
    Field {
        path: "/connect/record",
        name: "record",
        others: &[],
        kept: false,
    },
    Field {
        path: "/connect/authorize",
        name: "decision",
        others: &[],
        kept: false,
    },
    Field {
        path: "/connect/not-me",
        name: "choice",
        others: &[],
        kept: false,
    },
    typed("/sign-in", "email", &[("password", PASSWORD)]),
    typed("/staff/sign-in", "email", &[("password", PASSWORD)]),
    typed("/create-account", "name", PERSON),
    typed("/create-account", "email", PERSON),
    typed("/forgot-password", "email", &[]),
    typed("/staff/forgot-password", "email", &[]),
    typed("/staff/team/invite", "name", INVITED),
    typed("/staff/team/invite", "email", INVITED),
    typed("/staff/requests/new", "external_id", REQUEST),
    typed("/staff/requests/new", "friendly_name", REQUEST),
    typed("/staff/requests/new", "question", REQUEST),
    typed("/staff/requests/new", "answer", REQUEST),
];

/// What no field takes.
fn refused() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("blanks", "   ".into()),
        ("a tab and a line end", "\t\n".into()),
        ("too long", "x".repeat(300)),
        ("10 kB", "ab ".repeat(3_400)),
        ("a control sign", "velvet\u{7} walnut".into()),
        ("NUL", "velvet\0walnut".into()),
        ("a line end", "velvet\r\nwalnut".into()),
        ("turned text", "velvet \u{202e}walnut".into()),
    ]
}

/// What some fields take and others do not, and none may let out as it came.
fn suspicious() -> Vec<String> {
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "{{7*7}} ${7*7} <%= 7*7 %>",
        "'; drop table person; --",
        "=cmd|' /C calc'!A0",
        "Ärztehaus 👩‍👩‍👧 é",
        "ＪＫＹＺ-QNMN",
        "%00%0d%0a",
    ]
    .map(str::to_owned)
    .into()
}

async fn send(browser: &Browser, field: &Field, text: &str) -> Page {
    let mut fields: Vec<(&str, &str)> = field.others.to_vec();
    fields.retain(|(name, _)| *name != field.name);
    fields.push((field.name, text));
    browser.post(field.path, &fields).await
}

/// As a page shows it: HTML has no NUL, and one line has no line end.
fn shown(text: &str) -> String {
    text.replace('\0', "\u{fffd}").replace("\r\n", "\n")
}

#[track_caller]
fn nothing_of_it_runs(page: &Page) {
    assert!(page.status.as_u16() < 500, "{} {}", page.path, page.status);
    assert_eq!(
        page.count("img[onerror], script:not([nonce]):not([src])"),
        0,
        "{}",
        page.path
    );
    assert!(!page.body.contains("<script>alert"), "{}", page.path);
}

/// Someone who may send every form: staff, and a person at the form's step.
async fn at(clinic: &Clinic, field: &Field, person: &Browser, number: usize) -> Browser {
    let browser = if field.path == "/create-account" || field.path == "/sign-in" {
        clinic.browser_from("198.51.100.1")
    } else {
        person.clone()
    };
    let invitation = clinic
        .invite(&format!("{}-{}-{number}", field.path, field.name))
        .await;
    match field.path {
        "/connect/question" | "/connect/not-me" => {
            browser
                .post("/connect", &[("code", &invitation.code)])
                .await
                .leads_to("/connect/question");
        }
        "/connect/record" => clinic.answer(&browser, &invitation).await,
        "/connect/authorize" => {
            clinic
                .come_to_the_decision(&browser, &invitation, "Emma")
                .await;
        }
        _ => {}
    }
    browser
}

async fn everybody(clinic: &Clinic) -> Browser {
    let browser = clinic.person("Pat", "pat@example.org").await;
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    browser
        .post("/staff/sign-in", &pair)
        .await
        .leads_to("/staff");
    let invitation = clinic.invite("MRN-first").await;
    clinic.connect(&browser, &invitation, "Pat").await;
    browser
}

#[tokio::test]
async fn what_no_field_takes_comes_back_with_a_message_and_the_text() {
    on_each_database(async |clinic| {
        let person = everybody(clinic).await;
        for field in &FIELDS {
            let browser = at(clinic, field, &person, 0).await;
            for (what, text) in refused() {
                let page = send(&browser, field, &text).await;
                let case = format!("{} in {} of {}", what, field.name, field.path);
                assert_eq!(page.status.as_u16(), 422, "{case}: {}", page.text());
                nothing_of_it_runs(&page);
                // A sign-in tells of no field what it does not tell of the pair.
                let messages = page.count(".error-summary li");
                assert!(messages >= 1, "{case}: no summary");
                let at_field = page
                    .error_at(field.name)
                    .or_else(|| page.error_at("password"));
                assert!(at_field.is_some(), "{case}: no message in {}", page.body);
                if field.kept {
                    let kept = page.kept(field.name).unwrap_or_default();
                    let whole = shown(&text);
                    assert!(whole.starts_with(&kept), "{case}: {kept:?}");
                    assert!(!kept.is_empty() || text.is_empty(), "{case}: nothing kept");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn markup_and_its_like_is_text_wherever_it_is_shown() {
    on_each_database(async |clinic| {
        let person = everybody(clinic).await;
        for field in &FIELDS {
            for (number, text) in suspicious().into_iter().enumerate() {
                let browser = at(clinic, field, &person, number + 1).await;
                let page = send(&browser, field, &text).await;
                let case = format!("{text:?} in {} of {}", field.name, field.path);
                assert!(
                    page.status.as_u16() == 303 || page.status.is_client_error(),
                    "{case}: {}",
                    page.status
                );
                nothing_of_it_runs(&page);
                if page.status.as_u16() == 303 {
                    nothing_of_it_runs(&browser.get(page.header("location")).await);
                }
                if page.status.as_u16() == 422 && field.kept {
                    assert_eq!(page.kept(field.name), Some(text), "{case}");
                }
            }
        }
        nothing_of_it_runs(&person.get("/staff/requests").await);
        nothing_of_it_runs(&person.get("/account").await);
    })
    .await;
}

#[tokio::test]
async fn passwords_are_never_shown_again() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        for (path, password) in [
            ("/sign-in", "a wrong password"),
            ("/staff/sign-in", "a wrong password"),
            ("/create-account", "short one"),
        ] {
            let fields = [
                ("name", "Pat"),
                ("email", "pat@example.org"),
                ("password", password),
            ];
            let page = browser.post(path, &fields).await;
            page.has_status(422);
            assert!(!page.body.contains(password), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_password_of_any_length_is_answered() {
    on_each_database(async |clinic| {
        for (password, message) in [
            (String::new(), "Enter your password"),
            (
                "short".into(),
                "Your password must be 10 characters or more",
            ),
            (
                "x".repeat(201),
                "Your password must be 200 characters or fewer",
            ),
            (
                "é".repeat(10_000),
                "Your password must be 200 characters or fewer",
            ),
        ] {
            let fields = [
                ("name", "Pat"),
                ("email", "pat@example.org"),
                ("password", password.as_str()),
            ];
            let page = clinic.browser().post("/create-account", &fields).await;
            page.has_status(422);
            assert!(
                page.error_at("password")
                    .expect("a message")
                    .contains(message)
            );
            let sign_in = clinic.browser().post("/sign-in", &fields[1..]).await;
            sign_in.has_status(422);
        }
    })
    .await;
}

#[tokio::test]
async fn all_problems_of_a_form_are_told_at_once() {
    on_each_database(async |clinic| {
        let page = clinic.browser().post("/create-account", &[]).await;
        assert_eq!(page.count(".error-summary li"), 3);
        for field in ["name", "email", "password"] {
            assert!(page.error_at(field).is_some(), "{field}");
        }
        let staff = everybody(clinic).await;
        let page = staff.post("/staff/requests/new", &[]).await;
        page.has_status(422);
        for field in ["external_id", "friendly_name", "question", "answer"] {
            assert!(page.error_at(field).is_some(), "{field}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_body_over_the_limit_is_too_much_on_every_form() {
    on_each_database(async |clinic| {
        let browser = everybody(clinic).await;
        let text = "x".repeat(65 * 1024);
        for field in &FIELDS {
            let page = send(&browser, field, &text).await;
            // A step that the visitor has not reached leads back before its form is read.
            if field.path.starts_with("/connect/") && page.status.as_u16() == 303 {
                continue;
            }
            assert_eq!(page.status.as_u16(), 413, "{}", field.path);
            assert_eq!(page.heading(), "The text is too long");
        }
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused_in_plain_words() {
    on_each_database(async |clinic| {
        let browser = everybody(clinic).await;
        let bodies: [&[u8]; 4] = [
            b"\xff\xfe\xfd",
            b"code=%ff%fe&answer=%ff",
            b"{\"code\": 1}",
            b"&&&===%%%",
        ];
        for field in &FIELDS {
            for body in bodies {
                let page = browser
                    .send(Method::POST, field.path, &[], Body::from(body))
                    .await;
                assert!(
                    page.status.as_u16() < 500,
                    "{} {body:?}: {}",
                    field.path,
                    page.status
                );
                assert!(
                    page.header("content-type").starts_with("text/html")
                        || page.status.as_u16() == 303
                );
            }
            let json = [("content-type", "application/json")];
            let page = browser
                .send(Method::POST, field.path, &json, Body::from("{}"))
                .await;
            assert!(page.status.as_u16() < 500, "{}", field.path);
        }
    })
    .await;
}

#[tokio::test]
async fn addresses_that_are_none_are_not_found() {
    on_each_database(async |clinic| {
        let browser = everybody(clinic).await;
        let long = format!("/staff/requests/{}", "a".repeat(8_000));
        for path in [
            "/staff/requests/x",
            "/staff/requests/00000000-0000-0000-0000-000000000007",
            "/staff/requests/%00",
            "/staff/requests/%ff",
            "/staff/requests/..%2f..",
            long.as_str(),
            "/staff/requests/x/letter",
            "/dev/mailbox",
            "/.env",
        ] {
            let page = browser.get(path).await;
            assert!(
                [400, 404].contains(&page.status.as_u16()),
                "{path}: {}",
                page.status
            );
        }
        for query in [
            "?state=nonsense",
            "?after=x",
            "?q=%00",
            "?q=%ff",
            "?state=waiting&q=%25_%27",
        ] {
            let page = browser.get(&format!("/staff/requests{query}")).await;
            assert!(page.status.as_u16() < 500, "{query}: {}", page.status);
        }
    })
    .await;
}

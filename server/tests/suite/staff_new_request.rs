//! A new request in five fields: how the patient proves it, what is too easy to guess, how the code is handed over, and
//! what happens to a code that the patient has already.

use crate::support::{ANSWER, Browser, Clinic, Page, QUESTION, on_each_database};
use domain::ids::ConnectRequestId;

const NEW: &str = "/staff/requests/new";
const EMAIL: &str = "emma@example.org";

/// The form as filled in, with these fields beside the usual ones or in their place.
async fn make(desk: &Browser, external_id: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = vec![
        ("external_id", external_id),
        ("friendly_name", "Emma's record"),
        ("proof", "question"),
        ("question", QUESTION),
        ("answer", ANSWER),
        ("delivery", "letter"),
        ("language", "en"),
    ];
    form.retain(|(name, _)| fields.iter().all(|(changed, _)| changed != name));
    form.extend(fields);
    desk.post(NEW, &form).await
}

fn made(page: &Page) -> (String, ConnectRequestId) {
    page.has_status(303);
    let path = page.header("location").to_owned();
    let id = path.rsplit('/').next().expect("an id");
    (path.clone(), id.parse().expect("an id"))
}

async fn code_of(clinic: &Clinic, id: ConnectRequestId) -> Option<String> {
    let found = clinic
        .services()
        .connect_requests()
        .find(clinic.application, id)
        .await
        .expect("read")
        .expect("a request");
    found.code.map(|code| code.to_string())
}

/// A patient enters the code and answers; whether that was right.
async fn answers(clinic: &Clinic, code: &str, answer: &str) -> bool {
    let patient = clinic.browser();
    patient
        .post("/connect", &[("code", code)])
        .await
        .leads_to("/connect/question");
    let page = patient
        .post("/connect/question", &[("answer", answer)])
        .await;
    page.status.as_u16() == 303
}

#[tokio::test]
async fn a_guessable_answer_is_explained_and_accepted_with_a_kept_reason() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let easy = [
            ("question", "What is your favourite colour?"),
            ("answer", "dark blue"),
        ];
        let page = make(&desk, "MRN-1", &easy).await;
        page.has_status(422);
        assert!(
            page.error_at("question")
                .is_some_and(|words| words.contains("only a few colours"))
        );
        assert!(
            page.error_at("answer")
                .is_some_and(|words| words.contains("only a few colours"))
        );
        assert_eq!(page.kept("answer").as_deref(), Some("dark blue"));
        assert_eq!(page.count("input[name=reason]"), 1);

        let mut reasoned = easy.to_vec();
        reasoned.push(("reason", "Nothing else stays in mind"));
        let (path, id) = made(&make(&desk, "MRN-1", &reasoned).await);
        let page = desk.get(&path).await;
        page.says("Nothing else stays in mind");
        page.says("with a reason for an easy-to-guess answer");
        let code = code_of(clinic, id).await.expect("a code");
        assert!(answers(clinic, &code, "Dark Blue").await);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_others_can_read_beside_it_is_too_easy() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for (answer, words) in [
            ("Emma's record", "is part of the name"),
            ("mrn-104427", "is part of the patient ID"),
            ("two words", "The question gives the answer away"),
            ("emma example", "is part of the email address"),
        ] {
            let fields = [("answer", answer), ("delivery", "email"), ("email", EMAIL)];
            let page = make(&desk, "MRN-104427", &fields).await;
            page.has_status(422);
            let said = page.error_at("answer").unwrap_or_default();
            assert!(said.contains(words), "{answer}: {said}");
        }
        assert!(clinic.mail().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn words_to_hand_over_are_shown_once_and_are_the_answer() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let fields = [
            ("proof", "phrase"),
            ("question", ""),
            ("answer", ""),
            ("delivery", "both"),
            ("email", EMAIL),
        ];
        let slip = make(&desk, "MRN-1", &fields).await;
        slip.has_status(200);
        assert_eq!(slip.header("cache-control"), "no-store");
        let words: Vec<String> = (1..=4)
            .filter_map(|place| slip.first(&format!(".slip li:nth-child({place})")))
            .collect();
        let phrase = words.join(" ");
        assert_eq!(words.len(), 4, "{phrase}");
        let path = slip.attributes("main a.button", "href").pop();
        let path = path.expect("the way to the request");
        let id = path.rsplit('/').next().expect("an id");
        let id: ConnectRequestId = id.parse().expect("an id");
        let code = code_of(clinic, id).await.expect("a code");
        assert!(!slip.body.contains(&code), "the slip holds no code");

        let page = desk.get(&path).await;
        page.says("Enter the secret words on your slip");
        let letter = desk.get(&format!("{path}/letter")).await;
        let mail = clinic.last_mail_to(EMAIL).await.mail;
        // One word alone may be in the markup.
        let begins = words[..2].join(" ");
        for text in [&page.body, &letter.body, &mail.text, &mail.html] {
            assert!(!text.contains(&begins));
        }
        let patient = clinic.browser();
        patient
            .post("/connect", &[("code", &code)])
            .await
            .leads_to("/connect/question");
        patient
            .get("/connect/question")
            .await
            .says("What are the secret words your clinic gave you?");
        assert!(!answers(clinic, &code, "teapot teapot teapot teapot").await);
        let typed = format!(" {} ", words.join("  ").to_uppercase());
        assert!(answers(clinic, &code, &typed).await);
    })
    .await;
}

#[tokio::test]
async fn two_requests_have_different_words() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let mut phrases = std::collections::BTreeSet::new();
        for external_id in ["MRN-1", "MRN-2", "MRN-3"] {
            let slip = make(&desk, external_id, &[("proof", "phrase")]).await;
            phrases.insert(slip.first(".slip ol"));
        }
        assert_eq!(phrases.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn mail_goes_out_where_it_was_chosen_and_nowhere_else() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for (external_id, delivery, mailed) in [
            ("MRN-1", "letter", 0),
            ("MRN-2", "email", 1),
            ("MRN-3", "both", 2),
        ] {
            let fields = [("delivery", delivery), ("email", EMAIL)];
            made(&make(&desk, external_id, &fields).await);
            assert_eq!(clinic.mail().await.len(), mailed, "{delivery}");
        }
        for delivery in ["email", "both"] {
            let fields = [("delivery", delivery), ("email", "")];
            let page = make(&desk, "MRN-4", &fields).await;
            page.has_status(422);
            assert_eq!(
                page.error_at("email").as_deref(),
                Some("Error: Enter an email address, or choose a letter")
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_is_mailed_later_says_both() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (path, id) = made(&make(&desk, "MRN-1", &[]).await);
        desk.get(&path).await.says("Delivery Letter");
        let id = id.to_string();
        desk.post(
            "/staff/requests/send-email",
            &[("connect_request", id.as_str()), ("email", EMAIL)],
        )
        .await
        .leads_to(&path);
        desk.get(&path).await.says("Delivery Letter and email");
    })
    .await;
}

#[tokio::test]
async fn a_code_that_the_patient_has_already_is_replaced_with_what_was_typed() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let old = clinic.invite("MRN-1").await;
        let typed = [
            ("question", "What did you call the boat you sailed?"),
            ("answer", "Nancy Blackett"),
        ];
        let page = make(&desk, "MRN-1", &typed).await;
        page.has_status(409);
        page.says("This patient already has a code, created on 4 May 2026");
        assert_eq!(page.kept("answer").as_deref(), Some("Nancy Blackett"));
        let holder = page.attributes("input[name=replaces]", "value");
        assert_eq!(holder, [old.id.to_string()]);

        let mut again = typed.to_vec();
        again.push(("replaces", holder[0].as_str()));
        let (_, id) = made(&make(&desk, "MRN-1", &again).await);
        assert_ne!(id, old.id);
        desk.get(&format!("/staff/requests/{}", old.id))
            .await
            .says("A newer code has replaced it.");
        let code = code_of(clinic, id).await.expect("a code");
        assert!(!answers(clinic, &code, ANSWER).await);
        assert!(answers(clinic, &code, "nancy blackett").await);
        let patient = clinic.browser();
        patient.post("/connect", &[("code", &old.code)]).await;
        let page = patient.get("/connect/question").await;
        page.says("has given you a newer code");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_replaced_but_the_request_that_holds_the_id() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let holder = clinic.invite("MRN-1").await;
        let other = clinic.invite("MRN-2").await;
        for replaces in [other.id.to_string(), "../7".to_owned()] {
            let page = make(&desk, "MRN-1", &[("replaces", &replaces)]).await;
            page.has_status(409);
            assert_eq!(
                page.attributes("input[name=replaces]", "value"),
                [holder.id.to_string()]
            );
        }
        let other_id = other.id.to_string();
        made(&make(&desk, "MRN-3", &[("replaces", &other_id)]).await);
        for id in [holder.id, other.id] {
            assert!(code_of(clinic, id).await.is_some(), "still works");
        }
        // A form that is refused for another reason replaces nothing, and keeps the choice.
        let id = holder.id.to_string();
        let fields = [("replaces", id.as_str()), ("answer", "")];
        let page = make(&desk, "MRN-1", &fields).await;
        page.has_status(422);
        assert_eq!(page.count("input[name=replaces][checked]"), 1);
        assert!(code_of(clinic, holder.id).await.is_some());
    })
    .await;
}

#[tokio::test]
async fn choices_that_the_form_does_not_have_are_refused_and_nothing_is_made() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for field in ["proof", "delivery"] {
            let page = make(&desk, "MRN-1", &[(field, "pigeon")]).await;
            page.has_status(422);
            page.says("We could not read this form");
        }
        made(&make(&desk, "MRN-1", &[]).await);
    })
    .await;
}

/// What the page is told while the form is still being filled in.
async fn told(desk: &Browser, external_id: &str) -> Page {
    let asked = [("external_id", external_id)];
    let page = desk.post("/staff/requests/holder", &asked).await;
    page.has_status(200);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-store");
    page
}

#[tokio::test]
async fn a_clinic_id_that_is_taken_is_told_before_the_form_is_sent() {
    on_each_database(async |clinic| {
        let holder = clinic.invite("MRN-1").await;
        let other = clinic.another_application().await;
        let role = domain::staff::Role::FrontDesk;
        clinic
            .colleague_at(other, "Lee", "lee@other.example", role)
            .await;
        let lee = clinic.at_the_desk("lee@other.example").await;
        let desk = clinic.manager().await;
        let before = clinic.database.dump().await;

        for typed in ["MRN-1"] {
            let page = told(&desk, typed).await;
            page.says("This patient already has a code, created on 4 May 2026");
            let show = format!("a[href='/staff/requests/{}']", holder.id);
            assert_eq!(page.count(&show), 1, "{typed}");
            assert_eq!(page.kept("replaces"), Some(holder.id.to_string()));
            assert_eq!(page.count("input[checked]"), 0);
            assert!(!page.body.contains("<html"), "{}", page.body);
        }
        let long = "x".repeat(256);
        for typed in [
            "MRN-2",
            "mrn-1",
            " MRN-1 ",
            "",
            "  ",
            "\0",
            "MRN\u{202e}1",
            &long,
        ] {
            assert_eq!(told(&desk, typed).await.body, "", "{typed:?}");
        }
        assert_eq!(told(&lee, "MRN-1").await.body, "", "another clinic's");
        assert_eq!(clinic.database.dump().await, before);

        clinic.withdraw(&holder).await;
        assert_eq!(told(&desk, "MRN-1").await.body, "");
    })
    .await;
}

#[tokio::test]
async fn what_the_page_is_told_early_replaces_as_what_it_is_told_late() {
    on_each_database(async |clinic| {
        let holder = clinic.invite("MRN-1").await;
        let desk = clinic.manager().await;
        let early = told(&desk, "MRN-1").await;
        let late = make(&desk, "MRN-1", &[]).await;
        late.has_status(409);
        assert_eq!(early.kept("replaces"), late.kept("replaces"));
        let place = "[data-asks='/staff/requests/holder']";
        assert_eq!(late.attributes(place, "data-about"), ["MRN-1"]);
        let replaces = early.kept("replaces").expect("a box to tick");
        made(&make(&desk, "MRN-1", &[("replaces", &replaces)]).await);
        assert!(!answers(clinic, &holder.code, ANSWER).await);
    })
    .await;
}

//! What the form for a new request says, at the desk and in the patient's hands.

use super::{all, say};
use crate::pages::samples::MAY;
use crate::pages::staff::requests::new_request;
use crate::pages::staff::samples;
use crate::pages::tests::{page_named, tags, text, values};
use domain::guessable::Guessable;
use domain::ids::ConnectRequestId;
use domain::new_request::{Draft, Field};
use domain::zone::Zone;
use uuid::Uuid;
use words::Wording;

#[test]
fn a_new_staff_request_says_what_to_correct() {
    say(&[
        (
            "staff-new",
            "Birthdays, colours and pets are easy to guess.",
        ),
        ("staff-new-empty", "Enter the patient ID"),
        (
            "staff-new-long",
            "The reason must be 200 characters or fewer",
        ),
        (
            "staff-new-invisible",
            "The question contains a hidden character.",
        ),
        (
            "staff-new-shape",
            "Enter an email address like name@example.org",
        ),
        (
            "staff-new-short",
            "The answer is shorter than 6 characters.",
        ),
        (
            "staff-new-guessable",
            "There are only a few colours to guess. Choose another answer",
        ),
        (
            "staff-new-guessable",
            "There are only a few colours to guess. Choose another question",
        ),
        ("staff-new-guessable", "Reason for using it anyway"),
        (
            "staff-new-taken",
            "This patient already has a code, created on 3 May 2026",
        ),
        (
            "staff-new-taken",
            "View it Replace it The old code stops working.",
        ),
        ("staff-new-may-not-mobile", "is a mobile app"),
        ("staff-new-may-not-methods", "not allowed to create codes"),
        (
            "staff-new-unavailable",
            "No code was created. What you typed is still here.",
        ),
    ]);
}

#[test]
fn staff_fields_of_a_new_request_come_in_the_order_of_the_conversation() {
    let pages = all();
    let names = |page: &str| -> Vec<String> {
        tags(page_named(&pages, page), "input")
            .into_iter()
            .flat_map(|field| values(field, "name"))
            .map(str::to_owned)
            .collect()
    };
    let first = [
        "external_id",
        "friendly_name",
        "proof",
        "question",
        "answer",
        "proof",
        "proof",
        "delivery",
        "delivery",
        "delivery",
        "email",
    ];
    assert_eq!(names("staff-new"), first);
    let mut with_reason = first.to_vec();
    with_reason.insert(5, "reason");
    assert_eq!(names("staff-new-short"), with_reason);
    let mut replacing = first.to_vec();
    replacing.insert(1, "replaces");
    assert_eq!(names("staff-new-taken"), replacing);
    let selects = tags(page_named(&pages, "staff-new"), "select");
    assert_eq!(values(selects[0], "name"), ["language"]);
}

#[test]
fn a_reason_once_given_by_staff_stays_on_the_form() {
    let view = new_request::View {
        draft: Draft {
            reason: "They insist".into(),
            ..samples::draft()
        },
        error: None,
    };
    let html = new_request::page(&samples::robin(), &view).html;
    assert!(html.contains("value=\"They insist\""));
    assert!(html.contains(&format!("name=\"{}\"", Field::Reason.name())));
}

#[test]
fn choices_on_a_new_staff_request_stay_selected() {
    let pages = all();
    let checked = |name: &str| -> Vec<String> {
        tags(page_named(&pages, name), "input")
            .into_iter()
            .filter(|field| field.contains(" checked"))
            .flat_map(|field| values(field, "value"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(checked("staff-new"), ["question", "letter"]);
    assert_eq!(checked("staff-new-phrase"), ["phrase", "letter"]);
    assert_eq!(checked("staff-new-typed"), ["typed", "email"]);
    assert_eq!(
        checked("staff-new-replacing"),
        ["00000000-0000-0000-0000-000000000001", "question", "both"]
    );
    assert_eq!(checked("staff-new-taken"), ["question", "email"]);
}

#[test]
fn a_patient_with_the_staff_screen_reaches_staff_by_password_only() {
    say(&[
        (
            "staff-handed-over",
            "Nobody at City Clinic can read it, now or later.",
        ),
        ("staff-handed-over-empty", "Enter a question"),
        (
            "staff-handed-over-guessable",
            "is part of the name, which anyone may read",
        ),
        (
            "staff-handed-over-taken",
            "You did nothing wrong. Give the screen back to City Clinic",
        ),
        (
            "staff-handed-over-unavailable",
            "What you typed is still here",
        ),
        (
            "staff-handed-over-done",
            "Thank you Give the screen back to City Clinic.",
        ),
        ("staff-hand-back-wrong", "The password is wrong"),
        ("staff-hand-back-locked", "Wait 2 minutes and try again"),
    ]);
    for (name, html) in all() {
        if name.starts_with("staff-hand") {
            assert!(!html.contains("<nav"), "{name}");
            assert!(!html.contains("name=\"reason\""), "{name}");
            for link in values(&html, "href") {
                let own = ["/staff/handed-over", "/staff/hand-back"].contains(&link);
                assert!(own || !link.starts_with("/staff"), "{name}: {link}");
            }
        }
    }
}

#[test]
fn the_slip_has_the_words_but_neither_code_nor_link() {
    let pages = all();
    let html = page_named(&pages, "staff-phrase");
    say(&[
        ("staff-phrase", "velvet walnut teapot island"),
        ("staff-phrase", "These words are shown only once"),
        ("staff-phrase", "You will be asked for these words"),
    ]);
    for gone in ["identity-code", "connect#"] {
        assert!(!html.contains(gone), "{gone}");
    }
}

#[test]
fn every_reason_why_a_pair_is_easy_to_guess_has_its_words_for_staff() {
    let words: std::collections::BTreeSet<Wording> = Guessable::ALL
        .map(|why| words::t!("new-guessable", why = why.name(), min = 6))
        .into();
    // The two about colours differ in what to correct; no two are alike.
    assert_eq!(words.len(), Guessable::ALL.len());
}

#[test]
fn a_taken_id_links_staff_to_the_request_that_has_it() {
    let pages = all();
    let html = page_named(&pages, "staff-new-taken");
    assert!(html.contains("href=\"/staff/requests/00000000-0000-0000-0000-000000000001\""));
}

#[test]
fn a_taken_id_typed_by_staff_shows_the_same_words_as_the_sent_form() {
    let holder = ConnectRequestId(Uuid::from_u128(1));
    let piece = new_request::holder_of_typed(Some((holder, MAY)), Zone::UTC);
    assert!(!piece.contains("<html"), "{piece}");
    let said = text(&piece);
    assert_eq!(
        said,
        "This patient already has a code, created on 3 May 2026 View it Replace it The old code stops working. Anyone already \
         connected stays connected."
    );
    let pages = all();
    let sent = text(page_named(&pages, "staff-new-taken"));
    let (words, choices) = said.split_once(" View it").expect("two ways");
    assert!(sent.contains(words) && sent.contains(choices));
    assert_eq!(new_request::holder_of_typed(None, Zone::UTC), "");
}

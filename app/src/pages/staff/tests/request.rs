//! What one request and its letter say.

use super::{all, say};
use crate::pages::staff::requests::request;
use crate::pages::staff::samples;
use crate::pages::tests::{page_named, tags, text, values};
use words::Wording;

#[test]
fn a_staff_request_shows_its_status_and_what_to_do() {
    say(&[
        (
            "staff-request-mail-sent",
            "JKYZ - QNMN - VHRX - ZGNR - GZNF",
        ),
        ("staff-request-mail-sent", "JKYZ Juliett Kilo Yankee Zulu"),
        (
            "staff-request-mail-sent",
            "Go to connect.example.org/connect, or open the link",
        ),
        (
            "staff-request-mail-sent",
            "The code expires on Sunday 31 May 2026.",
        ),
        ("staff-request-mail-sent", "Send email again"),
        ("staff-request-mail-none", "Send email"),
        (
            "staff-request-mail-none",
            "point your phone camera at the QR code in your letter",
        ),
        ("staff-request-mail-failed", "The mail server rejected it."),
        (
            "staff-request-mail-unknown",
            "You can safely send it again: at worst, they get the same code twice.",
        ),
        ("staff-request-mail-queued", "This page shows the result"),
        (
            "staff-request-mail-late",
            "We will keep trying for more than a day.",
        ),
        (
            "staff-request-mail-late",
            "who runs your email: “450 greylisted”",
        ),
        (
            "staff-request-connected",
            "Anyone already connected stays connected.",
        ),
        (
            "staff-request-connected",
            "See weight So that we know what you take Not agreed.",
        ),
        ("staff-request-connected", "There is nothing for you to do."),
        ("staff-request-mail-none", "Nothing has been sent yet."),
        (
            "staff-request-mail-sent",
            "It works until Sunday 31 May 2026, 27 days from now.",
        ),
        ("staff-over-ended", "It expired before anyone used it."),
        ("staff-over-stopped", "The answer was wrong too many times,"),
        ("staff-over-refused", "said it was not for them"),
        ("staff-over-replaced", "A newer code has replaced it."),
        ("staff-over-deleted", "The request was cancelled."),
        ("staff-over-connected", "It was used and has since expired."),
    ]);
}

#[test]
fn a_staff_requests_link_can_be_selected_copied_and_scanned() {
    let pages = all();
    let html = page_named(&pages, "staff-request-mail-sent");
    let fields = tags(html, "input");
    let link = fields
        .iter()
        .find(|field| values(field, "id") == ["link"])
        .expect("a field");
    let address = "https://connect.example.org/connect#JKYZ-QNMN-VHRX-ZGNR-GZNF";
    assert_eq!(values(link, "value"), [address]);
    assert!(link.contains(" readonly"), "{link}");
    assert_eq!(
        html.matches("aria-label=\"QR code for the patient link\"")
            .count(),
        1
    );
    assert_eq!(values(html, "data-copies"), ["code", "link"]);
    for part in values(html, "data-copies") {
        assert!(values(html, "id").contains(&part), "{part}");
    }
    let hidden = tags(html, "p").into_iter();
    let hidden = hidden.filter(|part| part.contains("class=\"copy\""));
    assert!(hidden.into_iter().all(|part| part.contains(" hidden")));
}

#[test]
fn a_staff_request_without_a_code_has_nothing_to_copy() {
    for (name, html) in all() {
        let code = html.contains("class=\"code-line\"");
        assert_eq!(code, html.contains("data-copies"), "{name}");
        assert_eq!(code, html.contains("id=\"link\""), "{name}");
    }
}

#[test]
fn a_staff_request_says_why_a_thing_was_not_done() {
    say(&[
        (
            "staff-problem-email-empty",
            "Enter the patient’s email address",
        ),
        (
            "staff-problem-code-over",
            "There is no working code to send.",
        ),
        (
            "staff-problem-already-queued",
            "An email is already being sent.",
        ),
        ("staff-problem-may-not-send", "not allowed to create codes"),
        ("staff-problem-unavailable", "Nothing was changed."),
        (
            "staff-rename-taken",
            "This patient ID already has a code, created on 3 May 2026",
        ),
        (
            "staff-rename-taken",
            "View the request with this patient ID",
        ),
        ("staff-rename-invisible", "contains a hidden character"),
        (
            "staff-problem-is-connected",
            "you cannot cancel the request",
        ),
        (
            "staff-problem-is-over",
            "already been cancelled or replaced",
        ),
    ]);
}

#[test]
fn staff_see_replace_and_cancel_only_where_each_is_possible() {
    let pages = all();
    for (name, reissue, cancel) in [
        ("staff-request-mail-sent", true, true),
        ("staff-request-connected", true, false),
        ("staff-over-ended", true, true),
        ("staff-over-stopped", true, true),
        ("staff-over-refused", true, true),
        ("staff-over-replaced", false, false),
        ("staff-over-deleted", false, false),
    ] {
        let html = page_named(&pages, name);
        assert_eq!(html.contains("/reissue\""), reissue, "{name}");
        assert_eq!(html.contains("/cancel\""), cancel, "{name}");
    }
}

#[test]
fn a_connected_request_shows_its_code_only_when_asked() {
    let pages = all();
    let html = page_named(&pages, "staff-request-connected");
    for gone in ["identity-code", "class=\"qr\"", "send-email", "connect#"] {
        assert!(!html.contains(gone), "{gone}");
    }
    assert!(html.contains("?show=code\""));
    let shown = page_named(&pages, "staff-request-shown-again");
    assert!(shown.contains("identity-code") && !shown.contains("?show=code\""));
}

#[test]
fn a_stopped_request_has_the_form_for_a_new_question_filled_in() {
    let pages = all();
    let fields = |name| -> Vec<String> {
        let fields = tags(page_named(&pages, name), "input").into_iter();
        fields
            .flat_map(|field| values(field, "name"))
            .map(str::to_owned)
            .collect()
    };
    let html = page_named(&pages, "staff-request-stopped");
    assert!(html.contains("value=\"The first boat you sailed?\""));
    assert!(html.contains("name=\"replaces\"") && html.contains("value=\"maria@example.org\""));
    assert!(fields("staff-request-stopped").contains(&"answer".to_owned()));
    for unseen in [
        "staff-request-stopped-typed",
        "staff-request-stopped-phrase",
    ] {
        for field in ["question", "answer"] {
            assert!(!fields(unseen).contains(&field.to_owned()), "{unseen}");
        }
    }
}

#[test]
fn a_page_has_one_primary_button_at_most() {
    for (name, html) in all() {
        let primary = html.matches("class=\"button\"").count();
        assert!(primary <= 1 || !name.starts_with("staff-request"), "{name}");
    }
}

#[test]
fn a_requests_title_names_the_patients_id() {
    let pages = all();
    for name in ["staff-request-mail-sent", "staff-over-ended"] {
        let title = "<title>MRN-10442: Emma&#x27;s record – Patient Connect</title>";
        let plain = "<title>MRN-10442: Emma's record – Patient Connect</title>";
        let html = page_named(&pages, name);
        assert!(html.contains(title) || html.contains(plain), "{name}");
    }
}

#[test]
fn staff_see_no_code_no_letter_and_no_mail_once_the_code_is_over() {
    for (name, html) in all() {
        if name.starts_with("staff-over-") {
            for gone in ["identity-code", "/letter\"", "send-email", "connect#"] {
                assert!(!html.contains(gone), "{name}: {gone}");
            }
        }
    }
}

#[test]
fn staff_cannot_send_while_a_mail_is_on_its_way() {
    let pages = all();
    assert!(!page_named(&pages, "staff-request-mail-queued").contains("send-email"));
    assert!(page_named(&pages, "staff-request-mail-unknown").contains("send-email"));
}

#[test]
fn every_letter_of_a_code_has_its_own_word_for_staff_to_spell() {
    let words: std::collections::BTreeSet<Wording> = domain::identity_code::ALPHABET
        .chars()
        .map(|letter| {
            let word = words::t!("spelling", letter = letter.to_string());
            assert!(word.starts_with(letter), "{letter}: {word}");
            word
        })
        .collect();
    assert_eq!(words.len(), 20);
}

#[test]
fn a_mail_for_a_code_that_is_over_reads_as_nothing_to_send() {
    let view = request::View {
        problem: Some(request::Problem::CodeOver),
        ..samples::waiting()
    };
    let html = request::page(&samples::robin(), &view).html;
    assert!(text(&html).contains("There is no working code to send."));
}

#[test]
fn the_staff_letter_is_complete_and_its_title_names_no_patient() {
    let pages = all();
    let html = page_named(&pages, "staff-letter");
    let words = text(html);
    for part in [
        "City Clinic",
        "Phone 020 7946 0123",
        "3 May 2026",
        "This is for Emma's record",
        "open this address: connect.example.org/connect",
        "Point your phone camera here",
        "JKYZ - QNMN - VHRX - ZGNR - GZNF",
        "This code expires on Sunday 31 May 2026",
        "You will be asked the question you agreed with us. To keep it safe, it is not printed here.",
        "Not expecting this? Call us on 020 7946 0123",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(html.contains("<title>Letter from City Clinic – Patient Connect</title>"));
    assert_eq!(html.matches("<svg").count(), 1);
    assert_eq!(html.matches("<ol>").count(), 1);
    let (_, steps) = html.split_once("<ol>").expect("steps");
    let (steps, _) = steps.split_once("</ol>").expect("their end");
    assert_eq!(steps.matches("<li>").count(), 3);
}

#[test]
fn the_staff_letter_offers_large_print_and_files_or_says_why_not() {
    say(&[
        ("staff-letter", "Show large print"),
        ("staff-letter-large", "Show normal print"),
        ("staff-letter", "Download PDF (A4) Download PDF (US Letter)"),
        (
            "staff-letter-unprintable",
            "The PDF font does not have the character “字”. Print this page from your browser",
        ),
        ("staff-letter-broken", "The PDF could not be created."),
    ]);
    let pages = all();
    let large = page_named(&pages, "staff-letter-large");
    assert!(large.contains("class=\"letter large\""));
    assert!(large.contains("letter.pdf?paper=a4&amp;large=yes"));
    assert!(!page_named(&pages, "staff-letter").contains("large\">"));
}

#[test]
fn staff_are_asked_before_a_code_is_replaced_or_cancelled() {
    say(&[
        ("staff-confirm-replace-letter", "Replace this code?"),
        (
            "staff-confirm-replace-letter",
            "The old code stops working immediately",
        ),
        ("staff-confirm-replace-letter", "You print the new letter"),
        (
            "staff-confirm-replace-email",
            "We email the new code to emma@example.org",
        ),
        (
            "staff-confirm-replace-connected",
            "The patient stays connected",
        ),
        ("staff-confirm-replace-changed", "Nothing was done"),
        ("staff-confirm-cancel", "Cancel this request?"),
        (
            "staff-confirm-cancel",
            "You can use the patient ID MRN-1 again for a new request",
        ),
        ("staff-confirm-cancel-changed", "Nothing was done"),
    ]);
    let pages = all();
    let letter = page_named(&pages, "staff-confirm-replace-letter");
    assert!(!text(letter).contains("We email"));
    let email = page_named(&pages, "staff-confirm-replace-email");
    assert!(!text(email).contains("You print"));
}

#[test]
fn a_replaced_code_says_so_and_offers_its_letter() {
    say(&[
        ("staff-request-just-replaced", "The code was replaced"),
        ("staff-request-just-replaced", "Print the new letter"),
        ("staff-request-just-replaced-email", "We email the new code"),
        (
            "staff-request-just-replaced-both",
            "Print the new letter too",
        ),
    ]);
    let pages = all();
    let page = page_named(&pages, "staff-request-just-replaced");
    assert!(page.contains("/letter\""));
}

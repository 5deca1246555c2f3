//! What each of the desk's pages says in each state; what holds for all pages is tested with all of them.

use super::samples::{self, MARKUP};
use super::{new_request, request, sign_in};
use crate::domain::guessable::Guessable;
use crate::domain::ids::ConnectRequestId;
use crate::domain::new_request::{Draft, Field};
use crate::pages::samples::MAY;
use crate::pages::tests::{page_named, tags, text, values};
use uuid::Uuid;

fn all() -> Vec<(String, String)> {
    samples::all()
        .into_iter()
        .map(|(name, page)| (name, page.html))
        .collect()
}

/// Each page shows its words.
fn say(expected: &[(&str, &str)]) {
    let pages = all();
    for (name, words) in expected {
        let shown = text(page_named(&pages, name));
        assert!(shown.contains(words), "{name}: {shown}");
    }
}

#[test]
fn the_staff_door_and_list_say_what_to_do() {
    say(&[
        (
            "staff-sign-in-wrong",
            "The email address or the password is not right",
        ),
        ("staff-sign-in-locked", "Wait 2 minutes and try again"),
        (
            "staff-list-empty",
            "Choose “New request”: five fields, about a minute.",
        ),
        (
            "staff-list-none-found",
            "No request fits your search Show all requests",
        ),
        ("staff-list", "All 1000+"),
        ("staff-list", "Waiting 38"),
        ("staff-list", "Ending within 5 days 4"),
        ("staff-list", "Email not delivered 3"),
        ("staff-list", "Ends within a day"),
        ("staff-list", "Nadia MRN-10452 Waiting"),
        ("staff-list", "Not sent yet, trying again"),
        ("staff-list", "2 days left"),
        ("staff-list-filtered", "First page Previous page Next page"),
        (
            "staff-list-no-mail-trouble",
            "No request fits your search Show all requests",
        ),
    ]);
}

#[test]
fn the_staff_callback_page_says_how_the_last_call_went() {
    say(&[
        ("staff-callback-never", "We have not called yet."),
        (
            "staff-callback-taken",
            "3 May 2026, 09:14: your system took the call.",
        ),
        ("staff-callback-refused", "answered with status 500"),
        (
            "staff-callback-refused",
            "We call again by 3 May 2026, 10:14",
        ),
        ("staff-callback-inward", "leads into a private network"),
        ("staff-callback-unreachable", "nobody answered there"),
        ("staff-callback-slow", "took longer than 10 seconds"),
        ("staff-callback-secret", "Copy the secret of your calls now"),
        ("staff-callback-shape", "Enter an address like https://"),
    ]);
}

#[test]
fn the_staff_doors_lock_and_account_say_what_to_do() {
    say(&[
        ("staff-code-App", "I cannot use my authenticator"),
        (
            "staff-code-App-Some(Wrong)",
            "This code is not right, or was used before.",
        ),
        ("staff-code-Recovery", "They look like JKYZ-QNMN-VHRX."),
        ("staff-authenticator-at-door", "JBSW Y3DP EHPK 3PXP"),
        (
            "staff-authenticator-replaces",
            "The authenticator you have now stops working",
        ),
        (
            "staff-authenticator-recovery-codes",
            "They are shown this once",
        ),
        ("staff-account", "You have none."),
        ("staff-account-authenticator", "since 3 May 2026"),
        (
            "staff-account-few-codes",
            "You have 3 recovery codes left. Make new ones before you need them.",
        ),
        ("staff-account-no-codes", "You have no recovery codes left."),
        ("staff-locked", "Nobody worked here for 15 minutes."),
        ("staff-locked-Kept", "What you typed is kept."),
        ("staff-locked-TooLarge", "too large to be kept"),
        (
            "staff-locked-Locked { minutes: 2 }",
            "Wait 2 minutes and try again",
        ),
    ]);
}

#[test]
fn settings_say_all_that_is_wrong_and_show_what_patients_see() {
    say(&[
        (
            "staff-settings-all-wrong",
            "its contrast is 3.2 to 1, and it takes 4.5 to 1. The nearest darker one that reads is #4a84b4",
        ),
        (
            "staff-settings-all-wrong",
            "“Days until a code ends” takes a number from 1 to 90",
        ),
        ("staff-settings", "What patients see"),
        (
            "staff-settings",
            "You are connected to <b>Emma</b> & \"co\"",
        ),
        ("staff-settings-accent-shape", "like #0d5f58"),
        ("staff-settings-logo-Heavy", "larger than 160 kB"),
        ("staff-settings-logo-Large", "more than 2000 pixels"),
        ("staff-settings-logo-NoPicture", "Save your logo as PNG"),
    ]);
    let pages = all();
    let sheets = values(page_named(&pages, "staff-settings"), "href");
    assert!(sheets.contains(&"/clinic/accent/7a0019.css"), "{sheets:?}");
}

#[test]
fn the_overviews_picture_and_table_show_the_same_numbers() {
    let pages = all();
    let html = page_named(&pages, "staff-overview");
    let numbers: Vec<u64> = html
        .split("<td ")
        .skip(1)
        .filter_map(|cell| cell.split_once('>'))
        .map(|(_, cell)| cell.split(|sign: char| !sign.is_ascii_digit()).next())
        .map(|number| {
            number
                .and_then(|number| number.parse().ok())
                .expect("a number")
        })
        .collect();
    // The table begins with the latest month; what was mailed has no bar.
    let months = numbers.chunks(4).rev();
    let counts: Vec<u64> = months
        .flat_map(|month| [month[0], month[2], month[3]])
        .collect();
    let most = *counts.iter().max().expect("counts");
    let heights: Vec<u64> = tags(html, "rect")
        .iter()
        .map(|bar| values(bar, "height")[0].parse().expect("a height"))
        .collect();
    let expected: Vec<u64> = counts
        .iter()
        .map(|count| (count * 120).div_ceil(most))
        .collect();
    assert!(most > 0);
    assert_eq!(heights, expected);
}

#[test]
fn a_new_staff_request_says_what_to_mend() {
    say(&[
        (
            "staff-new",
            "Birthdays, colours and pets are easy to guess.",
        ),
        ("staff-new-empty", "Enter the clinic ID of the patient"),
        (
            "staff-new-long",
            "The reason is too long. It can have 200 characters at most",
        ),
        (
            "staff-new-invisible",
            "The question has a sign in it that cannot be seen.",
        ),
        (
            "staff-new-shape",
            "Enter an email address like name@example.org",
        ),
        ("staff-new-short", "The answer has fewer than 6 characters."),
        (
            "staff-new-guessable",
            "There are only a few colours to try. Choose another answer",
        ),
        (
            "staff-new-guessable",
            "There are only a few colours to try. Choose another question",
        ),
        (
            "staff-new-guessable",
            "Why this is good enough all the same",
        ),
        (
            "staff-new-taken",
            "This patient already has a code from 3 May 2026",
        ),
        (
            "staff-new-taken",
            "Show it Replace it The old code never works again.",
        ),
        ("staff-new-may-not-mobile", "is a mobile one"),
        ("staff-new-may-not-methods", "switched off"),
        (
            "staff-new-unavailable",
            "No code was made, and what you typed is kept.",
        ),
    ]);
}

#[test]
fn a_staff_request_says_how_it_stands_and_what_to_do() {
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
            "The code ends on Sunday 31 May 2026.",
        ),
        ("staff-request-mail-sent", "Send email again"),
        ("staff-request-mail-none", "Send email"),
        (
            "staff-request-mail-failed",
            "The mail server would not take it.",
        ),
        (
            "staff-request-mail-unknown",
            "Sending again is safe: at worst they get the same code twice.",
        ),
        (
            "staff-request-mail-queued",
            "Open this page again in a minute",
        ),
        (
            "staff-request-mail-late",
            "We try again for more than a day.",
        ),
        (
            "staff-request-mail-late",
            "what went wrong: “450 greylisted”",
        ),
        (
            "staff-request-connected",
            "Who is connected now stays connected.",
        ),
        ("staff-over-ended", "Nobody used it in time."),
        ("staff-over-stopped", "The answer was wrong too many times."),
        ("staff-over-refused", "said that it was not meant for them"),
        ("staff-over-replaced", "A newer code took its place."),
        ("staff-over-deleted", "It was cancelled."),
        ("staff-over-connected", "It was used, and its time is over."),
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
        html.matches("aria-label=\"QR code of the link\"").count(),
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
        let code = html.contains("class=\"code-large\"");
        assert_eq!(code, html.contains("data-copies"), "{name}");
        assert_eq!(code, html.contains("id=\"link\""), "{name}");
    }
}

#[test]
fn whoever_types_a_staff_requests_taken_clinic_id_is_told_in_the_words_of_the_form() {
    let holder = ConnectRequestId(Uuid::from_u128(1));
    let piece = new_request::holder_of_typed(Some((holder, MAY)));
    assert!(!piece.contains("<html"), "{piece}");
    let said = text(&piece);
    assert_eq!(
        said,
        "This patient already has a code from 3 May 2026 Show it Replace it The old code never works again. Who is \
         connected by it stays connected."
    );
    let pages = all();
    let sent = text(page_named(&pages, "staff-new-taken"));
    let (words, choices) = said.split_once(" Show it").expect("two ways");
    assert!(sent.contains(words) && sent.contains(choices));
    assert_eq!(new_request::holder_of_typed(None), "");
}

#[test]
fn a_staff_request_says_why_a_thing_was_not_done() {
    say(&[
        (
            "staff-problem-email-empty",
            "Enter the email address to send the code to",
        ),
        (
            "staff-problem-code-over",
            "There is no working code to send.",
        ),
        (
            "staff-problem-already-queued",
            "An email is already on its way.",
        ),
        ("staff-problem-may-not-send", "switched off"),
        ("staff-problem-not-sent", "Nothing was changed."),
        (
            "staff-problem-renamed-taken",
            "This clinic ID already has a code from 3 May 2026",
        ),
        (
            "staff-problem-renamed-taken",
            "Show the request that holds this clinic ID",
        ),
        (
            "staff-problem-renamed-invisible",
            "has a sign in it that cannot be seen",
        ),
        ("staff-problem-is-connected", "so it cannot be cancelled"),
        (
            "staff-problem-is-over",
            "cancelled or replaced in the meantime",
        ),
    ]);
}

#[test]
fn staff_see_both_clinic_ids_before_they_become_one() {
    say(&[
        ("staff-merge", "Which clinic ID stays?"),
        (
            "staff-merge-both",
            "Are MRN-10442 and P-204-77 the same patient?",
        ),
        (
            "staff-merge-both",
            "2 records are connected, the latest since 6 May 2026.",
        ),
        (
            "staff-merge-both",
            "The code of MRN-10442 never works again",
        ),
        (
            "staff-merge-alone",
            "The code of MRN-10442 goes on under P-204-77.",
        ),
        (
            "staff-merge-different",
            "They are connected by different people",
        ),
        ("staff-merge-unticked", "Tick the box"),
        ("staff-merge-empty", "Enter the clinic ID that stays"),
        ("staff-merge-same", "Enter the other one, which stays"),
        ("staff-merge-over", "Nothing was made one."),
    ]);
    let pages = all();
    let confirmed = "name=\"confirmed\" value=\"yes\"";
    assert!(!page_named(&pages, "staff-merge").contains(confirmed));
    assert!(page_named(&pages, "staff-merge-both").contains(confirmed));
    assert!(!page_named(&pages, "staff-merge-both").contains("name=\"although\""));
}

#[test]
fn staff_are_asked_before_many_get_new_codes() {
    say(&[
        ("staff-reissue-asked", "Make new codes for 3 requests?"),
        (
            "staff-reissue-asked",
            "The old codes never work again. New codes by email: 2. By letter: 2.",
        ),
        (
            "staff-reissue-asked",
            "Who is connected now stays connected.",
        ),
        ("staff-reissue-done", "3 new codes made"),
        (
            "staff-reissue-nothing",
            "Tick the requests that need a new code",
        ),
        ("staff-reissue-too-many", "Choose 200 at most"),
        ("staff-reissue-over", "No new code was made"),
    ]);
    let pages = all();
    let done = page_named(&pages, "staff-reissue-done");
    assert_eq!(done.matches("/letter\"").count(), 2, "one link a letter");
    let printed = tags(done, "input")
        .into_iter()
        .filter(|field| values(field, "name") == ["request"]);
    assert_eq!(printed.count(), 2, "those that go out on paper");
    assert!(text(done).contains("Make one file of the 2 letters"));
    assert!(!done.contains("name=\"confirmed\""));
    let list = page_named(&pages, "staff-list");
    assert!(list.contains("action=\"/staff/requests/reissue\""));
    assert!(text(list).contains("Choose Emma's record"));
}

#[test]
fn staff_pages_show_markup_as_text() {
    for (name, html) in all() {
        assert!(!html.contains("<b>"), "{name}");
    }
    let pages = all();
    for name in [
        "staff-list",
        "staff-merge",
        "staff-merge-both",
        "staff-reissue-asked",
        "staff-request-marked-up",
        "staff-letter-marked-up",
    ] {
        assert!(text(page_named(&pages, name)).contains(MARKUP), "{name}");
    }
}

#[test]
fn staff_fields_keep_what_was_typed() {
    let pages = all();
    let html = page_named(&pages, "staff-new-unavailable");
    for typed in [
        "MRN-10442",
        "Nancy Blackett",
        "maria@example.org",
        "&lt;b&gt;Emma",
    ] {
        assert!(html.contains(&format!("value=\"{typed}")), "{typed}");
    }
    let html = page_named(&pages, "staff-sign-in-wrong");
    assert!(html.contains("value=\"robin@clinic.example\""));
    let html = page_named(&pages, "staff-list-filtered");
    assert!(html.contains("name=\"q\"") && html.contains("value=\"&lt;b&gt;Emma"));
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
fn a_reason_once_given_at_the_staff_desk_stays_on_the_form() {
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
fn what_was_chosen_on_a_new_staff_request_stays_chosen() {
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
fn a_patient_with_the_staff_screen_sees_no_way_to_the_desk_but_the_password() {
    say(&[
        (
            "staff-handed-over",
            "Nobody at City Clinic can read it, now or later.",
        ),
        ("staff-handed-over-empty", "Type a question"),
        (
            "staff-handed-over-guessable",
            "stands in the name that everybody reads",
        ),
        (
            "staff-handed-over-taken",
            "it is not your doing. Hand the screen back to City Clinic",
        ),
        ("staff-handed-over-unavailable", "what you typed is kept"),
        (
            "staff-handed-over-done",
            "Thank you Hand the screen back to City Clinic.",
        ),
        ("staff-hand-back-wrong", "The password is not right"),
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
fn the_slip_holds_the_words_and_neither_code_nor_link() {
    let pages = all();
    let html = page_named(&pages, "staff-phrase");
    say(&[
        ("staff-phrase", "velvet walnut teapot island"),
        ("staff-phrase", "You see these words this once"),
        ("staff-phrase", "City Clinic asks you for these words"),
    ]);
    for gone in ["identity-code", "connect#"] {
        assert!(!html.contains(gone), "{gone}");
    }
}

#[test]
fn every_reason_why_a_pair_is_easy_to_guess_has_its_words_for_staff() {
    let words: std::collections::BTreeSet<String> = Guessable::ALL
        .map(|why| crate::t!("new-guessable", why = why.name(), min = 6))
        .into();
    // The two about colours differ in what to mend; no two are alike.
    assert_eq!(words.len(), Guessable::ALL.len());
}

#[test]
fn a_taken_id_leads_staff_to_the_request_that_holds_it() {
    let pages = all();
    let html = page_named(&pages, "staff-new-taken");
    assert!(html.contains("href=\"/staff/requests/00000000-0000-0000-0000-000000000001\""));
}

#[test]
fn staff_states_are_a_word_as_well_as_a_shape() {
    let pages = all();
    let html = page_named(&pages, "staff-list");
    for (class, word) in [
        ("waiting", "Waiting"),
        ("connected", "Connected"),
        ("ended", "Ended"),
        ("stopped", "Stopped"),
        ("refused", "Not theirs"),
        ("replaced", "Replaced"),
        ("deleted", "Cancelled"),
        ("mail-queued", "On its way"),
        ("mail-unknown", "Uncertain"),
    ] {
        assert!(
            html.contains(&format!("<span class=\"state {class}\">{word}</span>")),
            "{class}"
        );
    }
}

#[test]
fn the_next_staff_page_keeps_filter_and_search() {
    let pages = all();
    let html = page_named(&pages, "staff-list-filtered");
    let (_, next_page) = html.split_once("class=\"pager\"").expect("a next page");
    for hidden in [
        "name=\"state\" value=\"ending-soon\"",
        "name=\"q\" value=\"&lt;b&gt;Emma",
        "name=\"after\" value=\"MRN &amp; more\"",
    ] {
        assert!(next_page.contains(hidden), "{hidden}");
    }
    let checked: Vec<_> = tags(html, "input")
        .into_iter()
        .filter(|field| field.contains(" checked"))
        .flat_map(|field| values(field, "value"))
        .collect();
    assert_eq!(checked, ["ending-soon"]);
    let words = text(next_page);
    assert!(words.contains("First page") && words.contains("Next page"));
    assert!(!text(page_named(&pages, "staff-list")).contains("First page"));
    assert!(!page_named(&pages, "staff-list-none-found").contains("class=\"pager\""));
}

#[test]
fn staff_can_replace_and_cancel_exactly_what_can_be_replaced_and_cancelled() {
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
    let words: std::collections::BTreeSet<String> = crate::domain::identity_code::ALPHABET
        .chars()
        .map(|letter| {
            let word = crate::t!("spelling", letter = letter.to_string());
            assert!(word.starts_with(letter), "{letter}: {word}");
            word
        })
        .collect();
    assert_eq!(words.len(), 20);
}

#[test]
fn the_staff_letter_holds_all_it_takes_and_its_title_names_no_patient() {
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
        "This code ends on Sunday 31 May 2026",
        "You will be asked the question you agreed with us. It is not printed here.",
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
fn the_staff_letter_has_a_large_print_and_files_and_says_why_there_is_none() {
    say(&[
        ("staff-letter", "Show it in large print"),
        ("staff-letter-large", "Show it in normal print"),
        ("staff-letter", "PDF on A4 paper PDF on US Letter paper"),
        (
            "staff-letter-unprintable",
            "The font of the PDF does not have the sign “字”. Print this page from your browser",
        ),
        ("staff-letter-broken", "The PDF could not be made."),
    ]);
    let pages = all();
    let large = page_named(&pages, "staff-letter-large");
    assert!(large.contains("class=\"letter large\""));
    assert!(large.contains("letter.pdf?paper=a4&amp;large=yes"));
    assert!(!page_named(&pages, "staff-letter").contains("large\">"));
}

#[test]
fn the_staff_password_has_its_purpose_named_for_password_managers() {
    let html = sign_in::page(&samples::robin(), &sign_in::View::default()).html;
    assert!(html.contains("autocomplete=\"current-password\""));
    assert!(html.contains("action=\"/staff/sign-in\""));
}

#[test]
fn a_staff_mail_to_an_id_that_is_gone_reads_as_nothing_to_send() {
    let view = request::View {
        problem: Some(request::Problem::Email(crate::desk::SendError::NotFound)),
        ..samples::waiting()
    };
    let html = request::page(&samples::robin(), &view).html;
    assert!(text(&html).contains("There is no working code to send."));
}

#[test]
fn the_application_page_says_what_it_may_do_and_what_was_not_saved() {
    say(&[
        (
            "staff-application",
            "Read, Create, Update, Delete: Medication",
        ),
        ("staff-application", "Grants no access to data"),
        ("staff-application", "Add a new one in time"),
        ("staff-application-bare", "Saved. It holds from now on"),
        ("staff-application-bare", "No rules yet"),
        ("staff-application-bare", "No certificate yet"),
        (
            "staff-application-FileUnreadable",
            "This is no certificate with an RSA key.",
        ),
        ("staff-application-RuleTypes", "Check what you typed"),
    ]);
}

#[test]
fn the_team_page_says_who_is_invited_and_what_to_mend() {
    say(&[
        ("staff-team", "The email is on its way."),
        ("staff-team", "It ended on 3 May 2026"),
        ("staff-team", "The link works once, for 7 days."),
        ("staff-team-over", "used or withdrawn in the meantime"),
        ("staff-team-invite-empty", "Choose what they do at the desk"),
        ("staff-team-invite-taken", "Use another one"),
        ("staff-team-invite-twice", "Send it again from the list"),
        ("staff-colleague", "It works once, for 60 minutes."),
        ("staff-colleague-shut-out", "Let them in again"),
        ("staff-colleague-last", "Make another colleague a manager"),
    ]);
}

#[test]
fn each_staff_link_that_leads_nowhere_says_what_to_do_next() {
    say(&[
        ("staff-join", "Work at the desk of City Clinic"),
        ("staff-join-again", "Choose a new password"),
        ("staff-join-used", "sign in with the password you chose"),
        ("staff-join-withdrawn", "Use the newest email"),
        ("staff-join-expired", "This link ended on 3 May 2026"),
        ("staff-join-expired", "Ask a manager of City Clinic"),
        ("staff-join-taken", "If that is you, sign in."),
        ("staff-join-unknown", "ask a manager of your clinic"),
        ("staff-join-done", "You can sign in with it now."),
    ]);
}

#[test]
fn the_staff_import_says_what_to_mend_in_the_file() {
    say(&[
        ("staff-import", "CSV in UTF-8, with commas or semicolons"),
        (
            "staff-import",
            "external_id The number or name your own system",
        ),
        ("staff-import-again", "361 rows"),
        ("staff-import-again", "Rows to mend"),
        (
            "staff-import-empty",
            "Choose a file with the names of the columns",
        ),
        ("staff-import-too-large", "The file is larger than 10 MB."),
        (
            "staff-import-too-many-rows",
            "The file has more than 10000 rows.",
        ),
        (
            "staff-import-encoding",
            "Row 17 is not in UTF-8. Save the file as “CSV UTF-8”",
        ),
        (
            "staff-import-missing",
            "does not name these columns: question, answer.",
        ),
        (
            "staff-import-misspelt",
            "It names some we do not know: <b>Emma</b>",
        ),
        (
            "staff-import-unknown",
            "The first row names columns we do not know:",
        ),
        (
            "staff-import-twice",
            "The first row names these columns more than once: question, answer",
        ),
        ("staff-import-Mobile", "is a mobile one"),
    ]);
}

#[test]
fn a_staff_import_says_what_it_found_how_far_it_is_and_what_came_of_it() {
    say(&[
        (
            "staff-import-batch-previewed",
            "The file has 120 rows, and all of them fit",
        ),
        (
            "staff-import-batch-previewed",
            "80 codes are sent by email. 40 patients have no email address",
        ),
        ("staff-import-batch-previewed", "The first 2 of 120 rows"),
        ("staff-import-batch-previewed", "Make 120 requests"),
        ("staff-import-batch-one", "The file has 1 row, and it fits"),
        (
            "staff-import-batch-one",
            "No patient is without an email address.",
        ),
        (
            "staff-import-batch-refused",
            "9 things to mend in the file.",
        ),
        (
            "staff-import-batch-refused",
            "Row 7 answer The answer has fewer than 6 characters.",
        ),
        (
            "staff-import-batch-refused",
            "Row 8 The row has 4 cells; the first row has 7",
        ),
        ("staff-import-batch-refused", "Row 2 has the same clinic ID"),
        (
            "staff-import-batch-refused",
            "Another request holds this clinic ID since 3 May 2026",
        ),
        (
            "staff-import-batch-refused-many",
            "109 more stand in the file of things to mend.",
        ),
        ("staff-import-batch-running", "50 of 120 rows are ready"),
        (
            "staff-import-batch-last-step",
            "The requests are being made",
        ),
        ("staff-import-batch-done", "120 requests were made"),
        ("staff-import-batch-done", "80 emails leave now"),
        ("staff-import-batch-late", "It was too late for that"),
        (
            "staff-import-batch-failed-row",
            "Somebody else took the clinic ID in row 2",
        ),
        ("staff-import-batch-failed", "Sorry, there is a problem."),
        (
            "staff-import-batch-cancelled",
            "what the file held is wiped",
        ),
    ]);
    let pages = all();
    let many = page_named(&pages, "staff-import-batch-refused-many");
    assert_eq!(many.matches("<th scope=\"row\">").count(), 100);
    let running = page_named(&pages, "staff-import-batch-running");
    assert!(running.contains("max=\"120\"") && running.contains("value=\"50\""));
}

#[test]
fn the_staff_letters_are_chosen_drawn_and_fetched() {
    say(&[
        ("staff-letters", "Make one file of the ticked letters"),
        ("staff-letters-none", "No request fits."),
        ("staff-letters-of-import", "Only requests of the import."),
        (
            "staff-letters-of-import",
            "There are more. One file holds 1000 letters.",
        ),
        ("staff-letters-none-ticked", "Tick at least one letter"),
        (
            "staff-letters-too-many",
            "One file holds 1000 letters at most.",
        ),
        ("staff-letters-order-drawing", "12 of 45 letters are drawn"),
        ("staff-letters-order-ready", "45 letters are ready"),
        ("staff-letters-order-ready", "until 3 May 2026"),
        ("staff-letters-order-left-out", "43 letters are ready"),
        (
            "staff-letters-order-left-out",
            "2 letters are not in the file",
        ),
        (
            "staff-letters-order-left-out",
            "MRN-2 Its code does not work any more.",
        ),
        ("staff-letters-order-cancelled", "No file was made."),
        (
            "staff-letters-order-failed",
            "none of these letters can be drawn",
        ),
    ]);
    let pages = all();
    let chosen = page_named(&pages, "staff-letters");
    assert_eq!(
        chosen.matches(" checked").count(),
        3,
        "all are ticked at first"
    );
}

#[test]
fn the_first_start_says_what_to_mend_and_what_became_of_the_test_mail() {
    say(&[
        ("set-up", "You are the first one here."),
        ("set-up-configured", "There is nothing to fill in."),
        ("set-up-empty", "Choose how mail leaves"),
        ("set-up-wrong", "Leave out smtp:// and the port"),
        ("set-up-wrong", "Others could read the password"),
        ("set-up-wrong", "A port is a number from 1 to 65535"),
        ("set-up-wrong", "the user name that the password belongs to"),
        ("set-up-less", "Enter the name of the mail server"),
        ("set-up-less", "Choose how the connection is encrypted"),
        ("set-up-less", "Enter the password of this user"),
        ("set-up-test-without", "A test mail needs a mail server."),
        ("set-up-unavailable", "Nothing was saved"),
        ("set-up-tested", "Look into that mailbox."),
        ("set-up-refused", "The connection was refused."),
        ("set-up-over", "only the newest one works"),
        ("set-up-done", "Sign in with the email address"),
    ]);
}

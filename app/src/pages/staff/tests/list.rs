//! What the list says, and what changes whom requests belong to.

use super::{all, say};
use crate::pages::tests::{page_named, tags, text, values};

#[test]
fn staff_see_both_clinic_ids_before_they_become_one() {
    say(&[
        ("staff-merge", "Which patient ID do you want to keep?"),
        (
            "staff-merge-both",
            "Are MRN-10442 and P-204-77 the same patient?",
        ),
        (
            "staff-merge-both",
            "2 records are connected, most recently on 6 May 2026.",
        ),
        ("staff-merge-both", "The code for MRN-10442 stops working"),
        (
            "staff-merge-alone",
            "The code for MRN-10442 keeps working, under P-204-77.",
        ),
        (
            "staff-merge-different",
            "Different people connected these IDs",
        ),
        ("staff-merge-unticked", "Confirm that you have checked"),
        ("staff-merge-empty", "Enter the patient ID to keep"),
        ("staff-merge-same", "Enter the one to keep"),
        ("staff-merge-over", "Nothing was merged."),
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
        ("staff-reissue-asked", "Replace 3 codes?"),
        (
            "staff-reissue-asked",
            "The old codes will stop working. New codes by email: 2. By letter: 2.",
        ),
        (
            "staff-reissue-asked",
            "Anyone already connected stays connected.",
        ),
        (
            "staff-reissue-changed",
            "This changed while the page was open",
        ),
        ("staff-reissue-done", "3 codes replaced"),
        (
            "staff-reissue-nothing",
            "Select the requests that need a new code",
        ),
        ("staff-reissue-too-many", "Select 200 requests or fewer"),
        ("staff-reissue-over", "No codes were replaced"),
    ]);
    let pages = all();
    let done = page_named(&pages, "staff-reissue-done");
    assert_eq!(done.matches("/letter\"").count(), 2, "one link a letter");
    let printed = tags(done, "input")
        .into_iter()
        .filter(|field| values(field, "name") == ["request"]);
    assert_eq!(printed.count(), 2, "those that go out on paper");
    assert!(text(done).contains("Create one PDF of the 2 letters"));
    assert!(!done.contains("name=\"seen\""));
    let list = page_named(&pages, "staff-list");
    assert!(list.contains("action=\"/staff/requests/reissue\""));
    assert!(text(list).contains("Select Emma's record"));
}

#[test]
fn staff_states_are_a_word_as_well_as_a_shape() {
    let pages = all();
    let html = page_named(&pages, "staff-list");
    for (class, word) in [
        ("waiting", "Waiting"),
        ("connected", "Connected"),
        ("ended", "Expired"),
        ("stopped", "Locked"),
        ("refused", "Wrong person"),
        ("replaced", "Replaced"),
        ("deleted", "Cancelled"),
    ] {
        let start = format!("class=\"badge {class}\"");
        let badges = html.split(&start).skip(1);
        let mut badges = badges.filter_map(|badge| badge.split("</span>").next());
        assert!(
            badges.any(|badge| badge.contains("<svg") && badge.ends_with(word)),
            "{class}"
        );
    }
    let words = text(html);
    for sent in [
        "Letter, email sent",
        "Delivery failed",
        "Delivery not confirmed",
    ] {
        assert!(words.contains(sent), "{sent}: {words}");
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
    let tab = tags(html, "a").into_iter();
    let mut tab = tab.filter(|link| link.contains("aria-current") && link.contains("state="));
    let tab = tab.next().expect("a current tab");
    assert_eq!(
        values(tab, "href"),
        ["/staff/requests?state=ending-soon&amp;q=%3Cb%3EEmma%3C%2Fb%3E%20%26%20%22co%22"]
    );
    let words = text(next_page);
    for words_of in ["51–62 found", "First", "Newer", "Older"] {
        assert!(words.contains(words_of), "{words_of}: {words}");
    }
    assert!(text(page_named(&pages, "staff-list")).contains("1–12 of 1000+ Older"));
    assert!(!page_named(&pages, "staff-list-none-found").contains("class=\"pager\""));
}

//! What the pages of work on many requests say.

use super::{all, say};
use crate::pages::tests::page_named;

#[test]
fn the_staff_import_says_what_to_correct_in_the_file() {
    say(&[
        (
            "staff-import",
            "CSV or Unicode text, with commas, semicolons or tabs",
        ),
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
            "Row 17 does not fit the encoding that the file names. Save the file as “CSV UTF-8”",
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
        ("staff-import-batch-asked", "Is this name right? Zoë Müller"),
        ("staff-import-batch-asked", "Row 2: 1.23457E+11"),
        ("staff-import-batch-asked-again", "There are 10 more."),
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
        ("staff-letters-order-left-out", "42 letters are ready"),
        (
            "staff-letters-order-left-out",
            "3 letters are not in the file",
        ),
        (
            "staff-letters-order-left-out",
            "MRN-2 Its code does not work any more.",
        ),
        (
            "staff-letters-order-left-out",
            "MRN-3 Its text does not fit a PDF.",
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

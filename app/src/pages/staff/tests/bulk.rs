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
        ("staff-import", "external_id The ID your own system"),
        ("staff-import-again", "361 rows"),
        ("staff-import-again", "Has errors"),
        ("staff-import-empty", "Choose a file with column names"),
        ("staff-import-too-large", "The file is larger than 10 MB."),
        (
            "staff-import-too-many-rows",
            "The file has more than 10000 rows.",
        ),
        (
            "staff-import-encoding",
            "Row 17 does not match the encoding of the file. Save the file as “CSV UTF-8”",
        ),
        (
            "staff-import-missing",
            "is missing these columns: question, answer.",
        ),
        (
            "staff-import-misspelt",
            "It has some we do not recognise: <b>Emma</b>",
        ),
        (
            "staff-import-unknown",
            "The first row has columns we do not recognise:",
        ),
        (
            "staff-import-twice",
            "The first row has these columns more than once: question, answer",
        ),
        ("staff-import-Mobile", "is a mobile app"),
    ]);
}

#[test]
fn a_staff_import_says_what_it_found_how_far_it_is_and_what_came_of_it() {
    say(&[
        (
            "staff-import-batch-previewed",
            "The file has 120 rows and no errors",
        ),
        (
            "staff-import-batch-previewed",
            "80 codes will be emailed. 40 patients have no email address",
        ),
        (
            "staff-import-batch-previewed",
            "Preview of the first 2 of 120 rows",
        ),
        ("staff-import-batch-previewed", "Create 120 requests"),
        ("staff-import-batch-one", "The file has 1 row and no errors"),
        ("staff-import-batch-asked", "Is this name right? Zoë Müller"),
        ("staff-import-batch-asked", "Row 2: 1.23457E+11"),
        ("staff-import-batch-asked-again", "There are 10 more."),
        (
            "staff-import-batch-one",
            "All patients have an email address.",
        ),
        ("staff-import-batch-refused", "9 errors in the file."),
        (
            "staff-import-batch-refused",
            "Row 7 answer The answer is shorter than 6 characters.",
        ),
        (
            "staff-import-batch-refused",
            "Row 8 This row has 4 cells, but the first row has 7",
        ),
        (
            "staff-import-batch-refused",
            "Row 2 has the same patient ID",
        ),
        (
            "staff-import-batch-refused",
            "Another request has had this patient ID since 3 May 2026",
        ),
        (
            "staff-import-batch-refused-many",
            "109 more errors are in the error file.",
        ),
        ("staff-import-batch-running", "50 of 120 rows prepared"),
        (
            "staff-import-batch-last-step",
            "We are creating the requests",
        ),
        ("staff-import-batch-done", "120 requests were created"),
        ("staff-import-batch-done", "We are sending 80 emails"),
        ("staff-import-batch-late", "It was too late to cancel"),
        (
            "staff-import-batch-failed-row",
            "Someone else used the patient ID in row 2",
        ),
        (
            "staff-import-batch-failed",
            "Something went wrong on our side.",
        ),
        (
            "staff-import-batch-cancelled",
            "We have deleted what we read",
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
        ("staff-letters", "Create one PDF of the selected letters"),
        ("staff-letters-none", "No requests match."),
        ("staff-letters-of-import", "Only requests from this import."),
        (
            "staff-letters-of-import",
            "There are more letters. One file can have 1000.",
        ),
        ("staff-letters-none-ticked", "Select at least one letter"),
        ("staff-letters-too-many", "Select 1000 letters or fewer"),
        ("staff-letters-order-drawing", "12 of 45 letters created"),
        ("staff-letters-order-ready", "45 letters are ready"),
        ("staff-letters-order-ready", "until 3 May 2026"),
        ("staff-letters-order-left-out", "42 letters are ready"),
        (
            "staff-letters-order-left-out",
            "3 letters are not in the file",
        ),
        (
            "staff-letters-order-left-out",
            "MRN-2 Its code no longer works.",
        ),
        (
            "staff-letters-order-left-out",
            "MRN-3 Its text does not fit a PDF.",
        ),
        ("staff-letters-order-cancelled", "No file was created."),
        (
            "staff-letters-order-failed",
            "none of these letters can be made into a PDF",
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

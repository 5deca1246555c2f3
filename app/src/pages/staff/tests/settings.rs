//! What a manager sets, and reads of it all.

use super::{all, say};
use crate::pages::tests::{page_named, values};
use domain::audit::{Action, ActionOutcome};

#[test]
fn the_staff_callback_page_says_how_the_last_call_went() {
    say(&[
        ("staff-callback-never", "Nothing has been sent yet."),
        ("staff-callback-taken", "3 May 2026, 09:14: delivered."),
        ("staff-callback-refused", "responded with status 500"),
        (
            "staff-callback-refused",
            "We will try again by 3 May 2026, 10:14",
        ),
        ("staff-callback-inward", "leads to a private network"),
        ("staff-callback-unreachable", "we could not connect"),
        ("staff-callback-slow", "took longer than 10 seconds"),
        ("staff-callback-secret", "Copy your signing secret now"),
        ("staff-callback-shape", "Enter a URL like https://"),
    ]);
}

#[test]
fn staff_are_asked_before_a_key_is_revoked() {
    say(&[
        ("staff-keys-revoke", "Revoke this API key?"),
        ("staff-keys-revoke", "Its calls fail at once."),
        ("staff-keys-revoke", "You cannot undo this."),
    ]);
}

#[test]
fn settings_say_all_that_is_wrong_and_show_what_patients_see() {
    say(&[
        (
            "staff-settings-looks-wrong",
            "Its contrast is 3.2 to 1 and must be at least 4.5 to 1. The nearest darker colour that works is #4a84b4",
        ),
        (
            "staff-settings-codes-wrong",
            "“Days until a code expires” must be a number from 1 to 90",
        ),
        ("staff-settings-success", "Preview"),
        (
            "staff-settings-success",
            "You are connected to <b>Emma</b> & \"co\"",
        ),
        ("staff-settings-accent-shape", "for example #0d5f58"),
        ("staff-settings-logo-Heavy", "must be 160 kB or smaller"),
        (
            "staff-settings-logo-Large",
            "must be 2000 pixels or fewer on each side",
        ),
        (
            "staff-settings-logo-NoPicture",
            "Save your logo as a PNG file",
        ),
    ]);
    let pages = all();
    let sheets = values(page_named(&pages, "staff-settings-looks"), "href");
    assert!(sheets.contains(&"/clinic/accent/7a0019.css"), "{sheets:?}");
}

#[test]
fn the_overviews_bars_are_as_long_as_the_numbers_beside_them() {
    let pages = all();
    let html = page_named(&pages, "staff-overview");
    let pieces: Vec<&str> = html.split("</svg>").collect();
    let bars = pieces.windows(2).filter_map(|pair| {
        let [picture, after] = pair else { return None };
        let width = picture.rsplit("width=\"").next()?.split('"').next()?;
        let percent = after.split("</td>").next()?.trim().strip_suffix('%')?;
        Some((width.to_owned(), percent.trim().to_owned()))
    });
    let bars: Vec<_> = bars.collect();
    assert!(bars.len() > 12, "{bars:?}");
    for (width, percent) in bars {
        assert_eq!(width, percent);
    }
}

#[test]
fn the_overview_says_where_patients_stop_and_what_is_too_few() {
    say(&[
        ("staff-overview-empty", "No codes yet"),
        ("staff-overview-few", "Too few to say"),
        ("staff-overview", "Spanish"),
        ("staff-overview", "Not known"),
        ("staff-overview", "1000+"),
        ("staff-overview", "Most codes that led to no connection"),
        ("staff-overview", "The slowest tenth take"),
        ("staff-overview", "The year before: "),
    ]);
}

#[test]
fn the_application_page_says_what_it_may_do_and_what_was_not_saved() {
    say(&[
        (
            "staff-application",
            "Read, Create, Update, Delete: Medication",
        ),
        ("staff-application", "No access to data"),
        ("staff-application", "Add a new certificate before then"),
        (
            "staff-application-bare",
            "Saved. The changes apply from now on",
        ),
        ("staff-application-bare", "No permissions yet"),
        ("staff-application-bare", "No certificates yet"),
        (
            "staff-application-FileUnreadable",
            "This file is not a certificate with an RSA key.",
        ),
        ("staff-application-RuleTypes", "Enter data type IDs like"),
    ]);
}

#[test]
fn every_action_and_outcome_of_the_audit_log_has_words() {
    let pages = all();
    let html = page_named(&pages, "staff-audit");
    let actions = Action::ALL.iter().map(|one| one.name());
    let outcomes = ActionOutcome::ALL.iter().map(|one| one.name());
    for stored in actions.chain(outcomes) {
        assert!(!html.contains(&format!(">{stored}<")), "{stored}");
    }
}

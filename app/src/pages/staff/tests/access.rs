//! What the desk's doors, its lock and one's own account say.

use super::say;
use crate::pages::staff::account::sign_in;
use crate::pages::staff::samples;

#[test]
fn the_staff_sign_in_and_list_say_what_to_do() {
    say(&[
        (
            "staff-sign-in-wrong",
            "The email address or password is wrong",
        ),
        ("staff-sign-in-locked", "Wait 2 minutes and try again"),
        (
            "staff-list-empty",
            "Choose “New request”. It takes about a minute.",
        ),
        (
            "staff-list-none-found",
            "No requests match your search Show all requests",
        ),
        ("staff-list", "All 1000+"),
        ("staff-list", "Waiting 38"),
        ("staff-list", "Expiring soon 4"),
        ("staff-list", "Delivery problem 3"),
        ("staff-list", "2 days left"),
        ("staff-list", "Nadia MRN-10452 Waiting"),
        ("staff-list", "Email delayed"),
        ("staff-list-filtered", "First Newer Older"),
        (
            "staff-list-no-mail-trouble",
            "No requests match your search Show all requests",
        ),
    ]);
}

#[test]
fn the_staff_lock_and_account_pages_say_what_to_do() {
    say(&[
        ("staff-code-App", "I cannot use my authenticator app"),
        (
            "staff-code-App-Some(Wrong)",
            "This code is wrong or has already been used.",
        ),
        ("staff-code-Recovery", "They look like JKYZ-QNMN-VHRX."),
        ("staff-authenticator-at-door", "JBSW Y3DP EHPK 3PXP"),
        (
            "staff-authenticator-replaces",
            "your current authenticator app and recovery codes stop working",
        ),
        (
            "staff-authenticator-recovery-codes",
            "They are shown only once",
        ),
        ("staff-account", "You have not set one up."),
        ("staff-account-authenticator", "Set up on 3 May 2026"),
        (
            "staff-account-few-codes",
            "You have 3 recovery codes left. Create new ones before you run out.",
        ),
        ("staff-account-no-codes", "You have no recovery codes left."),
        ("staff-locked", "This screen was not used for 15 minutes."),
        ("staff-locked-Kept", "We have kept what you typed."),
        ("staff-locked-TooLarge", "too large to keep"),
        (
            "staff-locked-Locked { seconds: 120 }",
            "Wait 2 minutes and try again",
        ),
    ]);
}

#[test]
fn the_staff_password_has_its_purpose_named_for_password_managers() {
    let html = sign_in::page(&samples::robin(), &sign_in::View::default()).html;
    assert!(html.contains("autocomplete=\"current-password\""));
    assert!(html.contains("action=\"/staff/sign-in\""));
}

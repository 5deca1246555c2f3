//! What the first start, the team and its links by mail say.

use super::say;

#[test]
fn the_team_page_says_who_is_invited_and_what_to_correct() {
    say(&[
        ("staff-team", "We are sending the email."),
        ("staff-team", "Expired on 3 May 2026"),
        (
            "staff-team",
            "The link works once and expires after 7 days.",
        ),
        ("staff-team-over", "already been used or cancelled"),
        ("staff-team-invite-empty", "Choose a role"),
        ("staff-team-invite-taken", "Use a different one"),
        ("staff-team-invite-twice", "Send it again from the list"),
        (
            "staff-colleague",
            "It works once and expires after 60 minutes.",
        ),
        ("staff-colleague-shut-out", "Reactivate it"),
        ("staff-colleague-last", "Make someone else a manager"),
    ]);
}

#[test]
fn each_staff_link_that_leads_nowhere_says_what_to_do_next() {
    say(&[
        ("staff-join", "Join City Clinic on Patient Connect"),
        ("staff-join-again", "Choose a new password"),
        ("staff-join-used", "sign in with the password you chose"),
        ("staff-join-withdrawn", "Use the newest email"),
        ("staff-join-expired", "This link expired on 3 May 2026"),
        ("staff-join-expired", "Ask a manager at City Clinic"),
        ("staff-join-taken", "If that is you, sign in."),
        ("staff-join-unknown", "ask a manager at your clinic"),
        ("staff-join-done", "You can now sign in with it."),
    ]);
}

#[test]
fn the_first_start_says_what_to_correct_and_the_test_mails_result() {
    say(&[
        ("set-up", "You are the first person here."),
        ("set-up-configured", "There is nothing to fill in."),
        ("set-up-empty", "Choose how to send email"),
        ("set-up-wrong", "without smtp:// or a port"),
        ("set-up-wrong", "others could read the password"),
        ("set-up-wrong", "Enter a port from 1 to 65535"),
        ("set-up-wrong", "the user name for this password"),
        ("set-up-less", "Enter the mail server name"),
        ("set-up-less", "Choose how to encrypt the connection"),
        ("set-up-less", "Enter the password for this user name"),
        ("set-up-test-without", "A test email needs a mail server."),
        ("set-up-unavailable", "Nothing was saved"),
        ("set-up-tested", "Check that mailbox."),
        ("set-up-refused", "The connection was refused."),
        ("set-up-over", "only the newest link works"),
        ("set-up-done", "Sign in with the email address"),
    ]);
}

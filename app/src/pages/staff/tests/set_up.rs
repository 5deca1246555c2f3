//! What the first start, the team and its links by mail say.

use super::say;

#[test]
fn the_team_page_says_who_is_invited_and_what_to_correct() {
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
fn the_first_start_says_what_to_correct_and_the_test_mails_result() {
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

//! The clinic's members of staff: the list, one of them, and how an invitation is taken.

mod colleague;
mod join;
mod members;

use crate::http::pages::routes::{Route, anyone, managers, routes};

pub fn routes() -> Vec<Route> {
    routes![
        managers("/staff/team")
            .get(members::get)
            .post(members::post),
        managers("/staff/team/invite")
            .post(members::post_invite)
            .with_fresh_proof(),
        managers("/staff/team/invitations").post(members::post_invitation),
        managers("/staff/team/{id}").get(colleague::get),
        managers("/staff/team/{id}/role")
            .post(colleague::post_role)
            .with_fresh_proof(),
        managers("/staff/team/{id}/new-password").post(colleague::post_new_password),
        managers("/staff/team/{id}/authenticator")
            .post(colleague::post_reset_authenticator)
            .with_fresh_proof(),
        anyone("/staff/join/done")
            .get(join::get_done)
            .outside_the_lock(),
        anyone("/staff/join/{token}")
            .get(join::get)
            .post(join::post)
            .outside_the_lock(),
    ]
}

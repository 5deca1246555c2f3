//! A member of staff: signing in, the lock, fresh proof, and their own account.

mod authenticator;
mod forgot_password;
pub(super) mod lock;
mod own;
pub(super) mod prove;
mod sign_in;
mod sign_in_code;

use crate::http::pages::routes::{
    Route, all_staff, all_staff_or_enrolling, anyone, routes, staff_in_between,
};

pub fn routes() -> Vec<Route> {
    [steps(), own_account()].into_iter().flatten().collect()
}

/// Signing in, back and out.
fn steps() -> Vec<Route> {
    routes![
        anyone("/staff/sign-in")
            .get(sign_in::get)
            .post(sign_in::post)
            .outside_the_lock(),
        staff_in_between("/staff/sign-in/code")
            .get(sign_in_code::get)
            .post(sign_in_code::post)
            .outside_the_lock(),
        staff_in_between("/staff/sign-in/recovery")
            .get(sign_in_code::get_recovery)
            .post(sign_in_code::post_recovery)
            .outside_the_lock(),
        anyone("/staff/forgot-password")
            .get(forgot_password::get)
            .post(forgot_password::post)
            .outside_the_lock(),
        anyone("/staff/forgot-password/sent")
            .get(forgot_password::get_sent)
            .outside_the_lock(),
        anyone("/staff/sign-out")
            .post(sign_in::post_sign_out)
            .outside_the_lock(),
        staff_in_between("/staff/unlock")
            .get(lock::get)
            .post(lock::post)
            .outside_the_lock(),
        staff_in_between("/staff/prove")
            .get(prove::get)
            .post(prove::post)
            .outside_the_lock(),
    ]
}

fn own_account() -> Vec<Route> {
    routes![
        all_staff("/staff").get(super::home),
        all_staff_or_enrolling("/staff/authenticator")
            .get(authenticator::get)
            .post(authenticator::post),
        all_staff("/staff/account").get(own::get),
        all_staff("/staff/account/password").post(own::post_password),
        all_staff("/staff/account/recovery-codes").post(own::post_recovery_codes),
        all_staff("/staff/account/sign-out-everywhere").post(own::post_sign_out_everywhere),
    ]
}

//! Connect requests: the list, one of them, a new one, its letter, and what can be done with it.

mod confirm;
mod connected;
pub(super) mod handed_over;
mod letter;
mod list;
mod merge;
mod new_request;
mod reissue;
mod rename;
mod request;
mod server_functions;

use crate::http::pages::routes::{Route, routes, staff, staff_in_between};

pub fn routes() -> Vec<Route> {
    routes![
        staff("/staff/requests").get(list::get),
        staff("/staff/requests/new")
            .get(new_request::get)
            .post(server_functions::handle),
        // What an open page asks while staff type: the lock would hold the question and ask it once more after the
        // password.
        staff("/staff/requests/holder")
            .post(new_request::post_holder)
            .outside_the_lock(),
        staff("/staff/requests/send-email").post(server_functions::handle),
        staff("/staff/requests/reissue").post(reissue::post),
        staff("/staff/requests/{id}").get(request::get),
        staff("/staff/requests/{id}/letter").get(letter::get),
        staff("/staff/requests/{id}/letter.pdf").get(letter::get_pdf),
        staff("/staff/requests/{id}/cancel")
            .get(confirm::get_cancel)
            .post(confirm::post_cancel),
        staff("/staff/requests/{id}/reissue")
            .get(confirm::get_reissue)
            .post(confirm::post_reissue),
        staff("/staff/requests/{id}/rename")
            .get(rename::get)
            .post(rename::post),
        staff("/staff/requests/{id}/merge")
            .get(merge::get)
            .post(merge::post),
        // They stay open however long the patient takes: the way back is a lock itself.
        staff_in_between("/staff/handed-over")
            .get(handed_over::get)
            .post(handed_over::post)
            .outside_the_lock(),
        staff_in_between("/staff/hand-back")
            .get(handed_over::get_back)
            .post(handed_over::post_back)
            .outside_the_lock(),
        staff("/staff/connected.csv").get(connected::get_csv),
    ]
}

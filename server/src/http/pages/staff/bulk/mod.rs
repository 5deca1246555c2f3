//! Work on many requests at once: files of patients, and letters to print.

mod import;
mod letters;

use crate::http::pages::routes::{Route, routes, staff};
use domain::policy;

pub fn routes() -> Vec<Route> {
    routes![
        staff("/staff/import")
            .get(import::get)
            .post(import::post)
            .body_max(policy::IMPORT_BODY_MAX),
        staff("/staff/import/template.csv").get(import::get_template),
        staff("/staff/import/{id}").get(import::get_batch),
        staff("/staff/import/{id}/problems.csv").get(import::get_problems),
        staff("/staff/import/{id}/confirm").post(import::post_confirm),
        staff("/staff/import/{id}/cancel").post(import::post_cancel),
        staff("/staff/letters").get(letters::get),
        staff("/staff/letters/print").post(letters::post),
        staff("/staff/letters/{id}").get(letters::get_order),
        staff("/staff/letters/{id}/letters.pdf").get(letters::get_pdf),
        staff("/staff/letters/{id}/cancel").post(letters::post_cancel),
    ]
}

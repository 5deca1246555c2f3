//! The pages' routes, from the table that the router is built from.

pub use server::http::{Audience, Protection, Route};

/// All routes of the pages, by path.
pub fn pages() -> Vec<Route> {
    let mut routes = server::http::page_routes();
    routes.sort_by_key(|route| route.path);
    routes
}

/// The paths that take a form.
pub fn forms() -> Vec<&'static str> {
    let routes = pages().into_iter();
    routes
        .filter(|route| route.post)
        .map(|route| route.path)
        .collect()
}

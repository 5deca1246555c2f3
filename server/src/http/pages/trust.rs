//! What every footer leads to: `/help`, `/about`, `/privacy`, `/terms`, `/accessibility`.

use super::routes::{Route, anyone, routes};
use crate::http::error::PageError;
use crate::http::extract::Guest;
use crate::http::web::show;
use app::pages::trust::{View, page};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use domain::trust::{TrustPage, paragraphs};

pub fn routes() -> Vec<Route> {
    routes![
        anyone(TrustPage::Help.path()).get(get),
        anyone(TrustPage::About.path()).get(get),
        anyone(TrustPage::Privacy.path()).get(get),
        anyone(TrustPage::Terms.path()).get(get),
        anyone(TrustPage::Accessibility.path()).get(get),
    ]
}

async fn get(guest: Guest, uri: Uri) -> Result<Response, PageError> {
    let mut pages = TrustPage::ALL.into_iter();
    let which = pages.find(|page| page.path() == uri.path());
    let which = which.ok_or(PageError::NotFound)?;
    let own = guest.services().installation().trust_text(which).await?;
    let view = View {
        page: which,
        own: own.map(|text| paragraphs(&text)),
    };
    Ok(show(StatusCode::OK, page(&guest.frame(), &view)))
}

//! HTTP: the router and the order of its layers.
//!
//! Handlers translate between requests and use cases; no rule and no SQL is here.

mod agent;
pub mod api;
mod branding;
pub mod client_address;
mod connection;
mod cookies;
mod cross_site;
mod csv_file;
mod device;
pub mod edge;
mod error;
mod extract;
mod failed_sign_in;
mod headers;
mod health;
mod healthvault;
pub mod pace;
mod pages;
mod passkey_browser;
mod pdf_file;
pub mod places;
pub mod problem;
mod request_log;
pub mod serve;
mod session;
mod site;
mod under_way;
mod web;

pub use pages::routes::{Audience, Protection, Route};
pub use pages::table as page_routes;

use crate::config::{Config, Hsts};
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use domain::policy;
use edge::Edge;
use service::Services;
use session::Sessions;
use std::any::Any;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};
use web::Web;

/// The whole site. Outermost first: a net for panics, log, headers, client address, what a request may hold; then pages
/// with their session and their guard against other sites' forms, and the API, which knows neither.
pub fn router(services: &Services, config: Arc<Config>, edge: &Edge) -> Router {
    let mailbox = config.mailbox().is_some();
    let site = site::Site::load();
    let log_failed_sign_ins = config.log_failed_sign_ins;
    let web = Web {
        services: services.clone(),
        assets: site.assets(),
        config,
        secure: edge.secure,
    };
    let sessions = SessionManagerLayer::new(Sessions(services.clone()))
        .with_name(session::cookie_name(edge.secure))
        .with_same_site(SameSite::Lax)
        .with_secure(edge.secure)
        .with_http_only(true)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd);
    let pages = pages::router(&web, mailbox)
        .layer(sessions)
        .layer(middleware::map_response(error::session_store))
        .layer(middleware::from_fn_with_state(
            edge.clone(),
            cross_site::layer,
        ))
        .layer(DefaultBodyLimit::max(policy::BODY_MAX));
    Router::new()
        .merge(pages)
        .fallback(pages::old_links::fallback)
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(
            web.clone(),
            pages::trouble::layer,
        ))
        .merge(health::router())
        .merge(branding::router())
        .with_state(web)
        .merge(api::router(services.clone()).layer(CatchPanicLayer::new()))
        .merge(healthvault::router(services.clone()).layer(CatchPanicLayer::new()))
        .merge(site.router())
        .layer(middleware::from_fn_with_state(
            log_failed_sign_ins,
            failed_sign_in::layer,
        ))
        .layer(middleware::from_fn_with_state(
            edge.clone(),
            under_way::layer,
        ))
        .layer(middleware::from_fn_with_state(
            edge.clone(),
            client_address::layer,
        ))
        .layer(middleware::from_fn_with_state(edge.clone(), headers::layer))
        .layer(middleware::from_fn_with_state(
            edge.clone(),
            request_log::layer,
        ))
        .layer(CatchPanicLayer::custom(fallen(edge.hsts)))
}

/// The answer where log or headers themselves gave way: it asks neither.
fn fallen(hsts: Hsts) -> impl Fn(Box<dyn Any + Send>) -> Response + Clone {
    move |_| {
        let headers = headers::every_answer(hsts);
        (StatusCode::INTERNAL_SERVER_ERROR, headers).into_response()
    }
}

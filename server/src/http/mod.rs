//! HTTP: the router and the order of its layers.
//!
//! Handlers translate between requests and use cases; no rule and no SQL stands here.

pub mod api;
pub mod client_address;
mod cross_site;
mod csv_file;
mod device;
pub mod edge;
mod failed;
mod forms;
mod headers;
mod health;
mod healthvault;
mod looks;
mod pages;
mod pdf_file;
pub mod problem;
mod request_log;
mod session;
mod site;
mod web;

use crate::config::Config;
use crate::service::Services;
use app::domain::policy;
use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use edge::Edge;
use session::Sessions;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};
use web::Web;

/// The whole site. Outermost first: log, headers, client address; then pages with their session and
/// their guard against other sites' forms, and the API, which knows neither.
pub fn router(services: &Services, config: Arc<Config>, edge: &Edge) -> Router {
    let mailbox = config.mailbox().is_some();
    let site = site::Site::load();
    let web = Web {
        services: services.clone(),
        assets: site.assets(),
        config,
        secure: edge.secure,
    };
    let cookie = if edge.secure { "__Host-pc" } else { "pc" };
    let sessions = SessionManagerLayer::new(Sessions(services.clone()))
        .with_name(cookie)
        .with_same_site(SameSite::Lax)
        .with_secure(edge.secure)
        .with_http_only(true)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd);
    let pages = pages::router(&web, mailbox)
        .layer(sessions)
        .layer(middleware::map_response(failed::session_store))
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
        .merge(looks::router())
        .with_state(web)
        .merge(api::router(services.clone()).layer(CatchPanicLayer::new()))
        .merge(healthvault::router(services.clone()).layer(CatchPanicLayer::new()))
        .merge(site.router())
        .layer(middleware::from_fn_with_state(
            edge.clone(),
            client_address::layer,
        ))
        .layer(middleware::from_fn_with_state(edge.clone(), headers::layer))
        .layer(middleware::from_fn_with_state(
            edge.clone(),
            request_log::layer,
        ))
}

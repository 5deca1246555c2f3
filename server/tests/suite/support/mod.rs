//! What the suite stands on: a clinic on each database, and browsers that visit it.

pub mod api_client;
pub mod authenticator;
mod browser;
mod clinic;
mod database;
mod mail_server;
mod network;
mod nowhere;
mod phone;
pub mod platform;
pub mod record;
pub mod routes;
mod template;

pub use browser::{Browser, Page};
pub use clinic::{
    ANSWER, Clinic, Invitation, ORIGIN, PASSWORD, QUESTION, RIGHT_RECORD, SUCCESS, digits_in,
};
pub use database::{Database, on_each_database, on_postgres_over_a_network};
pub use mail_server::{Act, MailServer, Script};
pub use network::Network;
pub use nowhere::Nowhere;
pub use phone::Phone;

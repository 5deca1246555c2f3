//! The desk's pages.

pub mod account;
pub mod api_keys;
pub mod application;
pub mod ask;
pub mod audit_log;
pub mod authenticator;
mod batch;
pub mod callback;
pub mod colleague;
pub mod confirm;
pub mod forgot_password;
pub mod hand_back;
pub mod handed_over;
pub mod import;
pub mod import_batch;
pub mod installation;
pub mod join;
pub mod letter;
pub mod letters;
pub mod locked;
pub mod logo;
pub mod mail;
pub mod merge;
pub mod new_request;
pub mod not_yours;
pub mod overview;
pub mod phrase;
mod proof;
pub mod prove;
mod qr;
pub mod reissue;
pub mod request;
pub mod requests;
pub mod settings;
pub mod sign_in;
pub mod sign_in_code;
mod standing;
pub mod team;

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;

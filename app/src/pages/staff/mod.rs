//! The desk's pages, and the two server functions behind its forms.

pub mod api_keys;
pub mod application;
pub mod audit_log;
mod batch;
pub mod callback;
pub mod colleague;
pub mod functions;
pub mod hand_back;
pub mod handed_over;
pub mod import;
pub mod import_batch;
pub mod join;
pub mod letter;
pub mod letters;
mod link;
pub mod mail;
pub mod new_request;
pub mod overview;
pub mod phrase;
mod qr;
pub mod request;
pub mod requests;
pub mod settings;
pub mod sign_in;
mod standing;
pub mod team;

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;

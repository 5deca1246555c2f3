//! The clinic itself: settings, what its application may do, keys, callback, numbers and audit log.

pub mod api_keys;
pub mod application;
pub mod audit_log;
mod audit_words;
pub mod callback;
pub mod logo;
pub mod overview;
mod overview_tables;
pub mod settings;

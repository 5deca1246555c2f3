//! Patient Connect's server: everything with a side effect.

pub mod config;
pub mod mail;
pub mod ports;
pub mod secrets;
pub mod store;

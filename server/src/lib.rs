//! Patient Connect's server: everything with a side effect.

pub mod http;
pub mod jobs;
pub mod mail;
pub mod ports;
pub mod secrets;
pub mod service;
pub mod store;

//! Patient Connect's server: everything with a side effect.

pub mod ports;
pub mod secrets;
pub mod store;

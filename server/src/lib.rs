//! Patient Connect's server: everything with a side effect.

pub mod mail;

//! The doors of the server.

pub mod api;
pub mod problem;

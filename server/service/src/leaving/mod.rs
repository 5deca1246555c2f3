//! A person takes what is theirs with them, and leaves.

pub(crate) mod deletion;
pub(crate) mod download;
mod written;
mod zip;

//! The desk's pages.

pub mod account;
pub mod ask;
pub mod bulk;
pub mod clinic;
pub mod installation;
mod query;
pub mod requests;
pub mod team;

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;

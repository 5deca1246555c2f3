//! The lens by what it promises: laws over generated data, and cases.

mod laws;
mod others;
mod refusals;
mod support;

//! The words and the pages of Patient Connect, compiled twice: into the server and into the browser.
//!
//! No SQL, no clock, no input or output lives here. Only `domain` and `islands` reach the browser.

pub mod islands;

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pages;

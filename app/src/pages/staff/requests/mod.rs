//! Connect requests: the list, one of them, a new one, its letter, and what can be done with it.

pub mod confirm;
pub mod hand_back;
pub mod handed_over;
pub mod letter;
pub mod list;
pub mod mail;
pub mod merge;
pub mod new_request;
pub mod phrase;
pub(in crate::pages) mod qr;
pub mod reissue;
pub mod rename;
pub mod request;
pub(super) mod standing;

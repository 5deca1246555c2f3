//! What is sent: mails and notices.

pub(crate) mod mails;
pub(crate) mod notices;

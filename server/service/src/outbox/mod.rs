//! What is sent: mails and notices.

pub(crate) mod account_mails;
pub(crate) mod mail_job;
pub(crate) mod mails;
pub(crate) mod monthly;
pub(crate) mod notices;
pub(crate) mod recipients;
pub(crate) mod sign_in_mails;

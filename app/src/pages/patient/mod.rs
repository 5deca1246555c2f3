//! The patient's way, one file per step: each page one question and one button.

pub mod authorize;
pub mod cannot_remember;
pub mod code;
pub mod declined;
pub mod done;
pub mod ending;
pub mod home;
pub mod not_me;
pub mod not_sure;
pub mod old_link;
pub mod pair;
pub mod question;
pub mod record;
pub mod right_record;
pub mod trouble;

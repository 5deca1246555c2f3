//! Records: what is in them, and who is connected to them.

pub(crate) mod connected;
pub(crate) mod person_settings;
pub(crate) mod things;

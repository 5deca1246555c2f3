//! Records: what is in them, who is connected to them, and what their person does with them.

pub(crate) mod access_log;
pub(crate) mod connected;
pub(crate) mod contents;
pub(crate) mod custodians;
pub(crate) mod data;
pub(crate) mod grown_children;
pub(crate) mod home;
pub(crate) mod joining;
pub(crate) mod own_records;
pub(crate) mod own_things;
pub(crate) mod permissions;
pub(crate) mod person_settings;
pub(crate) mod things;

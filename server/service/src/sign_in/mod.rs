//! Limits, locks, devices and sessions, of patients and staff alike.

mod code_limits;
pub(crate) mod devices;
pub(crate) mod gauges;
pub(crate) mod limits;
pub(crate) mod locks;
pub(crate) mod passwords;
pub(crate) mod second_factor;
pub(crate) mod sessions;
pub(crate) mod strangers;

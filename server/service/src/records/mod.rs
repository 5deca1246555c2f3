//! Records: what is in them, and who is connected to them.

pub(crate) mod connected;
pub(crate) mod things;

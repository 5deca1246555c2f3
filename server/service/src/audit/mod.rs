//! The audit log, its chain and its checkpoints.

pub(crate) mod checkpoint;
pub(crate) mod log;
pub(crate) mod proof;

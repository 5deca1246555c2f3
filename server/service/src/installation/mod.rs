//! What belongs to no clinic: mail server, clinics, first start, clean-up, health.

pub(crate) mod clean_up;
pub(crate) mod clinics;
pub(crate) mod demonstration;
pub(crate) mod first_start;
pub(crate) mod health_snapshot;
pub(crate) mod mail_server;
pub(crate) mod readiness;
pub(crate) mod statistics;
pub(crate) mod trust_texts;

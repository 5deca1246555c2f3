//! Applications of clinics: settings, keys, certificates, webhook, events, sessions of the XML platform.

pub(crate) mod administrator;
pub(crate) mod api_keys;
pub(crate) mod application_change;
pub(crate) mod callbacks;
pub(crate) mod certificates;
pub(crate) mod events;
pub(crate) mod logos;
pub(crate) mod platform_limits;
pub(crate) mod platform_sessions;
pub(crate) mod polls;
pub(crate) mod settings;
pub(crate) mod signed_calls;

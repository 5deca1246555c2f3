//! Requests of a clinic: made, listed, changed, replaced, merged, reminded of.

pub(crate) mod changes;
pub(crate) mod hand_over;
pub(crate) mod identity_codes;
pub(crate) mod lists;
pub(crate) mod merge;
pub(crate) mod new_request;
pub(crate) mod reissue;
pub(crate) mod reminders;

//! Staff: signing in, their accounts, the team, invitations.

pub(crate) mod account;
mod authenticator_resets;
pub(crate) mod authenticators;
pub(crate) mod fresh_proof;
pub(crate) mod half_sign_ins;
pub(crate) mod invitations;
pub(crate) mod joining;
pub(crate) mod resets;
pub(crate) mod sign_in;
pub(crate) mod team;

//! A member of staff: signing in, the lock, fresh proof, and their own account.

pub mod authenticator;
pub mod forgot_password;
pub mod locked;
pub mod not_yours;
pub mod own;
mod proof;
pub mod prove;
pub mod sign_in;
pub mod sign_in_code;

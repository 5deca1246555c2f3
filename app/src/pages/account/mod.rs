//! The person's own rooms: sign in, create an account, records and connections; and the mailbox of development.

#[expect(clippy::module_inception, reason = "it is the page /account")]
pub mod account;
pub mod change_record;
pub mod create_account;
pub mod disconnected;
pub mod finish_account;
pub mod forgot_password;
pub mod mailbox;
pub mod sign_in;

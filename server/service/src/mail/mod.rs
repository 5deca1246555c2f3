//! Mail: what we write, and the ways it leaves the house.
//!
//! Knows no table and no clock: the caller gives the id and the time. Words come from `app`'s Fluent files.

mod account;
mod compose;
mod custodian;
mod folder;
pub mod message;
mod notice;
mod sign_in;
mod smtp;
pub mod transport;
mod verdict;

pub use account::{AccountMessage, MonthlyLine};
pub use custodian::CustodianMessage;
pub use folder::{Folder, Kept, Listed};
pub use lettre::message::Mailbox;
pub use message::{Message, Rendered, render};
pub use notice::StaffNotice;
pub use sign_in::{SignInMessage, SignInNotice};
pub use smtp::{Smtp, SmtpUrlError, Talk, Trouble, read_smtp_url};
pub use transport::{Envelope, Mailer, Memory, Opened, SendFailure, Transport};

//! Secrets at rest: the key file and what is made with its key. Knows no table and no page.

mod hasher;
mod key_file;
mod sealing;

pub use hasher::{Busy, Hasher};
pub use key_file::{KeyFile, KeyFileError};
pub use sealing::{Opened, Sealer};

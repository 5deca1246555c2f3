//! The only code that reaches the browser. An island decorates a part of the page that already works without it, and
//! that part is its only input: no words of its own, no form. One of them asks the server, at an address that its part
//! names.
//!
//! Islands take no props. Props travel as JSON, and the reader for that would be a third of all we send; an island reads
//! `data-` attributes of the part it decorates instead, lists of sentences with one sentence a line.

mod answer;
mod code_field;
mod copy;
mod session_countdown;

pub use answer::Answer;
pub use code_field::{CodeField, LETTER};
pub use copy::Copy;
pub use session_countdown::SessionCountdown;

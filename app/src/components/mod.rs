//! Server-only parts of a page: what every room is furnished with. They know no page and no use case.

mod button;
mod code;
mod code_input;
mod error_summary;
mod field;
mod hydration;
mod layout;
mod notice;
mod session_warning;

pub use button::{Button, ButtonLink, Weight};
pub use code::Code;
pub use code_input::{CodeInput, impossible};
pub use error_summary::{ErrorSummary, Messages, PAGE};
pub use field::{Checkbox, Choices, Field, Kind, Radio, TextArea, TextField, described_by};
pub use layout::{Assets, Bundle, Document, Frame, Room, document};
pub use notice::{Notice, Tone};

//! Server-only parts of a page: what every room is furnished with. They know no page and no use case.

mod button;
mod code;
mod error_summary;
mod field;
mod layout;
mod notice;

pub use button::{Button, ButtonLink, Weight};
pub use code::Code;
pub use error_summary::{ErrorSummary, Messages};
pub use field::{Checkbox, Choices, Field, Kind, Radio, TextArea, TextField, described_by};
pub use layout::{Assets, Bundle, Document, Frame, Room, document};
pub use notice::{Notice, Tone};

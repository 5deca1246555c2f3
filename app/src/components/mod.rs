//! Server-only parts of a page: what every room is furnished with. They know no page and no use case.

mod button;
mod code;
mod code_input;
mod door;
mod error_summary;
mod field;
mod hydration;
mod icon;
mod layout;
mod notice;
mod page_head;
mod rail;
mod session_warning;
mod steps;

pub use button::{Button, ButtonLink, Weight};
pub use code::Code;
pub use code_input::{CodeInput, impossible};
pub use door::Door;
pub use error_summary::{ErrorSummary, Messages, PAGE};
pub use field::{Checkbox, Choices, Field, Kind, Radio, TextArea, TextField, described_by};
pub use icon::{Icon, Sign};
pub use layout::{Assets, Bundle, Document, Frame, Room, document};
pub use notice::{Notice, Tone};
pub use page_head::{Act, More, PageHead};
pub use rail::Place;
pub use steps::{Step, Steps};

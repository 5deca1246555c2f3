//! Work on many requests at once: imports and letters.

pub(crate) mod import_file;
pub(crate) mod import_text;
mod import_work;
pub(crate) mod imports;
pub(crate) mod letters;
mod letters_work;
pub(crate) mod work;

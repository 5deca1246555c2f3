//! Work on many requests at once: files of patients, and letters to print.

mod batch;
pub mod import;
pub mod import_batch;
pub mod letters;

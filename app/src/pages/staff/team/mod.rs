//! The clinic's members of staff: the list, one of them, and how an invitation is taken.

pub mod colleague;
pub mod join;
pub mod members;

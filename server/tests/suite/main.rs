//! The whole server as people meet it: the real router, real databases, a clock that stands still, seeded entropy.
//!
//! One module for each thing that must hold. No mocks; nothing here waits by sleeping.

mod support;

mod accounts;
mod endings;
mod guessing;
mod limits_of_time;
mod the_way;
mod together;

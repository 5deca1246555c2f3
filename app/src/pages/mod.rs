//! The pages: one file each, a view model and a pure function of it.

pub mod account;
pub mod api;
pub mod clinic;
pub mod clinic_fields;
mod invitee;
pub mod mail_fields;
pub mod password;
pub mod patient;
pub mod problem;
pub mod set_up;
pub mod staff;
mod time_zone;
pub mod trust;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod tests;

//! The rules: pure functions and values. Uses nothing else of ours; knows no page, no table, no clock.

pub mod identity_code;

pub mod accent;
mod answer_fold;
pub mod application;
pub mod audit;
pub mod authenticator;
pub mod authorization;
pub mod batch;
pub mod callback;
pub mod challenge;
pub mod clinic;
pub mod code_finder;
pub mod connect_request;
pub mod connection;
pub mod event;
pub mod finding;
pub mod guessable;
pub mod ids;
pub mod invitation;
pub mod likeness;
mod name_words;
mod named;
pub mod new_request;
pub mod outgoing_mail;
pub mod password;
pub mod person;
mod person_name;
pub mod phrase;
pub mod policy;
pub mod record;
pub mod search;
pub mod staff;
pub mod tally;
pub mod text;
pub mod thing;
pub mod timestamp;

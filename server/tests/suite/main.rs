//! The whole server as people meet it: the real router, real databases, a clock that stands still, seeded entropy.
//!
//! One module for each thing that must hold. No mocks; nothing here waits by sleeping.

mod support;

mod accounts;
mod arrows;
mod audit_trail;
mod bad_input;
mod broken_forms;
mod connections;
mod cross_site;
mod database_trouble;
mod doctor;
mod endings;
mod first_start;
mod guessing;
mod jobs;
mod kept_secret;
mod letters;
mod limits_of_time;
mod mail_trouble;
mod old_links;
mod platform_alternate_ids;
mod platform_envelope;
mod platform_requests;
mod platform_rights;
mod platform_sessions;
mod platform_things;
mod query_plans;
mod reminders;
mod safe_reading;
mod security_headers;
mod skipped_steps;
mod staff_account;
mod staff_api_page;
mod staff_application;
mod staff_audit_log;
mod staff_callback;
mod staff_connected;
mod staff_desk;
mod staff_import;
mod staff_installation;
mod staff_invitation;
mod staff_keys;
mod staff_list;
mod staff_merge;
mod staff_new_request;
mod staff_overview;
mod staff_patient_types;
mod staff_rights;
mod staff_settings;
mod staff_sign_in;
mod staff_team;
mod the_way;
mod together;
mod what_was_shown;

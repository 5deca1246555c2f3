-- The time zone of each clinic, by its IANA name: dates that its patients and staff read are in it, and a code that is made
-- from now on ends with a day there. Clinics that are there keep UTC, and their requests the ends that they have.
alter table application add column time_zone text not null default 'UTC';

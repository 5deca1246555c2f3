-- Counts how often all sessions of a person were ended at once, as for staff.

alter table person add column session_round integer not null default 0;

-- Counts how often all sessions of a person were ended at once, as for staff.

alter table person add column session_round bigint not null default 0;

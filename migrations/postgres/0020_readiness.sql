-- Readiness proves that a write commits.
alter table installation add column write_checks bigint not null default 0;

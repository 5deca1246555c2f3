-- The number of a job's claims so far: tells the worker that holds its lease from one that lost it, also where the
-- count of tries began anew.

alter table job add column claim integer not null default 0;

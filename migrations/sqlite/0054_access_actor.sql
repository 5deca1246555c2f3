-- The log of a record names who acted: an application, Patient Connect for the person's own acts, or another custodian.
alter table access rename column application_id to actor_id;

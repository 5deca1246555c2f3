-- A person leaves: a file of all that is theirs, made by a job, and the end of their account, with two weeks to change
-- their mind. What is left of a deleted account is its id, which clinics' events and audit logs name.
create table download (
    id blob primary key,
    person_id blob not null references person (id),
    state text not null check (state in ('running', 'ready', 'failed')),
    -- A ZIP, sealed, once it is ready.
    file blob,
    made_at integer not null,
    expires_at integer not null
) strict;
create unique index download_person on download (person_id);
create index download_end on download (expires_at);

alter table person add column ends_at integer;
create index person_end on person (ends_at) where ends_at is not null;

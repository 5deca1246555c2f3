-- What was done with a record's things, for the person: one row for the same kind of act, on things of the same type, on
-- one day of the clinic, so that a system which reads every minute adds one row a day. The application of an act of the
-- person's own is the id of Patient Connect, and the type of an act on no type in particular is the nil id.
create table access (
    record_id uuid not null references record (id),
    application_id uuid not null,
    person_id uuid not null references person (id),
    what text not null check (what in ('read', 'added', 'changed', 'removed', 'refused')),
    type_id uuid not null,
    day text not null,
    -- Made anew with each act: the order of the lists.
    id uuid not null,
    times bigint not null,
    -- Things of the last act.
    things bigint not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (record_id, application_id, person_id, what, type_id, day)
);
create index access_person on access (person_id, id);
create index access_clinic on access (person_id, application_id, id);
create index access_record on access (person_id, record_id, id);
create index access_record_clinic on access (person_id, record_id, application_id, id);
create index access_age on access (last_at);

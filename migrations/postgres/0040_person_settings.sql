-- What an application keeps for a person who lets it use a record, sealed: settings of its own that nobody here reads.
create table person_settings (
    application_id uuid not null references application (id),
    person_id uuid not null references person (id),
    settings bytea not null,
    set_at timestamptz not null,
    primary key (application_id, person_id)
);

-- What an application keeps for a person who lets it use a record, sealed: settings of its own that nobody here reads.
create table person_settings (
    application_id blob not null references application (id),
    person_id blob not null references person (id),
    settings blob not null,
    set_at integer not null,
    primary key (application_id, person_id)
) strict;

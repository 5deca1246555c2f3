-- HealthVault's platform: certificates that sign for an application, things in records, an application's own
-- names for a person and record. A thing's data is sealed.

alter table application add column platform_v1_sessions integer not null default 1;

create table certificate (
    id blob primary key,
    application_id blob not null references application (id),
    thumbprint text not null,
    der blob not null,
    not_after integer not null,
    made_at integer not null,
    removed_at integer
) strict;
create unique index certificate_thumbprint on certificate (application_id, thumbprint) where removed_at is null;

create table thing (
    id blob primary key,
    record_id blob not null references record (id),
    type_id blob not null,
    version_stamp blob not null,
    removed integer not null,
    effective_at integer not null,
    data blob not null,
    created_at integer not null,
    created_by blob not null references application (id),
    created_for blob not null references person (id),
    updated_at integer not null,
    updated_by blob not null references application (id),
    updated_for blob not null references person (id)
) strict;
create index thing_list on thing (record_id, effective_at);
create index thing_updates on thing (record_id, updated_at);

create table alternate_id (
    application_id blob not null references application (id),
    alternate_id text not null,
    person_id blob not null references person (id),
    record_id blob not null references record (id),
    made_at integer not null,
    primary key (application_id, alternate_id)
) strict;
create index alternate_id_owner on alternate_id (application_id, person_id, record_id);

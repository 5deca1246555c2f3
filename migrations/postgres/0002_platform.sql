-- HealthVault's platform: certificates that sign for an application, things in records, an application's own
-- names for a person and record. A thing's data is sealed.

alter table application add column platform_v1_sessions boolean not null default true;

create table certificate (
    id uuid primary key,
    application_id uuid not null references application (id),
    thumbprint text not null,
    der bytea not null,
    not_after timestamptz not null,
    made_at timestamptz not null,
    removed_at timestamptz
);
create unique index certificate_thumbprint on certificate (application_id, thumbprint) where removed_at is null;

create table thing (
    id uuid primary key,
    record_id uuid not null references record (id),
    type_id uuid not null,
    version_stamp uuid not null,
    removed boolean not null,
    effective_at timestamptz not null,
    data bytea not null,
    created_at timestamptz not null,
    created_by uuid not null references application (id),
    created_for uuid not null references person (id),
    updated_at timestamptz not null,
    updated_by uuid not null references application (id),
    updated_for uuid not null references person (id)
);
create index thing_list on thing (record_id, effective_at);
create index thing_updates on thing (record_id, updated_at);

create table alternate_id (
    application_id uuid not null references application (id),
    alternate_id text not null,
    person_id uuid not null references person (id),
    record_id uuid not null references record (id),
    made_at timestamptz not null,
    primary key (application_id, alternate_id)
);
create index alternate_id_owner on alternate_id (application_id, person_id, record_id);

-- The desk's second factor: an application says whether its staff need one; secrets are sealed, recovery codes digests.
-- session_round counts how often all sessions of a member of staff were ended at once.

alter table application add column staff_authenticator boolean not null default true;
update application set staff_authenticator = false where demonstration;
alter table staff add column session_round bigint not null default 0;

create table authenticator (
    staff_id uuid primary key references staff (id),
    secret bytea not null,
    step bigint not null,
    made_at timestamptz not null
);

create table recovery_code (
    staff_id uuid not null references staff (id),
    digest bytea not null,
    primary key (staff_id, digest)
);

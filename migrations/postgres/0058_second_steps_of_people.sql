-- Authenticator apps of people who want a second step, with recovery codes for the day when the phone is lost.
create table person_authenticator (
    person_id uuid primary key references person (id),
    secret bytea not null,
    step bigint not null,
    made_at timestamptz not null
);
create table person_recovery_code (
    person_id uuid not null references person (id),
    digest bytea not null,
    primary key (person_id, digest)
);

-- Sign-ins of people whose password was right and whose second step has not come, as those of staff.
create table person_half_sign_in (
    person_id uuid not null references person (id),
    place bytea not null,
    at timestamptz not null,
    ends_at timestamptz not null,
    primary key (person_id, place)
);
create index person_half_sign_in_end on person_half_sign_in (ends_at);

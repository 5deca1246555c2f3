-- The first tables. Times are microseconds of UTC; ids are UUIDv7; blob columns hold ids, digests or sealed text.

create table installation (
    id integer primary key check (id = 1),
    key_fingerprint blob not null,
    made_at integer not null
) strict;

create table application (
    id blob primary key,
    kind text not null check (kind in ('web', 'mobile')),
    name text not null,
    phone text not null,
    email text,
    success_message text not null,
    privacy_url text,
    terms_url text,
    connect_methods integer not null,
    rules text not null,
    lifetime_days integer not null,
    wrong_answers integer not null,
    answer_mode text not null check (answer_mode in ('strict', 'lenient')),
    demonstration integer not null,
    made_at integer not null
) strict;

create table api_key (
    id blob primary key,
    application_id blob not null references application (id),
    digest blob not null unique,
    made_at integer not null,
    revoked_at integer
) strict;
create index api_key_application on api_key (application_id);

create table staff (
    id blob primary key,
    application_id blob references application (id),
    name text not null,
    email text not null,
    email_key text not null unique,
    role text not null check (role in ('front-desk', 'manager', 'operator')),
    password_hash text not null,
    disabled integer not null,
    made_at integer not null,
    check ((role = 'operator') = (application_id is null))
) strict;
create index staff_application on staff (application_id);

create table person (
    id blob primary key,
    name text not null,
    email text not null,
    email_key text not null unique,
    password_hash text not null,
    made_at integer not null
) strict;

create table record (
    id blob primary key,
    name text not null,
    made_at integer not null
) strict;

create table custodian (
    person_id blob not null references person (id),
    record_id blob not null references record (id),
    primary key (person_id, record_id)
) strict;
create index custodian_record on custodian (record_id);

-- An account that waits for its mailed digits; digits_digest is null where the address is known already.
create table sign_up (
    id blob primary key,
    name text not null,
    email text not null,
    email_key text not null,
    password_hash text not null,
    digits_digest blob,
    tries integer not null,
    made_at integer not null,
    expires_at integer not null
) strict;
create index sign_up_expiry on sign_up (expires_at);

-- code_sealed is wiped when the code ends, the challenge and the names when only a tombstone stays.
create table connect_request (
    id blob primary key,
    application_id blob not null references application (id),
    external_id text not null,
    friendly_name text not null,
    email text,
    language text not null,
    callback_url text,
    question blob,
    answer_hash text,
    answer_mode text not null check (answer_mode in ('strict', 'lenient')),
    answer_edges integer not null,
    wrong_answers integer not null,
    code_digest blob not null unique,
    code_sealed blob,
    code_state text not null
        check (code_state in ('usable', 'ended', 'stopped', 'refused', 'replaced', 'deleted')),
    code_state_at integer,
    made_at integer not null,
    expires_at integer not null,
    person_id blob references person (id),
    picked_up_at integer,
    short_answer_reason text,
    check ((code_state = 'usable') = (code_state_at is null)),
    check ((person_id is null) = (picked_up_at is null))
) strict;
create unique index connect_request_external_id on connect_request (application_id, external_id)
    where code_state not in ('replaced', 'deleted');
create index connect_request_list on connect_request (application_id, id);
create index connect_request_expiry on connect_request (expires_at)
    where code_state = 'usable' and person_id is null;
create index connect_request_ended on connect_request (code_state_at);
create index connect_request_picked_up on connect_request (picked_up_at);
create index connect_request_person on connect_request (person_id);

create table answer_try (
    id blob primary key,
    connect_request_id blob not null references connect_request (id) on delete cascade,
    state text not null check (state in ('reserved', 'wrong')),
    answer_mac blob not null,
    at integer not null,
    leased_until integer not null
) strict;
create index answer_try_request on answer_try (connect_request_id);

-- "authorization" alone is a reserved word.
create table record_authorization (
    id blob primary key,
    application_id blob not null references application (id),
    person_id blob not null references person (id),
    record_id blob not null references record (id),
    external_id text not null,
    optional_rules text not null,
    granted_at integer not null,
    revoked_at integer,
    unique (application_id, person_id, record_id)
) strict;
create index record_authorization_person on record_authorization (person_id);
create index record_authorization_record on record_authorization (record_id);

-- One row per request and record; a pick-up again moves its time. flow_id is one way from code to
-- Authorize: however often its last step is sent, it is done once.
create table pickup (
    connect_request_id blob not null references connect_request (id) on delete cascade,
    record_id blob not null references record (id),
    authorization_id blob not null references record_authorization (id),
    application_id blob not null references application (id),
    person_id blob not null references person (id),
    flow_id blob not null,
    at integer not null,
    primary key (connect_request_id, record_id)
) strict;
create index pickup_poll on pickup (application_id, at);
create index pickup_authorization on pickup (authorization_id);
create index pickup_record on pickup (record_id);
create index pickup_person on pickup (person_id);

create table event_head (
    application_id blob primary key references application (id),
    last integer not null
) strict;

create table event (
    application_id blob not null references application (id),
    number integer not null,
    kind text not null check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped')),
    connect_request_id blob,
    external_id text not null,
    person_id blob,
    record_id blob,
    at integer not null,
    primary key (application_id, number)
) strict;
create index event_age on event (at);

-- A chain is an application's id, or the nil id for the installation's own.
create table audit_head (
    chain blob primary key,
    last integer not null,
    hash blob not null
) strict;

create table audit (
    chain blob not null,
    number integer not null,
    at integer not null,
    actor_kind text not null,
    actor_id blob,
    action text not null,
    subject_id blob,
    outcome text not null,
    hash blob not null,
    primary key (chain, number)
) strict;
create index audit_subject on audit (chain, subject_id);

create table session (
    digest blob primary key,
    data blob not null,
    made_at integer not null,
    seen_at integer not null
) strict;
create index session_seen on session (seen_at);

-- Limits that hold across processes; the key is a digest of what is limited.
create table throttle (
    key blob primary key,
    failures integer not null,
    at integer not null,
    until integer not null
) strict;
create index throttle_age on throttle (until);

create table idempotency (
    application_id blob not null references application (id),
    key_digest blob not null,
    body_mac blob not null,
    connect_request_id blob not null,
    made_at integer not null,
    primary key (application_id, key_digest)
) strict;
create index idempotency_age on idempotency (made_at);

create table job (
    id blob primary key,
    kind text not null,
    connect_request_id blob references connect_request (id) on delete set null,
    payload blob not null,
    state text not null check (state in ('queued', 'leased', 'done', 'bounced', 'unknown', 'dead')),
    attempts integer not null,
    run_at integer not null,
    leased_until integer,
    made_at integer not null,
    ended_at integer,
    failure text
) strict;
create index job_due on job (run_at) where state = 'queued';
create index job_leases on job (leased_until) where state = 'leased';
create index job_request on job (connect_request_id);
create index job_age on job (ended_at);

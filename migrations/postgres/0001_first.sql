-- The first tables. Times are UTC; ids are UUIDv7; bytea columns hold digests or sealed text.

create table installation (
    id bigint primary key check (id = 1),
    key_fingerprint bytea not null,
    made_at timestamptz not null
);

create table application (
    id uuid primary key,
    kind text not null check (kind in ('web', 'mobile')),
    name text not null,
    phone text not null,
    email text,
    success_message text not null,
    privacy_url text,
    terms_url text,
    connect_methods boolean not null,
    rules text not null,
    lifetime_days bigint not null,
    wrong_answers bigint not null,
    answer_mode text not null check (answer_mode in ('strict', 'lenient')),
    demonstration boolean not null,
    made_at timestamptz not null
);

create table api_key (
    id uuid primary key,
    application_id uuid not null references application (id),
    digest bytea not null unique,
    made_at timestamptz not null,
    revoked_at timestamptz
);
create index api_key_application on api_key (application_id);

create table staff (
    id uuid primary key,
    application_id uuid references application (id),
    name text not null,
    email text not null,
    email_key text not null unique,
    role text not null check (role in ('front-desk', 'manager', 'operator')),
    password_hash text not null,
    disabled boolean not null,
    made_at timestamptz not null,
    check ((role = 'operator') = (application_id is null))
);
create index staff_application on staff (application_id);

create table person (
    id uuid primary key,
    name text not null,
    email text not null,
    email_key text not null unique,
    password_hash text not null,
    made_at timestamptz not null
);

create table record (
    id uuid primary key,
    name text not null,
    made_at timestamptz not null
);

create table custodian (
    person_id uuid not null references person (id),
    record_id uuid not null references record (id),
    primary key (person_id, record_id)
);
create index custodian_record on custodian (record_id);

-- An account that waits for its mailed digits; digits_digest is null where the address is known already.
create table sign_up (
    id uuid primary key,
    name text not null,
    email text not null,
    email_key text not null,
    password_hash text not null,
    digits_digest bytea,
    tries bigint not null,
    made_at timestamptz not null,
    expires_at timestamptz not null
);
create index sign_up_expiry on sign_up (expires_at);

-- code_sealed is wiped when the code ends, the challenge and the names when only a tombstone stays.
create table connect_request (
    id uuid primary key,
    application_id uuid not null references application (id),
    external_id text not null,
    friendly_name text not null,
    email text,
    language text not null,
    callback_url text,
    question bytea,
    answer_hash text,
    answer_mode text not null check (answer_mode in ('strict', 'lenient')),
    answer_edges boolean not null,
    wrong_answers bigint not null,
    code_digest bytea not null unique,
    code_sealed bytea,
    code_state text not null
        check (code_state in ('usable', 'ended', 'stopped', 'refused', 'replaced', 'deleted')),
    code_state_at timestamptz,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    person_id uuid references person (id),
    picked_up_at timestamptz,
    short_answer_reason text,
    check ((code_state = 'usable') = (code_state_at is null)),
    check ((person_id is null) = (picked_up_at is null))
);
create unique index connect_request_external_id on connect_request (application_id, external_id)
    where code_state not in ('replaced', 'deleted');
create index connect_request_list on connect_request (application_id, id);
create index connect_request_expiry on connect_request (expires_at)
    where code_state = 'usable' and person_id is null;
create index connect_request_ended on connect_request (code_state_at);
create index connect_request_picked_up on connect_request (picked_up_at);
create index connect_request_person on connect_request (person_id);

create table answer_try (
    id uuid primary key,
    connect_request_id uuid not null references connect_request (id) on delete cascade,
    state text not null check (state in ('reserved', 'wrong')),
    answer_mac bytea not null,
    at timestamptz not null,
    leased_until timestamptz not null
);
create index answer_try_request on answer_try (connect_request_id);

-- "authorization" alone is a reserved word.
create table record_authorization (
    id uuid primary key,
    application_id uuid not null references application (id),
    person_id uuid not null references person (id),
    record_id uuid not null references record (id),
    external_id text not null,
    optional_rules text not null,
    granted_at timestamptz not null,
    revoked_at timestamptz,
    unique (application_id, person_id, record_id)
);
create index record_authorization_person on record_authorization (person_id);
create index record_authorization_record on record_authorization (record_id);

-- One row per request and record; a pick-up again moves its time. flow_id is one way from code to
-- Authorize: however often its last step is sent, it is done once.
create table pickup (
    connect_request_id uuid not null references connect_request (id) on delete cascade,
    record_id uuid not null references record (id),
    authorization_id uuid not null references record_authorization (id),
    application_id uuid not null references application (id),
    person_id uuid not null references person (id),
    flow_id uuid not null,
    at timestamptz not null,
    primary key (connect_request_id, record_id)
);
create index pickup_poll on pickup (application_id, at);
create index pickup_authorization on pickup (authorization_id);
create index pickup_record on pickup (record_id);
create index pickup_person on pickup (person_id);

create table event_head (
    application_id uuid primary key references application (id),
    last bigint not null
);

create table event (
    application_id uuid not null references application (id),
    number bigint not null,
    kind text not null check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped')),
    connect_request_id uuid,
    external_id text not null,
    person_id uuid,
    record_id uuid,
    at timestamptz not null,
    primary key (application_id, number)
);
create index event_age on event (at);

-- A chain is an application's id, or the nil id for the installation's own.
create table audit_head (
    chain uuid primary key,
    last bigint not null,
    hash bytea not null
);

create table audit (
    chain uuid not null,
    number bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    action text not null,
    subject_id uuid,
    outcome text not null,
    hash bytea not null,
    primary key (chain, number)
);
create index audit_subject on audit (chain, subject_id);

create table session (
    digest bytea primary key,
    data bytea not null,
    made_at timestamptz not null,
    seen_at timestamptz not null
);
create index session_seen on session (seen_at);

-- Limits that hold across processes; the key is a digest of what is limited.
create table throttle (
    key bytea primary key,
    failures bigint not null,
    at timestamptz not null,
    until timestamptz not null
);
create index throttle_age on throttle (until);

create table idempotency (
    application_id uuid not null references application (id),
    key_digest bytea not null,
    body_mac bytea not null,
    connect_request_id uuid not null,
    made_at timestamptz not null,
    primary key (application_id, key_digest)
);
create index idempotency_age on idempotency (made_at);

create table job (
    id uuid primary key,
    kind text not null,
    connect_request_id uuid references connect_request (id) on delete set null,
    payload bytea not null,
    state text not null check (state in ('queued', 'leased', 'done', 'bounced', 'unknown', 'dead')),
    attempts bigint not null,
    run_at timestamptz not null,
    leased_until timestamptz,
    made_at timestamptz not null,
    ended_at timestamptz,
    failure text
);
create index job_due on job (run_at) where state = 'queued';
create index job_leases on job (leased_until) where state = 'leased';
create index job_request on job (connect_request_id);
create index job_age on job (ended_at);

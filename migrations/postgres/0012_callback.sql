-- Where an application is told that its log has grown: one address each, and how far it was told.

create table callback (
    application_id uuid primary key references application (id),
    url text not null,
    secret bytea not null,
    told bigint not null,
    asked_at timestamptz,
    attempts bigint not null,
    next_at timestamptz not null,
    leased_until timestamptz,
    answer text check (answer in ('taken', 'refused', 'inward', 'unreachable', 'slow')),
    answer_status bigint,
    answered_at timestamptz,
    made_at timestamptz not null,
    check ((answer is null) = (answered_at is null)),
    check ((answer_status is not null) = coalesce(answer = 'refused', false))
);

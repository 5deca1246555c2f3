-- Where an application is told that its log has grown: one address each, and how far it was told.

create table callback (
    application_id blob primary key references application (id),
    url text not null,
    secret blob not null,
    told integer not null,
    asked_at integer,
    attempts integer not null,
    next_at integer not null,
    leased_until integer,
    answer text check (answer in ('taken', 'refused', 'inward', 'unreachable', 'slow')),
    answer_status integer,
    answered_at integer,
    made_at integer not null,
    check ((answer is null) = (answered_at is null)),
    check ((answer_status is not null) = coalesce(answer = 'refused', false))
) strict;

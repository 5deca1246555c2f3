-- Public keys by which an application signs for tokens of the FHIR API (SMART Backend Services), as JSON Web Key Sets.

create table key_set (
    id blob primary key,
    application_id blob not null references application (id),
    -- Where it is published; null for one that was registered as text.
    url text,
    -- The set as text: what was registered, or what the URL answered last; null before its first answer.
    keys text,
    -- When the URL was last asked, and until when its answer counts.
    asked_at integer,
    fresh_until integer,
    made_at integer not null,
    removed_at integer
) strict;
create index key_set_live on key_set (application_id) where removed_at is null;

-- Passkeys of people: a key that signs in without the password. The key is the authenticator's COSE text as it wrote it.
create table passkey (
    id uuid primary key,
    person_id uuid not null references person (id),
    credential_id bytea not null unique,
    public_key bytea not null,
    sign_count bigint not null check (sign_count >= 0),
    synced boolean not null,
    name text not null,
    made_at timestamptz not null,
    used_at timestamptz
);
create index passkey_person on passkey (person_id, made_at);

-- A passkey that a browser was asked for: made by a person who is signed in, or shown by someone who signs in.
create table passkey_ceremony (
    challenge_digest bytea primary key,
    browser_digest bytea not null,
    person_id uuid references person (id),
    session_round bigint,
    expires_at timestamptz not null,
    check ((person_id is null) = (session_round is null))
);
create index passkey_ceremony_age on passkey_ceremony (expires_at);
create index passkey_ceremony_person on passkey_ceremony (person_id);

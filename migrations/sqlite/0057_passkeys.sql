-- Passkeys of people: a key that signs in without the password. The key is the authenticator's COSE text as it wrote it.
create table passkey (
    id blob primary key,
    person_id blob not null references person (id),
    credential_id blob not null unique,
    public_key blob not null,
    sign_count integer not null check (sign_count >= 0),
    synced integer not null check (synced in (0, 1)),
    name text not null,
    made_at integer not null,
    used_at integer
) strict;
create index passkey_person on passkey (person_id, made_at);

-- A passkey that a browser was asked for: made by a person who is signed in, or shown by someone who signs in.
create table passkey_ceremony (
    challenge_digest blob primary key,
    browser_digest blob not null,
    person_id blob references person (id),
    session_round integer,
    expires_at integer not null,
    check ((person_id is null) = (session_round is null))
) strict;
create index passkey_ceremony_age on passkey_ceremony (expires_at);
create index passkey_ceremony_person on passkey_ceremony (person_id);

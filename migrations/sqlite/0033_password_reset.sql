-- Ways to a new password for people who forgot theirs: the mailed digits, or the link of the same mail. Addresses without
-- an account have rows, too: no digits are right for them.

create table password_reset (
    id blob primary key,
    person_id blob references person (id),
    email text not null,
    email_key text not null,
    -- The person's round of sessions: a password that changed since ends the way.
    session_round integer,
    digits_digest blob,
    token_digest blob unique,
    tries integer not null,
    made_at integer not null,
    expires_at integer not null
) strict;
create index password_reset_address on password_reset (email_key);
create index password_reset_expiry on password_reset (expires_at);

-- Links by mail that let somebody choose a password: a new colleague, or one of the staff who forgot theirs (staff_id).

create table invitation (
    id blob primary key,
    application_id blob not null references application (id),
    staff_id blob references staff (id),
    name text not null,
    email text not null,
    email_key text not null,
    role text not null check (role in ('front-desk', 'manager')),
    made_by blob references staff (id),
    token_digest blob not null unique,
    state text not null check (state in ('open', 'used', 'withdrawn')),
    made_at integer not null,
    expires_at integer not null
) strict;
create unique index invitation_open on invitation (application_id, email_key) where state = 'open' and staff_id is null;
create index invitation_expiry on invitation (expires_at);

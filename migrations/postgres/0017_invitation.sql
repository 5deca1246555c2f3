-- Links by mail that let somebody choose a password: a new colleague, or one of the staff who forgot theirs (staff_id).

create table invitation (
    id uuid primary key,
    application_id uuid not null references application (id),
    staff_id uuid references staff (id),
    name text not null,
    email text not null,
    email_key text not null,
    role text not null check (role in ('front-desk', 'manager')),
    made_by uuid references staff (id),
    token_digest bytea not null unique,
    state text not null check (state in ('open', 'used', 'withdrawn')),
    made_at timestamptz not null,
    expires_at timestamptz not null
);
create unique index invitation_open on invitation (application_id, email_key) where state = 'open' and staff_id is null;
create index invitation_expiry on invitation (expires_at);

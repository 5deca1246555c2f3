-- The first start's one link, and the mail server where the configuration names none. One row each.

create table set_up (
    id bigint primary key check (id = 1),
    token_digest bytea not null,
    made_at timestamptz not null
);

-- version grows with each change, so that a process knows when to read again.
create table mail_settings (
    id bigint primary key check (id = 1),
    version bigint not null,
    sealed bytea not null,
    changed_at timestamptz not null
);

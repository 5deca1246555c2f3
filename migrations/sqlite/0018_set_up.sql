-- The first start's one link, and the mail server where the configuration names none. One row each.

create table set_up (
    id integer primary key check (id = 1),
    token_digest blob not null,
    made_at integer not null
) strict;

-- version grows with each change, so that a process knows when to read again.
create table mail_settings (
    id integer primary key check (id = 1),
    version integer not null,
    sealed blob not null,
    changed_at integer not null
) strict;

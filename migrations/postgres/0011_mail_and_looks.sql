-- Mail that a lost worker had not handed over is tried again; reminders; what a clinic shows of itself.

alter table job add column handed_over_at timestamptz;

-- How far the reminders of each day have come: all requests made up to then have had theirs, or never will.
create table reminder_mark (
    day bigint primary key,
    made_at timestamptz not null,
    connect_request_id uuid not null
);
create index connect_request_reminders on connect_request (made_at, id)
    where code_state = 'usable' and email is not null;

alter table application add column reminders boolean not null default true;
alter table application add column description text not null default '';
alter table application add column address text not null default '';
alter table application add column opening_hours text not null default '';
alter table application add column accent text;

create table logo (
    application_id uuid primary key references application (id),
    digest text not null,
    png bytea not null,
    width bigint not null,
    height bigint not null,
    made_at timestamptz not null
);

-- The log is also read by who did it, and from a day back.
create index audit_actor on audit (chain, actor_id, number);
create index audit_at on audit (chain, at, number);

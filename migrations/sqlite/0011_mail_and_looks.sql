-- Mail that a lost worker had not handed over is tried again; reminders; what a clinic shows of itself.

alter table job add column handed_over_at integer;

-- How far the reminders of each day have come: all requests made up to then have had theirs, or never will.
create table reminder_mark (
    day integer primary key,
    made_at integer not null,
    connect_request_id blob not null
) strict;
create index connect_request_reminders on connect_request (made_at, id)
    where code_state = 'usable' and email is not null;

alter table application add column reminders integer not null default 1;
alter table application add column description text not null default '';
alter table application add column address text not null default '';
alter table application add column opening_hours text not null default '';
alter table application add column accent text;

create table logo (
    application_id blob primary key references application (id),
    digest text not null,
    png blob not null,
    width integer not null,
    height integer not null,
    made_at integer not null
) strict;

-- The log is also read by who did it, and from a day back.
create index audit_actor on audit (chain, actor_id, number);
create index audit_at on audit (chain, at, number);

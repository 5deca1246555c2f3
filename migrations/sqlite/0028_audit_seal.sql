-- How far each chain went, under the key: null until the first start that knows of it.
alter table audit_head add column sealed_at integer;
alter table audit_head add column anchor integer;
alter table audit_head add column seal blob;

-- Each advance of a head, chained over the whole installation.
create table audit_anchor (
    number integer primary key,
    chain blob not null,
    last integer not null,
    hash blob not null,
    at integer not null,
    link blob not null
) strict;
create index audit_anchor_chain on audit_anchor (chain, number);

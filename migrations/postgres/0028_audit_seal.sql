-- How far each chain went, under the key: null until the first start that knows of it.
alter table audit_head add column sealed_at timestamptz;
alter table audit_head add column anchor bigint;
alter table audit_head add column seal bytea;

-- Each advance of a head, chained over the whole installation.
create table audit_anchor (
    number bigint primary key,
    chain uuid not null,
    last bigint not null,
    hash bytea not null,
    at timestamptz not null,
    link bytea not null
);
create index audit_anchor_chain on audit_anchor (chain, number);

-- People add things to their own records, too: such a thing names no application of a clinic, but the id that means
-- Patient Connect. And lists of a record by type, and of all its things, read an index in their own order.
create table thing_anew (
    id blob primary key,
    record_id blob not null references record (id),
    type_id blob not null,
    version_stamp blob not null,
    removed integer not null,
    effective_at integer not null,
    data blob not null,
    created_at integer not null,
    created_by blob not null,
    created_for blob not null references person (id),
    updated_at integer not null,
    updated_by blob not null,
    updated_for blob not null references person (id),
    client_id_digest blob
) strict;
insert into thing_anew select id, record_id, type_id, version_stamp, removed, effective_at, data, created_at,
    created_by, created_for, updated_at, updated_by, updated_for, client_id_digest from thing;
drop table thing;
alter table thing_anew rename to thing;
create index thing_list on thing (record_id, removed, effective_at, id);
create index thing_kind on thing (record_id, removed, type_id, effective_at, id);
create index thing_updates on thing (record_id, updated_at);
create index thing_client_id on thing (record_id, client_id_digest) where client_id_digest is not null;

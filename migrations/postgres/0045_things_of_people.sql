-- People add things to their own records, too: such a thing names no application of a clinic, but the id that means
-- Patient Connect. And lists of a record by type, and of all its things, read an index in their own order.
alter table thing drop constraint thing_created_by_fkey;
alter table thing drop constraint thing_updated_by_fkey;
drop index thing_list;
create index thing_list on thing (record_id, removed, effective_at, id);
create index thing_kind on thing (record_id, removed, type_id, effective_at, id);

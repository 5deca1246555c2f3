-- A client's own id of a thing, as a keyed digest: it is looked for and never read. What was written before has none until
-- it is written again.
alter table thing add column client_id_digest bytea;
create index thing_client_id on thing (record_id, client_id_digest) where client_id_digest is not null;

-- How many operations changed a record's things: the number of its latest one.
alter table record add column operations bigint not null default 0;
update record set operations = (select count(*) from thing where thing.record_id = record.id);

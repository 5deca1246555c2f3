-- Calls are signed with the secret before, too, for a day after it was renewed; none for those that exist.
alter table callback add column former_secret blob;
alter table callback add column former_until integer;

-- A child who is old enough could look after their own record: since when the one who does said that they go on. Nobody
-- has been asked yet.
alter table custodian add column goes_on_since integer;

-- Who a record is about, as its person says, and the year in which that person was born. Nobody said so of earlier ones.
alter table record add column relation text check (relation in ('myself', 'my-child', 'cared-for'));
alter table record add column birth_year integer;

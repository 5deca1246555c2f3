-- The language that a person reads, by its tag. Null where they have not chosen one: then their request, their browser or
-- the installation decides, as for all accounts so far.
alter table person add column language text;

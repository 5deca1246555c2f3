-- What a manager calls a key, its first letters, by which it is recognized, and when it was last used, to the hour. Keys
-- that exist have no name, and what they began with was not kept.
alter table api_key add column name text not null default '';
alter table api_key add column prefix text not null default '';
alter table api_key add column last_used_at integer;

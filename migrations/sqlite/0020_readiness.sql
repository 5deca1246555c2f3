-- Readiness proves that a write commits.
alter table installation add column write_checks integer not null default 0;

-- In a table without rowid the columns of the primary key come first: the check of SQLite before 3.41 mistakes the others
-- for each other and reports faults that are none.
create table request_word_in_order (
    connect_request_id blob not null references connect_request (id) on delete cascade,
    word text not null,
    application_id blob not null references application (id),
    primary key (connect_request_id, word)
) strict, without rowid;
insert into request_word_in_order (connect_request_id, word, application_id)
select connect_request_id, word, application_id from request_word;
drop table request_word;
alter table request_word_in_order rename to request_word;
create index request_word_search on request_word (application_id, word, connect_request_id desc);

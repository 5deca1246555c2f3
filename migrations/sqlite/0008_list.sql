-- The desk's list: each of its filters has an index, and words find a request however many there are. By "made_at",
-- as the primary key would lead an engine past all that the filter leaves out.

alter table connect_request add column mail_trouble integer not null default 0;
update connect_request set mail_trouble = 1
where code_state not in ('replaced', 'deleted') and person_id is null and (
    select job.state from job where job.connect_request_id = connect_request.id and job.kind = 'connect'
    order by job.id desc limit 1
) in ('bounced', 'dead', 'unknown');

drop index connect_request_list;
create index connect_request_live on connect_request (application_id, made_at, id)
    where code_state not in ('replaced', 'deleted');
create index connect_request_waiting on connect_request (application_id, made_at, id)
    where code_state = 'usable' and person_id is null;
create index connect_request_connected on connect_request (application_id, made_at, id)
    where code_state = 'usable' and person_id is not null;
create index connect_request_over on connect_request (application_id, code_state, made_at, id)
    where code_state <> 'usable';
create index connect_request_ending on connect_request (application_id, expires_at, id)
    where code_state = 'usable' and person_id is null;
create index connect_request_mail_trouble on connect_request (application_id, made_at, id) where mail_trouble;
create index connect_request_same_external_id on connect_request (application_id, external_id);
create index record_authorization_external_id on record_authorization (application_id, external_id);

-- Tombstones forget what they need no longer.
update connect_request set email = null, callback_url = null, short_answer_reason = null
where code_state in ('replaced', 'deleted');

-- Words are compared byte by byte, so that those with one beginning stand together.
create table request_word (
    connect_request_id blob not null references connect_request (id) on delete cascade,
    application_id blob not null references application (id),
    word text not null,
    primary key (connect_request_id, word)
) strict, without rowid;
create index request_word_search on request_word (application_id, word, connect_request_id desc);

-- Two external ids of one patient become one: the event tells both. A check cannot be altered, so the table is made anew.
create table event_with_merges (
    application_id blob not null references application (id),
    number integer not null,
    kind text not null
        check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped', 'merged')),
    connect_request_id blob,
    external_id text not null,
    former_external_id text,
    person_id blob,
    record_id blob,
    at integer not null,
    primary key (application_id, number),
    check ((kind = 'merged') = (former_external_id is not null))
) strict;
insert into event_with_merges (application_id, number, kind, connect_request_id, external_id, person_id, record_id, at)
select application_id, number, kind, connect_request_id, external_id, person_id, record_id, at from event;
drop table event;
alter table event_with_merges rename to event;
create index event_age on event (at);

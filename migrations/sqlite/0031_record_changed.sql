-- A patient corrects which record a letter is connected to: one event tells both records. A check cannot be altered, so
-- the table is made anew.
create table event_with_changes (
    application_id blob not null references application (id),
    number integer not null,
    kind text not null
        check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped', 'merged', 'changed')),
    connect_request_id blob,
    external_id text not null,
    former_external_id text,
    person_id blob,
    record_id blob,
    -- The record that was connected until then.
    former_record_id blob,
    at integer not null,
    primary key (application_id, number),
    check ((kind = 'merged') = (former_external_id is not null)),
    check ((kind = 'changed') = (former_record_id is not null))
) strict;
insert into event_with_changes
    (application_id, number, kind, connect_request_id, external_id, former_external_id, person_id, record_id, at)
select application_id, number, kind, connect_request_id, external_id, former_external_id, person_id, record_id, at
from event;
drop table event;
alter table event_with_changes rename to event;
create index event_age on event (at);

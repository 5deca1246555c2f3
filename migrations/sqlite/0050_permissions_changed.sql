-- A person changes what a clinic may do with a record: one more kind of event. A check cannot be altered, so the table is
-- made anew.
create table event_with_permissions (
    application_id blob not null references application (id),
    number integer not null,
    kind text not null
        check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped', 'merged', 'changed',
            'permissions-changed')),
    connect_request_id blob,
    external_id text not null,
    former_external_id text,
    person_id blob,
    record_id blob,
    former_record_id blob,
    at integer not null,
    primary key (application_id, number),
    check ((kind = 'merged') = (former_external_id is not null)),
    check ((kind = 'changed') = (former_record_id is not null))
) strict;
insert into event_with_permissions
    (application_id, number, kind, connect_request_id, external_id, former_external_id, person_id, record_id,
     former_record_id, at)
select application_id, number, kind, connect_request_id, external_id, former_external_id, person_id, record_id,
    former_record_id, at
from event;
drop table event;
alter table event_with_permissions rename to event;
create index event_age on event (at);

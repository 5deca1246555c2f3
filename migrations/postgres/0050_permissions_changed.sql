-- A person changes what a clinic may do with a record: one more kind of event.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check
    check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped', 'merged', 'changed',
        'permissions-changed'));

-- A patient corrects which record a letter is connected to: one event tells both records.
alter table event add column former_record_id uuid;
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check
    check (kind in ('authorized', 'rejected', 'disconnected', 'expired', 'stopped', 'merged', 'changed'));
alter table event add constraint event_changed_check
    check ((kind = 'changed') = (former_record_id is not null));

-- What a new clinic still has to do is listed at its desk. Here are the names of those that a manager hid, with a blank in
-- between. Clinics that exist know their way: nothing is listed for them.
alter table application add column checklist_hidden text not null default '';
update application set checklist_hidden = 'logo privacy colleague test-letter';

-- Whose session it is, where a person is signed in: they see where they are, and end what they do not know. Sessions of
-- before are in no list; they last 12 hours at most.
alter table session add column person_id uuid references person (id);
create index session_person on session (person_id, seen_at) where person_id is not null;

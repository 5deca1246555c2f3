-- The desk's second factor: an application says whether its staff need one; secrets are sealed, recovery codes digests.
-- session_round counts how often all sessions of a member of staff were ended at once.

alter table application add column staff_authenticator integer not null default 1;
update application set staff_authenticator = 0 where demonstration = 1;
alter table staff add column session_round integer not null default 0;

create table authenticator (
    staff_id blob primary key references staff (id),
    secret blob not null,
    step integer not null,
    made_at integer not null
) strict;

create table recovery_code (
    staff_id blob not null references staff (id),
    digest blob not null,
    primary key (staff_id, digest)
) strict;

-- More than one person looks after a record: each says by themselves whom it is about, and has been there since a time.
-- Those of before have been there since the record was made.
create table custodian_anew (
    person_id blob not null references person (id),
    record_id blob not null references record (id),
    relation text check (relation in ('myself', 'my-child', 'cared-for')),
    since integer not null,
    primary key (person_id, record_id)
) strict;
insert into custodian_anew (person_id, record_id, relation, since)
select custodian.person_id, custodian.record_id, record.relation, record.made_at
from custodian join record on record.id = custodian.record_id;
drop table custodian;
alter table custodian_anew rename to custodian;
create index custodian_record on custodian (record_id);
alter table record drop column relation;

-- Somebody is invited to look after a record: the link goes to them by email, and the digits by the one who invites.
create table custodian_invitation (
    id blob primary key,
    record_id blob not null references record (id),
    invited_by blob not null references person (id),
    email text not null,
    token_digest blob not null unique,
    digits_digest blob not null,
    tries integer not null default 0,
    expires_at integer not null
) strict;
create index custodian_invitation_record on custodian_invitation (record_id);
create index custodian_invitation_age on custodian_invitation (expires_at);

-- More than one person looks after a record: each says by themselves whom it is about, and has been there since a time.
-- Those of before have been there since the record was made.
alter table custodian add column relation text check (relation in ('myself', 'my-child', 'cared-for'));
alter table custodian add column since timestamptz;
update custodian set relation = record.relation, since = record.made_at
from record where record.id = custodian.record_id;
alter table custodian alter column since set not null;
alter table record drop column relation;

-- Somebody is invited to look after a record: the link goes to them by email, and the digits by the one who invites.
create table custodian_invitation (
    id uuid primary key,
    record_id uuid not null references record (id),
    invited_by uuid not null references person (id),
    email text not null,
    token_digest bytea not null unique,
    digits_digest bytea not null,
    tries bigint not null default 0,
    expires_at timestamptz not null
);
create index custodian_invitation_record on custodian_invitation (record_id);
create index custodian_invitation_age on custodian_invitation (expires_at);

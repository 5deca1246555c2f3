-- What a person chooses for themselves: the email of each month, which those who have an account get until they switch
-- it off, and the units that numbers are shown in.
alter table person add column monthly_mail integer not null default 1;
alter table person add column units text not null default 'metric' check (units in ('metric', 'imperial'));

-- That the person was told of the first read by an authorization. Its row ends with the connection.
create table first_read (
    authorization_id blob primary key references record_authorization (id),
    at integer not null
) strict, without rowid;
-- Whoever was read before knows of it from their log: there is no mail about it now.
insert into first_read (authorization_id, at)
select record_authorization.id, min(access.first_at) from record_authorization
join access on access.person_id = record_authorization.person_id
    and access.record_id = record_authorization.record_id
    and access.application_id = record_authorization.application_id
where access.what = 'read' and record_authorization.revoked_at is null
group by record_authorization.id;

-- How far the emails about a month have come, in the order of people's ids.
create table monthly_mark (
    month text primary key,
    person_id blob not null
) strict, without rowid;

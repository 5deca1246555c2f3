-- A connection and a code are two facts. One row for each authorization and external id it was picked up under: two ids
-- of a clinic on one record are two rows, and each is told of its end. It outlives the requests.
create table connection (
    authorization_id uuid not null references record_authorization (id),
    external_id text not null,
    application_id uuid not null references application (id),
    since timestamptz not null,
    until timestamptz,
    -- Who ended it: the person, or the application that gave it up.
    ended_by text check (ended_by in ('person', 'application')),
    primary key (authorization_id, external_id),
    check ((until is null) = (ended_by is null))
);
create index connection_external_id on connection (application_id, external_id);
create index connection_live on connection (application_id, since, authorization_id, external_id) where until is null;

-- Earlier versions kept the last external id alone; pick-ups still tell of the others.
insert into connection (authorization_id, external_id, application_id, since, until, ended_by)
select id, external_id, application_id, granted_at, revoked_at,
    case when revoked_at is not null then 'person' end
from record_authorization;
insert into connection (authorization_id, external_id, application_id, since, until, ended_by)
select pickup.authorization_id, connect_request.external_id, pickup.application_id, min(pickup.at),
    min(record_authorization.revoked_at), case when min(record_authorization.revoked_at) is not null then 'person' end
from pickup
join connect_request on connect_request.id = pickup.connect_request_id
join record_authorization on record_authorization.id = pickup.authorization_id
where not exists (select 1 from connection as kept
    where kept.authorization_id = pickup.authorization_id and kept.external_id = connect_request.external_id)
group by pickup.authorization_id, connect_request.external_id, pickup.application_id;

drop index record_authorization_external_id;
alter table record_authorization drop column external_id;

-- What connections say of a request's external id, written wherever one begins, ends or moves: the lists read it.
alter table connect_request add column connected_since timestamptz;
alter table connect_request add column disconnected_at timestamptz;
alter table connect_request add column connected_record_id uuid;
update connect_request set
    connected_since = (select min(since) from connection
        where connection.application_id = connect_request.application_id
        and connection.external_id = connect_request.external_id and until is null),
    connected_record_id = (select record_id from connection
        join record_authorization on record_authorization.id = connection.authorization_id
        where connection.application_id = connect_request.application_id
        and connection.external_id = connect_request.external_id and until is null order by since limit 1);
update connect_request set
    connected_since = (select since from connection
        where connection.application_id = connect_request.application_id
        and connection.external_id = connect_request.external_id and until >= connect_request.made_at
        order by until desc limit 1),
    disconnected_at = (select max(until) from connection
        where connection.application_id = connect_request.application_id
        and connection.external_id = connect_request.external_id and until >= connect_request.made_at),
    connected_record_id = (select record_id from connection
        join record_authorization on record_authorization.id = connection.authorization_id
        where connection.application_id = connect_request.application_id
        and connection.external_id = connect_request.external_id and until >= connect_request.made_at
        order by until desc limit 1)
where connected_since is null;

create index connect_request_connected_now on connect_request (application_id, made_at, id)
    where connected_since is not null and disconnected_at is null and code_state not in ('replaced', 'deleted');
create index connect_request_disconnected on connect_request (application_id, made_at, id)
    where disconnected_at is not null and code_state not in ('replaced', 'deleted');

-- A request is kept while its patient is connected; what may be purged has indexes of its own.
drop index connect_request_ended;
drop index connect_request_picked_up;
create index connect_request_over_unused on connect_request (code_state_at)
    where picked_up_at is null
    and (code_state in ('replaced', 'deleted') or connected_since is null or disconnected_at is not null);
create index connect_request_over_used on connect_request (picked_up_at)
    where picked_up_at is not null
    and (code_state in ('replaced', 'deleted') or connected_since is null or disconnected_at is not null);
create index connect_request_resting on connect_request (picked_up_at)
    where code_state = 'usable' and person_id is not null;

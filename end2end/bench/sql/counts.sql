select
    (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state not in ('replaced', 'deleted')
        order by made_at desc limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state = 'usable' and person_id is null and expires_at > $2
        order by expires_at limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state = 'usable' and person_id is null and expires_at > $2 and expires_at <= $4
        order by expires_at limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and mail_trouble
        order by made_at desc limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and connected_since is not null and disconnected_at is null and code_state not in ('replaced', 'deleted')
        order by made_at desc limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and disconnected_at is not null and code_state not in ('replaced', 'deleted')
        order by made_at desc limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state <> 'usable' and code_state = 'ended'
        order by made_at desc limit 1001) as counted)
    + (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state = 'usable' and person_id is null and expires_at <= $2
        order by expires_at limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state <> 'usable' and code_state = 'stopped'
        order by made_at desc limit 1001) as counted),
    (select count(*) from (select 1 from connect_request where application_id = $1
        and code_state <> 'usable' and code_state = 'refused'
        order by made_at desc limit 1001) as counted)

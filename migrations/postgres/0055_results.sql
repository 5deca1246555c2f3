-- The results of codes, by the month in which they were created, by how they went out and by language. The old counts
-- were by the month in which something happened, so the parts of a month did not belong together.

-- The furthest step of a code: 0 none, 1 its email was sent, 2 it was entered, 3 the answer was right.
alter table connect_request add column reached bigint not null default 0;
update connect_request set reached = case when person_id is not null then 3 else 2 end
where person_id is not null or code_state in ('stopped', 'refused');
update connect_request set reached = 1 where reached = 0 and delivery = 'email' and not mail_trouble;

create table result_tally (
    application_id uuid not null references application (id),
    month text not null,
    delivery text not null check (delivery in ('email', 'letter', 'both')),
    -- As "en"; empty where it was not kept.
    language text not null,
    what text not null check (what in
        ('made', 'sent', 'entered', 'answered', 'connected', 'expired', 'locked', 'refused', 'withdrawn')),
    -- Whole days from its creation to the first connection; -1 where that is not known, and for all else.
    days bigint not null,
    count bigint not null,
    primary key (application_id, month, delivery, language, what, days)
);

-- Requests that are still there say most; how many days their patients took is not kept.
create temporary table kept on commit drop as
select application_id, to_char(made_at at time zone 'UTC', 'YYYY-MM') as month, delivery, language, reached, person_id,
    code_state
from connect_request;
insert into result_tally (application_id, month, delivery, language, what, days, count)
select application_id, month, delivery, language, 'made', -1, count(*) from kept group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'sent', -1, count(*) from kept
where delivery = 'email' and reached >= 1 group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'entered', -1, count(*) from kept where reached >= 2 group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'answered', -1, count(*) from kept where reached = 3 group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'connected', -1, count(*) from kept where person_id is not null
group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'expired', -1, count(*) from kept
where person_id is null and code_state = 'ended' group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'locked', -1, count(*) from kept
where person_id is null and code_state = 'stopped' group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'refused', -1, count(*) from kept
where person_id is null and code_state = 'refused' group by 1, 2, 3, 4
union all
select application_id, month, delivery, language, 'withdrawn', -1, count(*) from kept
where person_id is null and code_state in ('replaced', 'deleted') group by 1, 2, 3, 4;
drop table kept;

-- Months of which nothing is kept any more have the old counts.
insert into result_tally (application_id, month, delivery, language, what, days, count)
select application_id, month, case channel when 'mail' then 'email' else 'letter' end, '', what, -1, count
from tally
where what in ('made', 'connected') and not exists (select 1 from result_tally
    where result_tally.application_id = tally.application_id and result_tally.month <= tally.month);
drop table tally;

-- Work on many requests at once: made from a file, or drawn as letters into one. What they hold is sealed, and wiped
-- when they are over. Jobs learn to work on a batch, and in which order they are due.

create table batch (
    id blob primary key,
    application_id blob not null references application (id),
    staff_id blob not null references staff (id),
    kind text not null check (kind in ('import', 'letters')),
    state text not null check (state in ('previewed', 'refused', 'running', 'done', 'failed', 'cancelled')),
    total integer not null,
    done integer not null,
    report blob not null,
    made_at integer not null,
    expires_at integer not null
) strict;
create index batch_application on batch (application_id);
create index batch_expiry on batch (expires_at) where state <> 'running';

create table batch_part (
    batch_id blob not null references batch (id) on delete cascade,
    number integer not null,
    sealed blob not null,
    primary key (batch_id, number)
) strict;

create table batch_request (
    connect_request_id blob primary key references connect_request (id) on delete cascade,
    batch_id blob not null references batch (id) on delete cascade
) strict;
create index batch_request_batch on batch_request (batch_id);

alter table job add column batch_id blob references batch (id) on delete cascade;
alter table job add column urgency integer not null default 0;
create index job_batch on job (batch_id);
create index job_next on job (urgency, run_at, id) where state = 'queued';

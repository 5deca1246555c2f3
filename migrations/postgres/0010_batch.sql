-- Work on many requests at once: made from a file, or drawn as letters into one. What they hold is sealed, and wiped
-- when they are over. Jobs learn to work on a batch, and in which order they are due.

create table batch (
    id uuid primary key,
    application_id uuid not null references application (id),
    staff_id uuid not null references staff (id),
    kind text not null check (kind in ('import', 'letters')),
    state text not null check (state in ('previewed', 'refused', 'running', 'done', 'failed', 'cancelled')),
    total bigint not null,
    done bigint not null,
    report bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null
);
create index batch_application on batch (application_id);
create index batch_expiry on batch (expires_at) where state <> 'running';

create table batch_part (
    batch_id uuid not null references batch (id) on delete cascade,
    number bigint not null,
    sealed bytea not null,
    primary key (batch_id, number)
);

create table batch_request (
    connect_request_id uuid primary key references connect_request (id) on delete cascade,
    batch_id uuid not null references batch (id) on delete cascade
);
create index batch_request_batch on batch_request (batch_id);

alter table job add column batch_id uuid references batch (id) on delete cascade;
alter table job add column urgency bigint not null default 0;
create index job_batch on job (batch_id);
create index job_next on job (urgency, run_at, id) where state = 'queued';

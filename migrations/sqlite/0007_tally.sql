-- What became of an application's codes, by month and channel: counts that stay when requests are purged.

create table tally (
    application_id blob not null references application (id),
    month text not null,
    channel text not null check (channel in ('mail', 'letter')),
    what text not null check (what in ('made', 'mailed', 'connected', 'unused')),
    count integer not null,
    primary key (application_id, month, channel, what)
) strict;

-- Signed calls that were obeyed, by a digest, until their time is over: each counts once.

create table signed_call (
    digest bytea primary key,
    until timestamptz not null
);
create index signed_call_age on signed_call (until);

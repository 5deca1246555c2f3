-- Signed calls that were obeyed, by a digest, until their time is over: each counts once.

create table signed_call (
    digest blob primary key,
    until integer not null
) strict;
create index signed_call_age on signed_call (until);

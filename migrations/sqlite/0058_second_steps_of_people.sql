-- Authenticator apps of people who want a second step, with recovery codes for the day when the phone is lost.
create table person_authenticator (
    person_id blob primary key references person (id),
    secret blob not null,
    step integer not null,
    made_at integer not null
) strict;
create table person_recovery_code (
    person_id blob not null references person (id),
    digest blob not null,
    primary key (person_id, digest)
) strict;

-- Sign-ins of people whose password was right and whose second step has not come, as those of staff.
create table person_half_sign_in (
    person_id blob not null references person (id),
    place blob not null,
    at integer not null,
    ends_at integer not null,
    primary key (person_id, place)
) strict;
create index person_half_sign_in_end on person_half_sign_in (ends_at);

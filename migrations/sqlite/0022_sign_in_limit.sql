-- Wrong sign-ins to one account, by the place they came from (a network address, a known device, or all places but known
-- devices together), and the sign-ins that are being evaluated. Accounts are keyed digests: unknown ones have rows, too.

create table sign_in_limit (
    key blob primary key,
    account blob not null,
    staff_id blob,
    person_id blob,
    failures integer not null,
    at integer not null,
    until integer not null
) strict;
create index sign_in_limit_account on sign_in_limit (account);
create index sign_in_limit_age on sign_in_limit (until);

create table sign_in_try (
    id blob primary key,
    account blob not null,
    place blob not null,
    address blob,
    network blob,
    leased_until integer not null
) strict;
create index sign_in_try_lease on sign_in_try (leased_until);

-- For the clean-up of tries that were reserved and never settled.
create index answer_try_lease on answer_try (leased_until);

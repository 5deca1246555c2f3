-- Wrong sign-ins to one account, by the place they came from (a network address, a known device, or all places but known
-- devices together), and the sign-ins that are being evaluated. Accounts are keyed digests: unknown ones have rows, too.

create table sign_in_limit (
    key bytea primary key,
    account bytea not null,
    staff_id uuid,
    person_id uuid,
    failures bigint not null,
    at timestamptz not null,
    until timestamptz not null
);
create index sign_in_limit_account on sign_in_limit (account);
create index sign_in_limit_age on sign_in_limit (until);

create table sign_in_try (
    id uuid primary key,
    account bytea not null,
    place bytea not null,
    address bytea,
    network bytea,
    leased_until timestamptz not null
);
create index sign_in_try_lease on sign_in_try (leased_until);

-- For the clean-up of tries that were reserved and never settled.
create index answer_try_lease on answer_try (leased_until);

-- Sign-ins of staff whose password was right and whose second step has not come: one for each account and the place it
-- comes from (the key of its limit). What is left when its time is over is told to the owner.

create table half_sign_in (
    staff_id uuid not null references staff (id),
    place bytea not null,
    at timestamptz not null,
    ends_at timestamptz not null,
    primary key (staff_id, place)
);
create index half_sign_in_end on half_sign_in (ends_at);

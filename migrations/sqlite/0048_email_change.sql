-- Another address for an account: first it waits for the digits mailed to the new address, then a link mailed to the old
-- one undoes it for a week. Where the new address has an account, no digits are right for it.
create table email_change (
    id blob primary key,
    person_id blob not null references person (id),
    old_email text not null,
    new_email text not null,
    digits_digest blob,
    tries integer not null,
    expires_at integer not null,
    undo_digest blob unique
) strict;
create index email_change_person on email_change (person_id);
create index email_change_end on email_change (expires_at);

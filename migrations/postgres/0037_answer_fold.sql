-- By which rule the answer was folded before it was hashed: requests made so far were folded by the first one.
alter table connect_request add column answer_fold bigint not null default 1 check (answer_fold in (1, 2));
-- Whether the agreed answer ends with a full stop; nobody noted it so far, so such an answer is evaluated.
alter table connect_request add column answer_full_stop boolean not null default true;

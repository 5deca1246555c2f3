-- How the patient proves that a request is theirs, how the code comes to them, and why a pair that is easy to guess was
-- good enough: a short answer is one such pair of several.

alter table connect_request rename column short_answer_reason to reason;
alter table connect_request add column proof text not null default 'question'
    check (proof in ('question', 'phrase', 'typed'));
alter table connect_request add column delivery text not null default 'letter'
    check (delivery in ('email', 'letter', 'both'));
update connect_request set delivery = 'email' where email is not null;

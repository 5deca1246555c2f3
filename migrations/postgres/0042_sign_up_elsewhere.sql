-- An account that waits for its digits can be finished in another browser: by the link of the mail, or by address and digits,
-- each with the password that was chosen. `flow` is the way to a clinic that the first browser was on, sealed under the id.
-- Accounts that wait during the upgrade have neither; their digits work as before.
alter table sign_up add column token_digest bytea;
alter table sign_up add column flow bytea;
create unique index sign_up_token on sign_up (token_digest) where token_digest is not null;
create index sign_up_address on sign_up (email_key);

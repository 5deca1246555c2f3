-- A mail that waits because the mail server refuses this installation: operators have to know.
alter table job add column ours integer not null default 0;

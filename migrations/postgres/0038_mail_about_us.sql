-- A mail that waits because the mail server refuses this installation: operators have to know.
alter table job add column ours boolean not null default false;

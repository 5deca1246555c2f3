-- The network that a session of nobody in particular came from, as a keyed digest: such sessions are short, and bounded
-- for each network and in all. Empty once somebody signed in.

alter table session add column network blob;
create index session_stranger on session (network, made_at) where network is not null;
create index session_stranger_age on session (made_at) where network is not null;

-- What bounds unfinished accounts: the mailbox that their digits go to and the network that they came from, as keyed
-- digests.

alter table sign_up add column mailbox blob;
alter table sign_up add column network blob;
create index sign_up_mailbox on sign_up (mailbox);
create index sign_up_network on sign_up (network);

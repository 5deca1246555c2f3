-- The log is read latest first, all of it or one sort of entry.

create index audit_action on audit (chain, action, number);

-- When a link's end was noticed: it never works again, whatever the clock says later.

alter table invitation add column ended_at integer;

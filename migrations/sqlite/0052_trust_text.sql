-- What the operator says on the pages that every footer leads to, in the place of the text that comes with the software.
create table trust_text (
    kind text primary key check (kind in ('privacy', 'terms', 'accessibility', 'help', 'about')),
    text text not null,
    changed_at integer not null
) strict, without rowid;

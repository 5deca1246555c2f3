-- Results are counted by the day on which a code was created, as "2026-05-14", so that the overview can look at the last 30
-- and 90 days. Rows of months, as "2026-05", are those of earlier versions and those whose days were put together once they
-- were old: the column holds either.
alter table result_tally rename column month to made_in;

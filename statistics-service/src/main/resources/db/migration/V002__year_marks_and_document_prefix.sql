-- Whether a body's year is confirmed: the confirmation stands while no later fact of the lane has a cell of that year.
-- Both positions are maxima, so that facts may come in any order. (Nothing confirmed a year before this table was made,
-- so what was counted before it needs no mark: a confirmation comes later in the lane.)
CREATE TABLE year_mark (
    organisation text COLLATE "C" NOT NULL,
    year         smallint NOT NULL,
    counted_at   bigint NOT NULL,
    confirmed_at bigint NOT NULL,
    confirmed_on date,
    nil          boolean NOT NULL,
    PRIMARY KEY (organisation, year)
) WITH (fillfactor = 80);

ALTER TABLE organisation ADD COLUMN document_prefix text;

-- A code or a kind of count has a number, given once and for ever, so that the key of a cell is one bigint: the upsert
-- bounds how fast facts are counted, and narrow rows and one comparison make it half as fast again. An auditor reads the
-- view readable_cell.
CREATE TABLE organisation_number (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code   text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE kind (
    number         smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure        text COLLATE "C" NOT NULL,
    category       text COLLATE "C" NOT NULL,
    applicant_type text COLLATE "C" NOT NULL,
    UNIQUE (measure, category, applicant_type)
);

-- A ledger is a whole set of counts with the positions it stands at, in a schema ledger_N. One is live; a recount fills
-- another beside it, and swaps it in by the number that every reader takes with its snapshot. One that was live before is
-- kept for a while, for readers whose snapshot is older.
CREATE TABLE ledger (
    number     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- version of the rules by which facts become deltas
    rules      integer NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
);
INSERT INTO ledger (rules) VALUES (1);

CREATE SCHEMA ledger_1;
ALTER TABLE lane SET SCHEMA ledger_1;
ALTER TABLE organisation SET SCHEMA ledger_1;
ALTER TABLE organisation_place SET SCHEMA ledger_1;
ALTER TABLE organisation_abolition SET SCHEMA ledger_1;
ALTER TABLE unreadable_fact SET SCHEMA ledger_1;

-- The version of the tree, raised with every change, by which a tree held in memory is known to be that of a snapshot.
CREATE TABLE ledger_1.tree (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    version bigint NOT NULL DEFAULT 0
);
INSERT INTO ledger_1.tree (version) SELECT tree_version FROM counting;
ALTER TABLE counting DROP COLUMN tree_version;
ALTER TABLE counting ADD COLUMN live_ledger integer NOT NULL DEFAULT 1 REFERENCES ledger;

INSERT INTO organisation_number (code)
    SELECT organisation FROM cell UNION SELECT organisation FROM year_mark ORDER BY 1;
INSERT INTO kind (measure, category, applicant_type)
    SELECT DISTINCT measure, category, applicant_type FROM cell ORDER BY 1, 2, 3;

-- number of the organisation, months since 1900, number of the kind: 31, 16 and 16 bits
CREATE TABLE ledger_1.cell (
    key    bigint PRIMARY KEY,
    amount bigint NOT NULL
) WITH (fillfactor = 80);
INSERT INTO ledger_1.cell (key, amount)
    SELECT (organisation_number.number::bigint << 32) | (((cell.year - 1900) * 12 + cell.month - 1)::bigint << 16)
            | kind.number,
        cell.amount
    FROM cell
    JOIN organisation_number ON organisation_number.code = cell.organisation
    JOIN kind USING (measure, category, applicant_type)
    ORDER BY 1;
DROP TABLE cell;

CREATE VIEW ledger_1.readable_cell AS
    SELECT organisation_number.code AS organisation, 1900 + (cell.key >> 16 & 65535) / 12 AS year,
        (cell.key >> 16 & 65535) % 12 + 1 AS month, kind.measure, kind.category, kind.applicant_type, cell.amount
    FROM ledger_1.cell
    JOIN organisation_number ON organisation_number.number = cell.key >> 32
    JOIN kind ON kind.number = cell.key & 65535;

CREATE TABLE ledger_1.year_mark (
    organisation integer NOT NULL,
    year         smallint NOT NULL,
    counted_at   bigint NOT NULL,
    confirmed_at bigint NOT NULL,
    confirmed_on date,
    nil          boolean NOT NULL,
    PRIMARY KEY (organisation, year)
) WITH (fillfactor = 80);
INSERT INTO ledger_1.year_mark
    SELECT organisation_number.number, year_mark.year, counted_at, confirmed_at, confirmed_on, nil
    FROM year_mark JOIN organisation_number ON organisation_number.code = year_mark.organisation;
DROP TABLE year_mark;

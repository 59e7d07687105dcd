-- The trail: what is behind each cell, kept with positions of its own, so that it never slows the counts. Rows are appended
-- and never changed, so the counts of any earlier position can be put together again.
CREATE SCHEMA trail;

CREATE TABLE trail.lane (
    lane            smallint PRIMARY KEY CHECK (lane BETWEEN 0 AND 63),
    generation      integer NOT NULL DEFAULT 0,
    position        bigint NOT NULL DEFAULT 0,
    kafka_partition integer,
    kafka_offset    bigint,
    updated_at      timestamptz
) WITH (fillfactor = 20);
INSERT INTO trail.lane (lane) SELECT generate_series(0, 63);

-- A generation that was seen and is not kept yet; how often everything was thrown away and read again; and the version of
-- the rules by which facts become deltas that the entries were made by.
CREATE TABLE trail.state (
    single           boolean PRIMARY KEY DEFAULT true CHECK (single),
    newer_generation integer,
    restarts         integer NOT NULL DEFAULT 0,
    rules            integer NOT NULL DEFAULT 0
);
INSERT INTO trail.state DEFAULT VALUES;

CREATE TABLE trail.fact_type (
    number smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name   text COLLATE "C" NOT NULL UNIQUE
);

-- One row per delta of a fact; the key is that of the cell. The record is the case, document or dispute that the fact is
-- about, so that what opened it and what closed it meet. No personal data: the number is the one that facts carry.
CREATE TABLE trail.entry (
    key       bigint NOT NULL,
    position  bigint NOT NULL,
    amount    bigint NOT NULL,
    day       date NOT NULL,
    lane      smallint NOT NULL,
    ordinal   smallint NOT NULL,
    fact_type smallint NOT NULL,
    record    uuid NOT NULL,
    number    text
);
-- With amount and lane a statement of an earlier position is added up from the index alone.
CREATE INDEX entry_by_cell ON trail.entry (key, position) INCLUDE (amount, lane);

-- When the facts of a stretch of a lane were recorded, in milliseconds since 1970: latest of all facts of the lane up to its
-- end, and the latest up to each fact within it; null where it has only one fact.
CREATE TABLE trail.stretch (
    lane   smallint NOT NULL,
    last   bigint NOT NULL,
    latest bigint NOT NULL,
    times  bigint[],
    PRIMARY KEY (lane, last)
);
CREATE INDEX stretch_by_time ON trail.stretch (lane, latest, last);

CREATE TABLE trail.description (
    code            text COLLATE "C" NOT NULL,
    lane            smallint NOT NULL,
    position        bigint NOT NULL,
    name            text NOT NULL,
    level           text NOT NULL,
    kind            text NOT NULL,
    may_issue_rules boolean NOT NULL,
    contact_unit    text,
    contact_phone   text,
    report_url      text,
    document_prefix text,
    PRIMARY KEY (code, position)
);
CREATE TABLE trail.place (
    code     text COLLATE "C" NOT NULL,
    since    date NOT NULL,
    lane     smallint NOT NULL,
    position bigint NOT NULL,
    parent   text COLLATE "C",
    PRIMARY KEY (code, since, position)
);
CREATE TABLE trail.abolition (
    code      text COLLATE "C" NOT NULL,
    lane      smallint NOT NULL,
    position  bigint NOT NULL,
    since     date NOT NULL,
    successor text COLLATE "C",
    PRIMARY KEY (code, position)
);

CREATE TABLE trail.confirmation (
    organisation integer NOT NULL,
    year         smallint NOT NULL,
    lane         smallint NOT NULL,
    position     bigint NOT NULL,
    confirmed_on date,
    nil          boolean NOT NULL,
    PRIMARY KEY (organisation, year, position)
);
-- Facts that touch a year which is or was confirmed: of each batch the first, and the first after each confirmation.
CREATE TABLE trail.touch (
    organisation integer NOT NULL,
    year         smallint NOT NULL,
    lane         smallint NOT NULL,
    position     bigint NOT NULL,
    PRIMARY KEY (organisation, year, position)
);

-- As in a ledger; what has no number is not kept here.
CREATE TABLE trail.unreadable_fact (LIKE ledger_1.unreadable_fact INCLUDING ALL);

-- The tables of a ledger as they stood at a position: 64 positions by lane in the setting gongkai.as_of of the transaction.
CREATE SCHEMA trail_as_of;
CREATE VIEW trail_as_of.entry AS
    SELECT * FROM trail.entry WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1];
CREATE VIEW trail_as_of.cell AS
    SELECT key, amount FROM trail_as_of.entry;
CREATE VIEW trail_as_of.organisation AS
    SELECT DISTINCT ON (code) code, name, level, kind, may_issue_rules, contact_unit, contact_phone, report_url,
        document_prefix, position
    FROM trail.description WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1]
    ORDER BY code, position DESC;
CREATE VIEW trail_as_of.organisation_place AS
    SELECT DISTINCT ON (code, since) code, since, parent, position
    FROM trail.place WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1]
    ORDER BY code, since, position DESC;
CREATE VIEW trail_as_of.organisation_abolition AS
    SELECT DISTINCT ON (code) code, since, successor, position
    FROM trail.abolition WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1]
    ORDER BY code, position DESC;
CREATE VIEW trail_as_of.year_mark AS
    SELECT last.organisation, last.year,
        coalesce((SELECT max(touch.position) FROM trail.touch
            WHERE touch.organisation = last.organisation AND touch.year = last.year
                AND touch.position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[touch.lane + 1]), 0)
            AS counted_at,
        last.position AS confirmed_at, last.confirmed_on, last.nil
    FROM (
        SELECT DISTINCT ON (organisation, year) * FROM trail.confirmation
        WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1]
        ORDER BY organisation, year, position DESC) AS last;
CREATE VIEW trail_as_of.unreadable_fact AS
    SELECT * FROM trail.unreadable_fact
    WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1];

-- Raised by each change of the calendar; what was reckoned by an older one is reckoned anew.
CREATE TABLE calendar_version (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint NOT NULL
);
INSERT INTO calendar_version (version) VALUES (0);

-- The State Council's notice of a year. Each change of it is kept; the newest version counts.
CREATE TABLE calendar_notice (
    year        integer NOT NULL,
    version     bigint NOT NULL,
    notice      text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    PRIMARY KEY (year, version)
);
CREATE TABLE calendar_day (
    year    integer NOT NULL,
    version bigint NOT NULL,
    day     date NOT NULL,
    kind    varchar(20) NOT NULL,
    name    text NOT NULL,
    PRIMARY KEY (year, version, day),
    FOREIGN KEY (year, version) REFERENCES calendar_notice
);

-- Open cases whose due day was reckoned by an older calendar.
CREATE INDEX disclosure_application_dated ON disclosure_application (dated_with)
    WHERE state <> 'CLOSED' AND voided_at IS NULL;

-- The day that an amendment moved a count away from; null for every other fact.
ALTER TABLE journal ADD COLUMN day_before date;
-- Whether a body's later facts touch a year that it has confirmed.
CREATE INDEX journal_organisation ON journal (organisation, position);

-- Corrections of every quiet record: nothing is deleted, history keeps all.
CREATE TABLE record_correction (
    record       uuid NOT NULL,
    version      bigint NOT NULL,
    part         varchar(20) NOT NULL,
    act          varchar(20) NOT NULL,
    reason       text NOT NULL,
    was          text NOT NULL,
    corrected_at timestamptz NOT NULL,
    corrected_by text NOT NULL,
    PRIMARY KEY (record, version)
);

CREATE TABLE publication (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    reference         varchar(64),
    published_on      date NOT NULL,
    channels          text[] NOT NULL CHECK (cardinality(channels) BETWEEN 1 AND 6),
    items             bigint NOT NULL CHECK (items >= 1),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX publication_key ON publication (organisation, reference) WHERE retracted_at IS NULL;

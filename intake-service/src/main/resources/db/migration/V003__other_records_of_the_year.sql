ALTER TABLE organisation ADD COLUMN document_prefix varchar(20);

CREATE TABLE normative_document (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    kind              varchar(20) NOT NULL,
    title             text NOT NULL,
    document_number   varchar(100) NOT NULL,
    issued_on         date NOT NULL,
    valid_until       date,
    supersedes        varchar(100),
    abolished_on      date,
    abolition_manner  varchar(20),
    superseded_by     uuid,
    superseded_on     date,
    -- the first of abolition, supersession and expiry; what is counted
    ended_on          date,
    manner            varchar(20),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text,
    CHECK (ended_on >= issued_on AND (ended_on IS NULL) = (manner IS NULL))
);
CREATE UNIQUE INDEX normative_document_key ON normative_document (organisation, document_number)
    WHERE retracted_at IS NULL;
CREATE INDEX normative_document_valid_until ON normative_document (valid_until)
    WHERE retracted_at IS NULL AND ended_on IS NULL;

CREATE TABLE administrative_decisions (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    reference         varchar(64),
    kind              varchar(20) NOT NULL,
    period            text NOT NULL,
    decisions         bigint NOT NULL CHECK (decisions >= 0),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX administrative_decisions_key ON administrative_decisions (organisation, reference)
    WHERE retracted_at IS NULL;

CREATE TABLE administrative_fees (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    reference         varchar(64),
    period            text NOT NULL,
    amount_yuan       numeric(18, 2) NOT NULL CHECK (amount_yuan >= 0),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX administrative_fees_key ON administrative_fees (organisation, reference) WHERE retracted_at IS NULL;

CREATE TABLE processing_fees (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    reference         varchar(64),
    period            text NOT NULL,
    cases             bigint NOT NULL CHECK (cases >= 0),
    amount_yuan       numeric(18, 2) NOT NULL CHECK (amount_yuan >= 0),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX processing_fees_key ON processing_fees (organisation, reference) WHERE retracted_at IS NULL;

CREATE TABLE dispute (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    kind              varchar(30) NOT NULL,
    case_number       varchar(64) NOT NULL,
    filed_on          date NOT NULL,
    application       varchar(64),
    after_review      varchar(64),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX dispute_key ON dispute (organisation, kind, case_number) WHERE retracted_at IS NULL;

-- Number 1 is the filing, later ones are appeals; the latest one counts.
CREATE TABLE dispute_instance (
    dispute       uuid NOT NULL REFERENCES dispute,
    number        integer NOT NULL CHECK (number >= 1),
    filed_on      date NOT NULL,
    concluded_on  date,
    result        varchar(20),
    result_detail text,
    PRIMARY KEY (dispute, number),
    CHECK (concluded_on >= filed_on AND (concluded_on IS NULL) = (result IS NULL))
);

CREATE TABLE indicator (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    year              integer NOT NULL,
    indicator         varchar(60) NOT NULL,
    value             bigint NOT NULL CHECK (value >= 0),
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX indicator_key ON indicator (organisation, year, indicator) WHERE retracted_at IS NULL;

-- Whether one stands follows from the journal: no later fact of that body and year.
CREATE TABLE year_confirmation (
    id                uuid PRIMARY KEY,
    organisation      varchar(40) NOT NULL REFERENCES organisation,
    year              integer NOT NULL,
    confirmed_on      date NOT NULL,
    nil               boolean NOT NULL,
    version           bigint NOT NULL,
    content_fact      uuid NOT NULL,
    last_fact         uuid NOT NULL,
    retracted_at      timestamptz,
    retraction_reason text
);
CREATE UNIQUE INDEX year_confirmation_key ON year_confirmation (organisation, year) WHERE retracted_at IS NULL;

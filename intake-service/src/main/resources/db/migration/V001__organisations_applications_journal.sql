-- Organisations: quiet records, mapped by Hibernate.
CREATE TABLE organisation (
    code            varchar(40) PRIMARY KEY CHECK (code ~ '^[0-9A-Z-]{1,40}$'),
    name            varchar(200) NOT NULL,
    level           varchar(20) NOT NULL,
    kind            varchar(20) NOT NULL,
    may_issue_rules boolean NOT NULL,
    contact_unit    varchar(200),
    contact_phone   varchar(60),
    report_url      varchar(500),
    abolished_since date,
    successor       varchar(40) REFERENCES organisation,
    last_fact       uuid NOT NULL,
    version         bigint NOT NULL
);

-- Where a body stands, from which day on; 0001-01-01 is from the beginning, parent null is a root.
CREATE TABLE organisation_parent (
    code   varchar(40) NOT NULL REFERENCES organisation,
    since  date NOT NULL,
    parent varchar(40) REFERENCES organisation,
    PRIMARY KEY (code, since)
);
CREATE INDEX organisation_parent_parent ON organisation_parent (parent);

-- Disclosure applications, with all that a fact must not carry.
CREATE TABLE disclosure_application (
    id                 uuid PRIMARY KEY,
    organisation       varchar(40) NOT NULL REFERENCES organisation,
    case_number        varchar(64) NOT NULL,
    received_on        date NOT NULL,
    arrived_on         date,
    confirmed_on       date,
    channel            varchar(20) NOT NULL,
    applicant_type     varchar(30) NOT NULL,
    applicant_name     text NOT NULL,
    identity_document  text,
    contact            text NOT NULL,
    information_sought text NOT NULL,
    delivery           text,
    handler            text,
    received_fact      uuid NOT NULL,
    outcome            varchar(40),
    decided_on         date,
    document_number    text,
    reason             text,
    elsewhere          boolean,
    decided_fact       uuid,
    version            bigint NOT NULL DEFAULT 1,
    UNIQUE (organisation, case_number),
    CHECK ((outcome IS NULL) = (decided_on IS NULL) AND (outcome IS NULL) = (decided_fact IS NULL)),
    CHECK (decided_on >= received_on)
);

-- The number of a fact is raised as the last step of the transaction that writes it: the row's lock makes the order of
-- numbers the order of commits, and a rollback gives the number back.
CREATE TABLE lane (
    lane     smallint PRIMARY KEY CHECK (lane BETWEEN 0 AND 63),
    position bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 10);
INSERT INTO lane (lane) SELECT generate_series(0, 63);

-- What the relay knows to be acknowledged by Kafka.
CREATE TABLE relay_note (
    lane     smallint PRIMARY KEY REFERENCES lane,
    position bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 10);
INSERT INTO relay_note (lane) SELECT lane FROM lane;

-- A database that was restored, failed over or moved may hand out numbers again: then a new generation begins.
CREATE TABLE journal_generation (
    generation        integer PRIMARY KEY,
    system_identifier bigint NOT NULL,
    timeline          bigint NOT NULL,
    since             timestamptz NOT NULL DEFAULT now()
);

-- Outbox, audit trail and source for healing and rebuilds at once. Rows are never updated or deleted.
CREATE TABLE journal (
    lane         smallint NOT NULL,
    position     bigint NOT NULL,
    generation   integer NOT NULL,
    fact         uuid NOT NULL,
    type         varchar(60) NOT NULL,
    organisation varchar(40) NOT NULL,
    day          date NOT NULL,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text NOT NULL,
    payload      text NOT NULL,
    PRIMARY KEY (lane, position, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX journal_fact ON journal (fact);

DO $$
BEGIN
    FOR y IN 2026..2045 LOOP
        EXECUTE format('CREATE TABLE journal_%s PARTITION OF journal FOR VALUES FROM (%L) TO (%L)',
            y, y || '-01-01 00:00:00+08', (y + 1) || '-01-01 00:00:00+08');
    END LOOP;
    CREATE TABLE journal_other PARTITION OF journal DEFAULT;
END $$;

CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_is_never_truncated BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

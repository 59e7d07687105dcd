-- How many: (organisation, year, month, measure, category, applicant type) -> amount. Plain text keys in byte order: an
-- auditor reads them, and the service sorts alike. The year stands in the key so that the table can be partitioned by it.
CREATE TABLE cell (
    organisation   text COLLATE "C" NOT NULL,
    year           smallint NOT NULL,
    month          smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
    measure        text COLLATE "C" NOT NULL,
    category       text COLLATE "C" NOT NULL,
    applicant_type text COLLATE "C" NOT NULL,
    amount         bigint NOT NULL,
    PRIMARY KEY (organisation, year, month, measure, category, applicant_type)
) WITH (fillfactor = 80);

-- How far: moved in the transaction that moves the cells, and only from where its batch started. The generation stands in
-- each row so that one condition on one row fences a writer off. Partition and offset are information.
CREATE TABLE lane (
    lane            smallint PRIMARY KEY CHECK (lane BETWEEN 0 AND 63),
    generation      integer NOT NULL DEFAULT 0,
    position        bigint NOT NULL DEFAULT 0,
    kafka_partition integer,
    kafka_offset    bigint,
    updated_at      timestamptz
) WITH (fillfactor = 20);
INSERT INTO lane (lane) SELECT generate_series(0, 63);

-- What is not of one lane: a generation that was seen and can't be counted yet, and the version of the tree, raised with
-- every change, by which a tree held in memory is known to be that of a snapshot.
CREATE TABLE counting (
    single           boolean PRIMARY KEY DEFAULT true CHECK (single),
    newer_generation integer,
    tree_version     bigint NOT NULL DEFAULT 0
);
INSERT INTO counting DEFAULT VALUES;

-- The tree, by facts. Facts of different lanes commute, so nothing here refers to anything that must be there before. Of
-- two facts about the same thing the one later in its lane holds, also when the earlier is replayed after it.
CREATE TABLE organisation (
    code            text COLLATE "C" PRIMARY KEY,
    name            text NOT NULL,
    level           text NOT NULL,
    kind            text NOT NULL,
    may_issue_rules boolean NOT NULL,
    contact_unit    text,
    contact_phone   text,
    report_url      text,
    position        bigint NOT NULL
);
CREATE TABLE organisation_place (
    code     text COLLATE "C" NOT NULL,
    since    date NOT NULL,
    parent   text COLLATE "C",
    position bigint NOT NULL,
    PRIMARY KEY (code, since)
);
CREATE TABLE organisation_abolition (
    code      text COLLATE "C" PRIMARY KEY,
    since     date NOT NULL,
    successor text COLLATE "C",
    position  bigint NOT NULL
);

-- Facts that could not be read, whole, until they are replayed. One whose lane and position could be read has moved its
-- lane; one without has not, and is known by the place it lay at (with its time: offsets begin anew with a new topic).
-- Headers are pairs of name and Base64, in a plain json that takes whatever bytes somebody sent.
CREATE TABLE unreadable_fact (
    id              uuid PRIMARY KEY,
    reason          text NOT NULL,
    lane            smallint,
    position        bigint,
    generation      integer,
    type            text,
    organisation    text COLLATE "C",
    concerns_tree   boolean NOT NULL,
    key             bytea,
    value           bytea,
    headers         json NOT NULL,
    topic           text,
    kafka_partition integer,
    kafka_offset    bigint,
    kafka_timestamp bigint,
    stored_at       timestamptz NOT NULL,
    UNIQUE (generation, lane, position)
);
CREATE UNIQUE INDEX unreadable_fact_without_number
    ON unreadable_fact (topic, kafka_partition, kafka_offset, kafka_timestamp) WHERE lane IS NULL;

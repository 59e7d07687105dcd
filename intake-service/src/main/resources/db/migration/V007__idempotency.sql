-- Answers to writes that came under an Idempotency-Key; without status: the write is under way, or broke off.
CREATE TABLE idempotency (
    key         uuid PRIMARY KEY,
    fingerprint bytea NOT NULL,
    begun_at    timestamptz NOT NULL,
    status      smallint,
    headers     text,
    answer      bytea,
    CHECK ((status IS NULL) = (headers IS NULL) AND (status IS NULL) = (answer IS NULL))
);
CREATE INDEX idempotency_begun_at ON idempotency (begun_at);

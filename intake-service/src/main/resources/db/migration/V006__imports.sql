-- Imports as they come along. The spool is a sealed file beside the service; its key stands here, sealed, and goes with it.
CREATE TABLE import_run (
    id         uuid PRIMARY KEY,
    state      varchar(20) NOT NULL,
    media_type varchar(100) NOT NULL,
    record     varchar(30),
    bytes      bigint NOT NULL,
    spool_key  bytea,
    claim      varchar(40) NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    ended_at   timestamptz,
    -- lines whose piece is committed
    lines      bigint NOT NULL DEFAULT 0,
    created    bigint NOT NULL DEFAULT 0,
    unchanged  bigint NOT NULL DEFAULT 0,
    refused    bigint NOT NULL DEFAULT 0,
    position   text,
    problem    text
);
CREATE INDEX import_run_under_way ON import_run (created_at) WHERE ended_at IS NULL;

-- What became of the lines, a piece at a time; sealed, since a refusal may quote the name of a field.
CREATE TABLE import_piece (
    import    uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
    number    integer NOT NULL,
    last_line bigint NOT NULL,
    refused   integer NOT NULL,
    results   bytea NOT NULL,
    PRIMARY KEY (import, number)
);

-- A report that was frozen: one statement, put into the form once and kept as it came out, in every format.
-- Rows are never changed or deleted; a later edition stands beside the former.
CREATE TABLE edition (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation  varchar(40) NOT NULL,
    year          integer NOT NULL,
    number        integer NOT NULL CHECK (number > 0),
    name          text NOT NULL,
    title         text NOT NULL,
    form          text NOT NULL,
    position      text NOT NULL,
    as_of         text NOT NULL,
    -- the edition of the year before that it compares with; null where it compares with live figures
    year_before   integer,
    waived        jsonb NOT NULL,
    -- SHA-256 of what is printed: cells and texts
    printed       bytea NOT NULL CHECK (octet_length(printed) = 32),
    frozen_by     text NOT NULL,
    frozen_at     timestamptz NOT NULL,
    UNIQUE (organisation, year, number)
);

-- What it was made from, to compare it with others and to recompute it.
CREATE TABLE edition_model (
    edition  bigint PRIMARY KEY REFERENCES edition,
    -- the printed cells in order: table, row and column as labelled, value
    cells    jsonb NOT NULL,
    -- every figure by its path: value and the counted cells that it stands on
    figures  jsonb NOT NULL,
    -- the counts of the year, as the next year's report compares with them
    counts   jsonb NOT NULL,
    -- the sections: as written, which version, as printed
    texts    jsonb NOT NULL
);

-- As it came out; the database itself refuses bytes that are not those of the hash.
CREATE TABLE edition_file (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition  bigint NOT NULL REFERENCES edition,
    suffix   text NOT NULL,
    type     text NOT NULL,
    -- which is offered first to a caller who takes several alike, ascending
    rank     integer NOT NULL,
    hash     bytea NOT NULL,
    size     integer NOT NULL,
    bytes    bytea NOT NULL,
    UNIQUE (edition, suffix),
    CONSTRAINT edition_file_hash CHECK (hash = sha256(bytes)),
    CONSTRAINT edition_file_size CHECK (size = octet_length(bytes))
);

-- Where a key is set: what was signed, and the detached signature.
CREATE TABLE edition_signature (
    edition   bigint PRIMARY KEY REFERENCES edition,
    manifest  text NOT NULL,
    jws       text NOT NULL
);

-- Where and when it was published, and submitted to the superior body.
CREATE TABLE edition_publication (
    edition       bigint PRIMARY KEY REFERENCES edition,
    published_on  date NOT NULL,
    url           text NOT NULL,
    submitted_on  date,
    recorded_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL
);

CREATE FUNCTION editions_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'editions stay as they were frozen: % of % refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER edition_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition
    FOR EACH STATEMENT EXECUTE FUNCTION editions_are_append_only();
CREATE TRIGGER edition_model_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_model
    FOR EACH STATEMENT EXECUTE FUNCTION editions_are_append_only();
CREATE TRIGGER edition_file_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_file
    FOR EACH STATEMENT EXECUTE FUNCTION editions_are_append_only();
CREATE TRIGGER edition_signature_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_signature
    FOR EACH STATEMENT EXECUTE FUNCTION editions_are_append_only();
CREATE TRIGGER edition_publication_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_publication
    FOR EACH STATEMENT EXECUTE FUNCTION editions_are_append_only();

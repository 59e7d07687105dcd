-- The Idempotency-Key of a call that froze a report: the same key is answered with the same edition, whatever was counted since.
CREATE TABLE edition_key (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation  varchar(40) NOT NULL,
    year          integer NOT NULL,
    -- SHA-256 of caller and key
    key           bytea NOT NULL CHECK (octet_length(key) = 32),
    -- SHA-256 of what the call asked for beside organisation and year
    content       bytea NOT NULL CHECK (octet_length(content) = 32),
    edition       bigint NOT NULL REFERENCES edition,
    -- false where the edition stood already, for nothing printed had moved
    made          boolean NOT NULL,
    used_at       timestamptz NOT NULL,
    UNIQUE (organisation, year, key)
);

CREATE TRIGGER edition_key_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_key
    FOR EACH STATEMENT EXECUTE FUNCTION editions_are_append_only();

-- What the office wrote for a section of a report. Every version is kept; the greatest stands.
CREATE TABLE section_text (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation varchar(40) NOT NULL,
    year         integer NOT NULL,
    number       integer NOT NULL CHECK (number BETWEEN 0 AND 6),
    version      bigint NOT NULL CHECK (version > 0),
    text         text NOT NULL,
    written_by   text NOT NULL,
    written_at   timestamptz NOT NULL,
    UNIQUE (organisation, year, number, version)
);

CREATE FUNCTION section_text_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'versions of a section are kept: % refused', TG_OP;
END $$;
CREATE TRIGGER section_text_is_append_only BEFORE UPDATE OR DELETE ON section_text
    FOR EACH ROW EXECUTE FUNCTION section_text_is_append_only();

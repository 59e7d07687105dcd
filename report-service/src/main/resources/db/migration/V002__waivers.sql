-- Why a rule that is broken does not stop a report. Every version is kept; the greatest stands, one without a reason takes
-- the waiver back.
CREATE TABLE check_waiver (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation varchar(40) NOT NULL,
    year         integer NOT NULL,
    rule         varchar(40) NOT NULL,
    version      bigint NOT NULL CHECK (version > 0),
    reason       text,
    written_by   text NOT NULL CHECK (written_by <> ''),
    written_at   timestamptz NOT NULL,
    UNIQUE (organisation, year, rule, version)
);

CREATE FUNCTION check_waiver_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'versions of a waiver are kept: % refused', TG_OP;
END $$;
CREATE TRIGGER check_waiver_is_append_only BEFORE UPDATE OR DELETE ON check_waiver
    FOR EACH ROW EXECUTE FUNCTION check_waiver_is_append_only();

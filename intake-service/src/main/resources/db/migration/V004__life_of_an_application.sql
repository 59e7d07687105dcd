-- Personal data are sealed from here on; rows of the versions before are sealed by the step that follows (V004.1).
ALTER TABLE disclosure_application
    ADD COLUMN sealed_applicant_name     bytea,
    ADD COLUMN sealed_identity_document  bytea,
    ADD COLUMN sealed_contact            bytea,
    ADD COLUMN sealed_information_sought bytea,
    ADD COLUMN sealed_delivery           bytea,
    ADD COLUMN sealed_handler            bytea,
    ADD COLUMN sealed_reason             bytea,
    -- keyed digests by which equals are found: of the identity document, of the text sought
    ADD COLUMN applicant_index           bytea,
    ADD COLUMN sought_index              bytea,
    ALTER COLUMN received_on DROP NOT NULL,
    ADD COLUMN state           varchar(30) NOT NULL DEFAULT 'REGISTERED',
    ADD COLUMN due_on          date,
    ADD COLUMN missing_calendar integer,
    ADD COLUMN clock_stands    boolean NOT NULL DEFAULT false,
    -- version of the calendar that the due day was reckoned by; 0: not reckoned yet
    ADD COLUMN dated_with      bigint NOT NULL DEFAULT 0,
    ADD COLUMN working_days    integer,
    ADD COLUMN in_time         boolean,
    ADD COLUMN withdrawn       boolean NOT NULL DEFAULT false,
    -- newest fact of the case
    ADD COLUMN last_fact       uuid,
    ADD COLUMN voided_at       timestamptz,
    ADD COLUMN void_reason     bytea,
    ADD COLUMN personal_data_erased_on date;
UPDATE disclosure_application
   SET state = CASE WHEN outcome IS NULL THEN 'REGISTERED' ELSE 'CLOSED' END,
       last_fact = coalesce(decided_fact, received_fact);
ALTER TABLE disclosure_application
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN last_fact SET NOT NULL,
    ADD CHECK ((state = 'CLOSED') = (outcome IS NOT NULL)),
    DROP CONSTRAINT disclosure_application_organisation_case_number_key;
-- The number of a voided case is free again.
CREATE UNIQUE INDEX disclosure_application_key ON disclosure_application (organisation, case_number)
    WHERE voided_at IS NULL;
-- Lists go by id, which is the order of entry.
CREATE INDEX disclosure_application_body ON disclosure_application (organisation, id);
CREATE INDEX disclosure_application_open ON disclosure_application (due_on)
    WHERE state <> 'CLOSED' AND voided_at IS NULL;
CREATE INDEX disclosure_application_applicant ON disclosure_application (organisation, applicant_index)
    WHERE applicant_index IS NOT NULL;
CREATE INDEX disclosure_application_sought ON disclosure_application (organisation, sought_index)
    WHERE sought_index IS NOT NULL;

-- What happened to a case between receipt and outcome; sealed with the step's own id.
CREATE TABLE application_step (
    id                 uuid NOT NULL UNIQUE,
    application        uuid NOT NULL REFERENCES disclosure_application,
    number             integer NOT NULL CHECK (number >= 1),
    type               varchar(30) NOT NULL,
    on_day             date NOT NULL,
    respond_by         date,
    until_day          date,
    delivered_on       date,
    jointly_made       boolean,
    consents           boolean,
    working_days       integer,
    notified_on        date,
    notice_received_on date,
    amount_yuan        numeric(18, 2),
    items              integer,
    pages              integer,
    party              bytea,
    approved_by        bytea,
    note               bytea,
    how                bytea,
    archive_number     text,
    timely             boolean,
    recorded_at        timestamptz NOT NULL,
    recorded_by        text NOT NULL,
    fact               uuid,
    retracted_at       timestamptz,
    retracted_by       text,
    retraction_reason  bytea,
    PRIMARY KEY (application, number)
);

-- What was entered wrongly: nothing is deleted, history keeps all; sealed with the application's id.
CREATE TABLE application_correction (
    application  uuid NOT NULL REFERENCES disclosure_application,
    version      bigint NOT NULL,
    act          varchar(30) NOT NULL,
    reason       bytea,
    was          bytea,
    corrected_at timestamptz NOT NULL,
    corrected_by text NOT NULL,
    PRIMARY KEY (application, version)
);

-- Who read whose personal data. Rows are never updated or deleted.
CREATE TABLE personal_data_access (
    id           uuid PRIMARY KEY,
    application  uuid NOT NULL,
    accessed_at  timestamptz NOT NULL,
    accessed_by  text NOT NULL,
    claim        varchar(40) NOT NULL,
    call         varchar(30) NOT NULL
);
CREATE INDEX personal_data_access_application ON personal_data_access (application, id);
CREATE FUNCTION personal_data_access_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the access log is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER personal_data_access_is_append_only BEFORE UPDATE OR DELETE ON personal_data_access
    FOR EACH ROW EXECUTE FUNCTION personal_data_access_is_append_only();
CREATE TRIGGER personal_data_access_is_never_truncated BEFORE TRUNCATE ON personal_data_access
    FOR EACH STATEMENT EXECUTE FUNCTION personal_data_access_is_append_only();

-- Further days whose years a fact touches, beside day and day_before.
ALTER TABLE journal ADD COLUMN also_days date[];

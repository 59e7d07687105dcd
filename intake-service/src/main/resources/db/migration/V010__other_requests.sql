-- 更正申请 (条例 article 41) and 投诉举报 (articles 47 and 51). They are counted nowhere, so no column names a fact. Personal
-- data are sealed with the request's id; when they are erased nothing stays in their columns.
CREATE TABLE rectification (
    id                      uuid PRIMARY KEY,
    organisation            varchar(40) NOT NULL REFERENCES organisation,
    case_number             varchar(64) NOT NULL,
    received_on             date NOT NULL,
    applicant_type          varchar(30) NOT NULL,
    applicant_name          bytea,
    identity_document       bytea,
    contact                 bytea,
    information_held        bytea,
    rectification_sought    bytea,
    evidence                bytea,
    handler                 bytea,
    result                  varchar(20),
    concluded_on            date,
    transferred_to          bytea,
    note                    bytea,
    version                 bigint NOT NULL,
    retracted_at            timestamptz,
    retraction_reason       bytea,
    personal_data_erased_on date,
    CHECK (concluded_on >= received_on AND (concluded_on IS NULL) = (result IS NULL))
);
-- The number of a retracted one is free again; lists go by id, which is the order of entry.
CREATE UNIQUE INDEX rectification_key ON rectification (organisation, case_number) WHERE retracted_at IS NULL;
CREATE INDEX rectification_body ON rectification (organisation, id);

CREATE TABLE complaint (
    id                      uuid PRIMARY KEY,
    organisation            varchar(40) NOT NULL REFERENCES organisation,
    case_number             varchar(64) NOT NULL,
    received_on             date NOT NULL,
    complainant_type        varchar(30),
    complainant_name        bytea,
    contact                 bytea,
    matter                  bytea,
    -- a body that need not be registered here
    about_organisation      varchar(40),
    application             uuid REFERENCES disclosure_application,
    handler                 bytea,
    result                  varchar(20),
    concluded_on            date,
    transferred_to          bytea,
    note                    bytea,
    version                 bigint NOT NULL,
    retracted_at            timestamptz,
    retraction_reason       bytea,
    personal_data_erased_on date,
    CHECK (concluded_on >= received_on AND (concluded_on IS NULL) = (result IS NULL))
);
CREATE UNIQUE INDEX complaint_key ON complaint (organisation, case_number) WHERE retracted_at IS NULL;
CREATE INDEX complaint_body ON complaint (organisation, id);

-- What was entered wrongly, of both; sealed with the request's id.
CREATE TABLE other_request_correction (
    request      uuid NOT NULL,
    version      bigint NOT NULL,
    part         varchar(20) NOT NULL,
    act          varchar(20) NOT NULL,
    reason       bytea,
    was          bytea NOT NULL,
    corrected_at timestamptz NOT NULL,
    corrected_by text NOT NULL,
    PRIMARY KEY (request, version)
);

-- What is read is an application no longer alone.
ALTER TABLE personal_data_access RENAME COLUMN application TO record;
ALTER INDEX personal_data_access_application RENAME TO personal_data_access_record;

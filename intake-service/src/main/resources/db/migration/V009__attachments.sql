-- Files that belong to a case. The name, the digest of the content and the key of the content are sealed with the row's own id.
CREATE TABLE attachment (
    id                   uuid PRIMARY KEY,
    application          uuid NOT NULL REFERENCES disclosure_application,
    kind                 varchar(30) NOT NULL,
    type                 varchar(10) NOT NULL,
    bytes                bigint NOT NULL CHECK (bytes > 0),
    chunks               integer NOT NULL CHECK (chunks > 0),
    name                 bytea,
    sha256               bytea,
    -- gone with the content: without it what is left of a chunk anywhere says nothing
    data_key             bytea,
    -- keyed digest of kind, name and content, by which the same file sent again is found
    same_index           bytea,
    recorded_at          timestamptz NOT NULL,
    recorded_by          text NOT NULL,
    -- version of the case at that time, which an attachment does not raise: its place in the history
    at_version           bigint NOT NULL,
    withdrawn_at         timestamptz,
    withdrawn_by         text,
    withdrawn_at_version bigint,
    withdrawal_reason    bytea,
    erased_on            date,
    CHECK (erased_on IS NOT NULL OR (name IS NOT NULL AND sha256 IS NOT NULL)),
    CHECK (erased_on IS NOT NULL OR withdrawn_at IS NOT NULL OR (data_key IS NOT NULL AND same_index IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_at_version IS NULL))
);
CREATE INDEX attachment_application ON attachment (application, id);
CREATE UNIQUE INDEX attachment_same ON attachment (application, same_index) WHERE withdrawn_at IS NULL;

-- The content in sealed pieces, counted from 0.
CREATE TABLE attachment_chunk (
    attachment uuid NOT NULL REFERENCES attachment,
    number     integer NOT NULL CHECK (number >= 0),
    content    bytea NOT NULL CHECK (length(content) <= 262144),
    PRIMARY KEY (attachment, number)
);
-- What is sealed cannot be compressed; to try is work for nothing.
ALTER TABLE attachment_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- Which file was read, where it was one.
ALTER TABLE personal_data_access ADD COLUMN attachment uuid;

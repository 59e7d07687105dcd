-- Who has a case, who reviewed and who approved its reply (条例 articles 17 and 45); persons are sealed with the step's own id.
ALTER TABLE application_step
    ADD COLUMN office      text,
    ADD COLUMN handler     bytea,
    ADD COLUMN reviewed_by bytea,
    ADD COLUMN result      varchar(30);

ALTER TABLE disclosure_application
    -- who else applies and who acts for them: one sealed JSON of both lists
    ADD COLUMN parties            bytea,
    -- an element for each further applicant: the keyed digest of the identity document, NULL where it is not known
    ADD COLUMN co_applicant_index bytea[];
CREATE INDEX disclosure_application_co_applicant ON disclosure_application USING gin (co_applicant_index)
    WHERE co_applicant_index IS NOT NULL;

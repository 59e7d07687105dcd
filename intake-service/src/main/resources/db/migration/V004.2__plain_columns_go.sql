-- The change of type writes the whole table anew, so that no page keeps a plain text; dropping a column alone would.
ALTER TABLE disclosure_application
    ALTER COLUMN applicant_name DROP NOT NULL,
    ALTER COLUMN contact DROP NOT NULL,
    ALTER COLUMN information_sought DROP NOT NULL,
    ALTER COLUMN applicant_name TYPE bytea USING sealed_applicant_name,
    ALTER COLUMN identity_document TYPE bytea USING sealed_identity_document,
    ALTER COLUMN contact TYPE bytea USING sealed_contact,
    ALTER COLUMN information_sought TYPE bytea USING sealed_information_sought,
    ALTER COLUMN delivery TYPE bytea USING sealed_delivery,
    ALTER COLUMN handler TYPE bytea USING sealed_handler,
    ALTER COLUMN reason TYPE bytea USING sealed_reason;
ALTER TABLE disclosure_application
    DROP COLUMN sealed_applicant_name,
    DROP COLUMN sealed_identity_document,
    DROP COLUMN sealed_contact,
    DROP COLUMN sealed_information_sought,
    DROP COLUMN sealed_delivery,
    DROP COLUMN sealed_handler,
    DROP COLUMN sealed_reason,
    ADD CHECK (personal_data_erased_on IS NOT NULL
        OR (applicant_name IS NOT NULL AND contact IS NOT NULL AND information_sought IS NOT NULL));

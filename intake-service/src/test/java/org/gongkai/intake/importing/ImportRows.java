package org.gongkai.intake.importing;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Rows of a body as they stand in the tables, without what is sealed or of the moment. */
final class ImportRows {

    private static final String ROWS = """
            SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
              SELECT 'application ' || (to_jsonb(a) - '{applicant_name,identity_document,contact,parties,information_sought,\
            delivery,handler,reason,applicant_index,sought_index}'::text[])::text || (a.identity_document IS NULL)
                     || (a.reason IS NULL) || (a.parties IS NULL)
                     || encode(a.sought_index, 'hex') || coalesce(encode(a.applicant_index, 'hex'), '') AS line
                FROM disclosure_application a WHERE organisation = ?
              UNION ALL
              SELECT 'history ' || a.case_number || c.version || c.act || c.corrected_by
                FROM application_correction c JOIN disclosure_application a ON a.id = c.application WHERE organisation = ?
              UNION ALL
              SELECT 'step ' || a.case_number || (to_jsonb(s) - '{recorded_at,party,approved_by,note,handler,\
            reviewed_by,how}'::text[])::text
                FROM application_step s JOIN disclosure_application a ON a.id = s.application WHERE organisation = ?
              UNION ALL SELECT 'publication ' || to_jsonb(r)::text FROM publication r WHERE organisation = ?
              UNION ALL SELECT 'document ' || to_jsonb(r)::text FROM normative_document r WHERE organisation = ?
              UNION ALL SELECT 'decisions ' || to_jsonb(r)::text FROM administrative_decisions r WHERE organisation = ?
              UNION ALL SELECT 'fees ' || to_jsonb(r)::text FROM administrative_fees r WHERE organisation = ?
              UNION ALL SELECT 'processing ' || to_jsonb(r)::text FROM processing_fees r WHERE organisation = ?
              UNION ALL SELECT 'dispute ' || to_jsonb(r)::text FROM dispute r WHERE organisation = ?
              UNION ALL SELECT 'instance ' || r.case_number || (to_jsonb(i) - 'dispute')::text
                FROM dispute_instance i JOIN dispute r ON r.id = i.dispute WHERE organisation = ?
              UNION ALL SELECT 'indicator ' || to_jsonb(r)::text FROM indicator r WHERE organisation = ?
            ) AS all_rows
            """;
    private static final int PARAMETERS = 11;

    private ImportRows() {}

    /** One row a line, in an order that does not depend on when they were written, but for their ids. */
    static String of(String organisation) {
        DataSource database = Arc.container().instance(DataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            for (int i = 1; i <= PARAMETERS; i++) {
                statement.setString(i, organisation);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

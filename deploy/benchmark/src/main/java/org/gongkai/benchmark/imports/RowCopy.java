package org.gongkai.benchmark.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Finished rows out of the tables that an import fills, and by PostgreSQL's own COPY into the same tables elsewhere. */
final class RowCopy {

    /** Every table that records and their facts stand in, each after those it refers to. */
    private static final List<String> TABLES = List.of(
            "disclosure_application",
            "application_step",
            "application_correction",
            "publication",
            "normative_document",
            "administrative_decisions",
            "administrative_fees",
            "processing_fees",
            "dispute",
            "dispute_instance",
            "indicator",
            "record_correction",
            "journal");
    /** What registering the bodies wrote, and what the peer therefore has already. */
    private static final String ONLY_NEW = " WHERE type NOT LIKE 'org.gongkai.Organisation%'";

    private RowCopy() {}

    static void dump(ImportStage stage, Path folder) throws IOException, SQLException {
        java.nio.file.Files.createDirectories(folder);
        try (Connection connection = stage.connection("intake", "intake")) {
            for (String table : TABLES) {
                String rows = "SELECT * FROM " + table + (table.equals("journal") ? ONLY_NEW : "");
                try (OutputStream out =
                        new BufferedOutputStream(java.nio.file.Files.newOutputStream(folder.resolve(table)))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY (" + rows + ") TO STDOUT (FORMAT binary)", out);
                }
            }
        }
    }

    /** Each table in a transaction of its own; answers how many rows. */
    static long load(ImportStage stage, Path folder) throws IOException, SQLException {
        long rows = 0;
        try (Connection connection = stage.connection("peers", "intake")) {
            for (String table : TABLES) {
                try (InputStream in =
                        new BufferedInputStream(java.nio.file.Files.newInputStream(folder.resolve(table)), 1 << 16)) {
                    rows += connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)", in, 1 << 16);
                }
            }
        }
        return rows;
    }
}

package org.gongkai.statistics.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.ledger.ColumnArrays;
import org.gongkai.statistics.ledger.ColumnArrays.Column;
import org.gongkai.statistics.organisation.TreeChange;
import org.jspecify.annotations.Nullable;

/** Appends what facts leave in the trail; nothing is ever changed. */
public final class TraceTable {

    private static final String DESCRIBE = """
            INSERT INTO description (code, lane, position, name, level, kind, may_issue_rules, contact_unit, contact_phone,
                report_url, document_prefix)
            SELECT * FROM unnest(?::text[], ?::smallint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                ?::text[], ?::text[], ?::text[], ?::text[])
            """;
    private static final String PLACE = """
            INSERT INTO place (code, lane, position, since, parent)
            SELECT * FROM unnest(?::text[], ?::smallint[], ?::bigint[], ?::date[], ?::text[])
            """;
    private static final String ABOLISH = """
            INSERT INTO abolition (code, lane, position, since, successor)
            SELECT * FROM unnest(?::text[], ?::smallint[], ?::bigint[], ?::date[], ?::text[])
            """;
    private static final String CONFIRM = """
            INSERT INTO confirmation (organisation, year, lane, position, confirmed_on, nil)
            SELECT * FROM unnest(?::integer[], ?::smallint[], ?::smallint[], ?::bigint[], ?::date[], ?::boolean[])
            """;
    // A year that nobody has confirmed yet needs no mark, unless a fact of the body could not be read: that could be a
    // confirmation, and be kept later than this.
    private static final String TOUCH = """
            INSERT INTO touch (organisation, year, lane, position)
            SELECT touched.organisation, touched.year, touched.lane, touched.position
            FROM unnest(?::integer[], ?::smallint[], ?::smallint[], ?::bigint[], ?::text[])
                AS touched (organisation, year, lane, position, code)
            WHERE (touched.organisation, touched.year) IN (SELECT organisation, year FROM confirmation)
                OR touched.code IN (SELECT organisation FROM unreadable_fact)
                OR EXISTS (SELECT 1 FROM unreadable_fact WHERE organisation IS NULL)
            ON CONFLICT DO NOTHING
            """;

    private TraceTable() {}

    /**
     * The database's numbers in place of a batch's indexes.
     *
     * @param organisations by index, likewise the others
     */
    public record Numbers(int[] organisations, int[] kinds, int[] types) {

        long key(long indexes) {
            return CellKey.of(
                    organisations[CellKey.organisation(indexes)], CellKey.month(indexes), kinds[CellKey.kind(indexes)]);
        }

        int organisation(int index) {
            return organisations[index];
        }

        int type(int index) {
            return types[index];
        }
    }

    /**
     * Appends in the connection's transaction, which holds the locks of the lanes and has stored what of them can't be read.
     */
    public static void append(Connection connection, Traces traces, Numbers numbers) throws SQLException {
        if (!traces.entries().isEmpty()) {
            EntryCopy.append(connection, traces, numbers);
        }
        appendChanges(connection, traces.changes());
        ColumnArrays.write(
                connection,
                CONFIRM,
                traces.confirmations(),
                List.of(
                        new Column<>("int4", row -> numbers.organisation(row.organisation())),
                        new Column<>("int2", row -> row.confirmation().year()),
                        new Column<>("int2", Traces.Confirmed::lane),
                        new Column<>("int8", Traces.Confirmed::position),
                        new Column<>("date", row -> text(row.confirmation().confirmedOn())),
                        new Column<>("bool", row -> row.confirmation().nil())));
        ColumnArrays.write(
                connection,
                TOUCH,
                traces.touches(),
                List.of(
                        new Column<>("int4", row -> numbers.organisation(row.organisation())),
                        new Column<>("int2", Traces.Touch::year),
                        new Column<>("int2", Traces.Touch::lane),
                        new Column<>("int8", Traces.Touch::position),
                        new Column<>("text", row -> traces.organisations().get(row.organisation()))));
    }

    private static void appendChanges(Connection connection, List<Traces.Change> changes) throws SQLException {
        ColumnArrays.write(
                connection,
                DESCRIBE,
                of(changes, TreeChange.Described.class),
                columns(List.of(
                        new Column<>("text", row -> row.change().attributes().name()),
                        new Column<>(
                                "text", row -> row.change().attributes().level().name()),
                        new Column<>(
                                "text", row -> row.change().attributes().kind().name()),
                        new Column<>("bool", row -> row.change().attributes().mayIssueRules()),
                        new Column<>("text", row -> row.change().attributes().contactUnit()),
                        new Column<>("text", row -> row.change().attributes().contactPhone()),
                        new Column<>("text", row -> row.change().attributes().reportUrl()),
                        new Column<>("text", row -> row.change().attributes().documentPrefix()))));
        ColumnArrays.write(
                connection,
                PLACE,
                of(changes, TreeChange.Placed.class),
                columns(List.of(
                        new Column<>("date", row -> row.change().since().toString()),
                        new Column<>("text", row -> row.change().parent()))));
        ColumnArrays.write(
                connection,
                ABOLISH,
                of(changes, TreeChange.Abolished.class),
                columns(List.of(
                        new Column<>("date", row -> row.change().since().toString()),
                        new Column<>("text", row -> row.change().successor()))));
    }

    private static <C extends TreeChange> List<Row<C>> of(List<Traces.Change> changes, Class<C> kind) {
        return changes.stream()
                .filter(change -> kind.isInstance(change.change()))
                .map(change -> new Row<>(change.lane(), change.position(), kind.cast(change.change())))
                .toList();
    }

    /** What every change has, and its own. */
    private static <C extends TreeChange> List<Column<Row<C>>> columns(List<Column<Row<C>>> own) {
        List<Column<Row<C>>> columns = new ArrayList<>(List.of(
                new Column<>("text", row -> row.change().organisation()),
                new Column<>("int2", Row::lane),
                new Column<>("int8", Row::position)));
        columns.addAll(own);
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private record Row<C extends TreeChange>(int lane, long position, C change) {}
}

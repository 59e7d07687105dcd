package org.gongkai.intake.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/**
 * One kind of quiet record: where it is kept and what it says.
 *
 * @param <B> as it is sent
 * @param <S> as it is kept; the same where nothing but amendments changes it
 */
public abstract class RecordKind<B extends Record & RecordBody, S> {

    /**
     * A column of the kind's own.
     *
     * @param name in the table
     * @param value of a record
     */
    public record Column<S>(String name, Function<S, Object> value) {}

    private final String path;
    private final String table;
    private final Class<B> bodyType;
    private final Map<String, String> key;
    private final String year;

    /**
     * @param path of its resource
     * @param table its name
     * @param bodyType as it is sent
     * @param key the natural key within an organisation: JSON names to columns
     * @param year SQL expression over {@code r}, the table's row: the year that lists filter by
     */
    protected RecordKind(String path, String table, Class<B> bodyType, Map<String, String> key, String year) {
        this.path = path;
        this.table = table;
        this.bodyType = bodyType;
        this.key = key;
        this.year = year;
    }

    /** The columns beside those that every kind has. */
    protected abstract List<Column<S>> columns();

    /** Reads what {@link #columns} and {@link #selected} name. */
    protected abstract S read(ResultSet row) throws SQLException;

    /** Trimmed and checked; refuses with every field that is wrong. */
    protected abstract B checked(B body, LocalDate today);

    /** Refuses what the register does not allow this body. */
    protected void requireAllowed(B body, Standing.Body register) {}

    /** A new record. */
    protected abstract S begun(B body, LocalDate today);

    /** The record with another body; refuses where what stands on it forbids that. */
    protected abstract S amended(S state, B body, LocalDate today);

    /** What was sent of it. */
    protected abstract B body(S state);

    /** What it adds to the counts, by what that is about. */
    protected abstract Map<String, Content> says(S state);

    /** As callers read it. */
    protected abstract Object shown(S state);

    /** Keys of the warnings that it deserves, {@code warning.<key>} of the message bundles. */
    protected List<String> warnings(S state) {
        return List.of();
    }

    /** Further SQL expressions over {@code r} that {@link #read} needs, each with its name. */
    protected List<String> selected() {
        return List.of();
    }

    /** Writes what stands in other tables. */
    protected void saved(Connection connection, UUID id, S state) throws SQLException {}

    /**
     * What a change comes to, with all that else must change moved before; within the transaction.
     *
     * @param was null for a new record
     * @param is null for a retracted one
     */
    protected S settled(Writing writing, UUID id, S was, S is) {
        return is;
    }

    /**
     * Puts other content in the place of what has its natural key; refuses where that takes an amendment.
     *
     * @param sent as it was sent
     * @param clean the same, checked
     */
    protected Kept<S> replaced(Writing writing, B sent, B clean, Kept<S> kept) {
        throw new Refusal(
                ProblemType.RECORD_DIFFERS,
                kept.organisation(),
                keyText(clean),
                String.join(", ", Amendment.differences(body(kept.state()), clean)),
                path + "/" + kept.id());
    }

    /** Checked by its own rules, the caller's reach and the register: what every way of recording asks. */
    final B admitted(B body, LocalDate today, Admission admission) {
        if (body.organisation() != null) {
            admission.requireReached(body.organisation());
        }
        B clean = checked(body, today);
        requireAllowed(clean, admission.requireStanding(clean.organisation(), clean.begins()));
        return clean;
    }

    /** Refuses a record that was retracted. */
    public static void requireStands(Kept<?> kept) {
        if (kept.retraction() != null) {
            throw new Refusal(ProblemType.RECORD_RETRACTED, kept.retraction().at());
        }
    }

    /** Values of the natural key, in the key's order. */
    List<Object> keyOf(B body) {
        return key.keySet().stream().map(name -> Amendment.value(body, name)).collect(Collectors.toList());
    }

    private String keyText(B body) {
        return key.keySet().stream()
                .map(name -> name + " “" + Amendment.value(body, name) + "”")
                .collect(Collectors.joining(", "));
    }

    /** Columns of the natural key with these values, in the key's order. */
    List<Records.Equal> keyOf(List<Object> values) {
        Iterator<Object> next = values.iterator();
        return key.values().stream()
                .map(column -> new Records.Equal(column, next.next()))
                .toList();
    }

    String path() {
        return path;
    }

    String table() {
        return table;
    }

    Class<B> bodyType() {
        return bodyType;
    }

    Map<String, String> key() {
        return key;
    }

    String year() {
        return year;
    }

    /** A kind that is kept as it is sent. */
    public abstract static class Plain<B extends Record & RecordBody> extends RecordKind<B, B> {

        protected Plain(String path, String table, Class<B> bodyType, Map<String, String> key, String year) {
            super(path, table, bodyType, key, year);
        }

        @Override
        protected B begun(B body, LocalDate today) {
            return body;
        }

        @Override
        protected B amended(B state, B body, LocalDate today) {
            return body;
        }

        @Override
        protected B body(B state) {
            return state;
        }

        @Override
        protected Object shown(B state) {
            return state;
        }
    }
}

package org.gongkai.intake.otherrequest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.intake.record.Kept.Retraction;

/**
 * One kind of request: what it is called, where it is kept and what stands in its columns.
 *
 * @param path of its resource
 * @param table its name; the natural key within it is organisation and case number
 * @param bodyType as it is sent
 * @param results how it may end
 * @param own columns beside those that every kind has
 * @param reading reads {@code own} and the three columns of the natural key and the receipt
 */
record OtherRequestKind<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result>(
        String path, String table, Class<B> bodyType, Class<R> results, List<Column<B>> own, Reading<B> reading) {

    static final int MOST_NAME = 200;
    static final int MOST_CONTACT = 500;
    static final int MOST_TEXT = 4_000;

    /** Cannot be amended: retracted and entered anew. */
    static final List<String> FIXED = List.of("organisation", "caseNumber");

    /**
     * A column.
     *
     * @param name in the table
     * @param sealed whether nobody may read it there
     * @param value of a request; a text where it is sealed
     */
    record Column<T>(String name, boolean sealed, Function<T, Object> value) {}

    /** How a body is read. */
    interface Reading<B> {
        B of(SealedRow row) throws SQLException;
    }

    static <T> Column<T> plain(String name, Function<T, Object> value) {
        return new Column<>(name, false, value);
    }

    static <T> Column<T> sealed(String name, Function<T, Object> value) {
        return new Column<>(name, true, value);
    }

    /** All columns, in the table's order. */
    List<Column<OtherRequest<B, R>>> columns() {
        List<Column<OtherRequest<B, R>>> columns = new ArrayList<>(List.of(
                plain("id", OtherRequest::id),
                plain("organisation", request -> request.body().organisation()),
                plain("case_number", request -> request.body().caseNumber()),
                plain("received_on", request -> request.body().receivedOn())));
        for (Column<B> each : own) {
            columns.add(new Column<>(
                    each.name(), each.sealed(), request -> each.value().apply(request.body())));
        }
        columns.addAll(List.of(
                plain("result", concluded(Conclusion::result)),
                plain("concluded_on", concluded(Conclusion::concludedOn)),
                sealed("transferred_to", concluded(Conclusion::transferredTo)),
                sealed("note", concluded(Conclusion::note)),
                plain("version", OtherRequest::version),
                plain("retracted_at", retracted(Retraction::at)),
                sealed("retraction_reason", retracted(Retraction::reason)),
                plain("personal_data_erased_on", OtherRequest::erasedOn)));
        return columns;
    }

    /** Names of the columns that hold personal data. */
    List<String> sealedColumns() {
        return columns().stream().filter(Column::sealed).map(Column::name).toList();
    }

    Stream<String> names() {
        return columns().stream().map(Column::name);
    }

    OtherRequest<B, R> read(SealedRow row) throws SQLException {
        R result = row.code("result", results);
        Conclusion<R> conclusion = result == null
                ? null
                : new Conclusion<>(result, row.day("concluded_on"), row.opened("transferred_to"), row.opened("note"));
        return new OtherRequest<>(
                row.id(),
                reading.of(row),
                conclusion,
                row.number("version"),
                row.instant("retracted_at") == null
                        ? null
                        : new Retraction(row.instant("retracted_at"), row.opened("retraction_reason")),
                row.day("personal_data_erased_on"));
    }

    private Function<OtherRequest<B, R>, Object> concluded(Function<Conclusion<R>, Object> value) {
        return request -> request.conclusion() == null ? null : value.apply(request.conclusion());
    }

    private Function<OtherRequest<B, R>, Object> retracted(Function<Retraction, Object> value) {
        return request -> request.retraction() == null ? null : value.apply(request.retraction());
    }

    /** Where a request of this kind is found. */
    String address(UUID id) {
        return path + "/" + id;
    }
}

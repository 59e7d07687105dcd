package org.gongkai.intake.disclosureapplication;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.intake.lifecycle.SecrecyResult;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.record.Yuan;

/** Steps in their table; what is personal is sealed with the step's own id. */
final class StepTable {

    private static final String SELECT = """
            SELECT id, application, number, type, on_day, respond_by, until_day, delivered_on, jointly_made, consents,
                   working_days, notified_on, notice_received_on, amount_yuan, items, pages, party, approved_by, note, office,
                   handler, reviewed_by, result, how, archive_number, timely, recorded_at, recorded_by, fact,
                   retracted_at, retracted_by, retraction_reason
              FROM application_step WHERE application = ANY (?) ORDER BY application, number
            """;
    private static final String INSERT = """
            INSERT INTO application_step (id, application, number, type, on_day, respond_by, until_day, delivered_on,
                jointly_made, consents, working_days, notified_on, notice_received_on, amount_yuan, items, pages, party,
                approved_by, note, office, handler, reviewed_by, result, how, archive_number, timely, recorded_at,
                recorded_by, fact)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            UPDATE application_step
               SET on_day = ?, timely = ?, retracted_at = ?, retracted_by = ?, retraction_reason = ?
             WHERE id = ?
            """;

    private final Seal seal;

    StepTable(Seal seal) {
        this.seal = seal;
    }

    /** All of an application, retracted or not, in the order of entry. */
    List<KeptStep> of(Connection connection, UUID application) throws SQLException {
        return of(connection, List.of(application)).getOrDefault(application, List.of());
    }

    /** Likewise of several. */
    Map<UUID, List<KeptStep>> of(Connection connection, Collection<UUID> applications) throws SQLException {
        Map<UUID, List<KeptStep>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setArray(1, connection.createArrayOf("uuid", applications.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("application", UUID.class), first -> new ArrayList<>())
                            .add(read(row));
                }
            }
        }
        return found;
    }

    private KeptStep read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        StepType type = StepType.valueOf(row.getString("type"));
        boolean organ = StepField.of(type).contains(StepField.ORGAN);
        String whom = opened(row, id, "party");
        BigDecimal amount = row.getBigDecimal("amount_yuan");
        String result = row.getString("result");
        StepBody body = new StepBody(
                type,
                row.getObject("on_day", LocalDate.class),
                opened(row, id, "note"),
                row.getObject("respond_by", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                organ ? null : whom,
                organ ? whom : null,
                row.getObject("delivered_on", LocalDate.class),
                row.getObject("jointly_made", Boolean.class),
                row.getObject("consents", Boolean.class),
                row.getObject("working_days", Integer.class),
                opened(row, id, "approved_by"),
                row.getObject("notified_on", LocalDate.class),
                row.getObject("notice_received_on", LocalDate.class),
                amount == null ? null : Yuan.of(amount),
                row.getObject("items", Integer.class),
                row.getObject("pages", Integer.class),
                row.getString("office"),
                opened(row, id, "handler"),
                opened(row, id, "reviewed_by"),
                result == null ? null : SecrecyResult.valueOf(result),
                opened(row, id, "how"),
                row.getString("archive_number"));
        OffsetDateTime retractedAt = row.getObject("retracted_at", OffsetDateTime.class);
        return new KeptStep(
                id,
                row.getInt("number"),
                body,
                row.getObject("timely", Boolean.class),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("recorded_by"),
                row.getObject("fact", UUID.class),
                retractedAt == null
                        ? null
                        : new KeptStep.Retraction(
                                retractedAt, row.getString("retracted_by"), opened(row, id, "retraction_reason")));
    }

    private String opened(ResultSet row, UUID id, String field) throws SQLException {
        return seal.open(row.getBytes(field), id, field);
    }

    /** A step and whose it is. */
    record Of(UUID application, KeptStep step) {}

    void insert(Connection connection, List<Of> steps) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Of each : steps) {
                set(statement, each.application(), each.step());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void set(PreparedStatement statement, UUID application, KeptStep step) throws SQLException {
        StepBody body = step.body();
        UUID id = step.id();
        int i = 1;
        statement.setObject(i++, id);
        statement.setObject(i++, application);
        statement.setInt(i++, step.number());
        statement.setString(i++, body.type().name());
        statement.setObject(i++, body.on());
        statement.setObject(i++, body.respondBy());
        statement.setObject(i++, body.until());
        statement.setObject(i++, body.deliveredOn());
        statement.setObject(i++, body.jointlyMade());
        statement.setObject(i++, body.consents());
        statement.setObject(i++, body.workingDays());
        statement.setObject(i++, body.notifiedOn());
        statement.setObject(i++, body.noticeReceivedOn());
        statement.setBigDecimal(i++, body.amountYuan() == null ? null : new BigDecimal(body.amountYuan()));
        statement.setObject(i++, body.items());
        statement.setObject(i++, body.pages());
        statement.setBytes(i++, seal.seal(body.whom(), id, "party"));
        statement.setBytes(i++, seal.seal(body.approvedBy(), id, "approved_by"));
        statement.setBytes(i++, seal.seal(body.note(), id, "note"));
        statement.setString(i++, body.office());
        statement.setBytes(i++, seal.seal(body.handler(), id, "handler"));
        statement.setBytes(i++, seal.seal(body.reviewedBy(), id, "reviewed_by"));
        statement.setString(i++, body.result() == null ? null : body.result().name());
        statement.setBytes(i++, seal.seal(body.how(), id, "how"));
        statement.setString(i++, body.archiveNumber());
        statement.setObject(i++, step.timely());
        statement.setObject(i++, step.recordedAt());
        statement.setString(i++, step.recordedBy());
        statement.setObject(i, step.fact());
    }

    /** What of a step can change: its day with an amended receipt, whether it is in time, and that it is taken back. */
    void update(Connection connection, List<KeptStep> steps) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (KeptStep step : steps) {
                set(statement, step);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void set(PreparedStatement statement, KeptStep step) throws SQLException {
        KeptStep.Retraction retraction = step.retraction();
        statement.setObject(1, step.body().on());
        statement.setObject(2, step.timely());
        statement.setObject(3, retraction == null ? null : retraction.at());
        statement.setString(4, retraction == null ? null : retraction.by());
        statement.setBytes(
                5, retraction == null ? null : seal.seal(retraction.reason(), step.id(), "retraction_reason"));
        statement.setObject(6, step.id());
    }
}

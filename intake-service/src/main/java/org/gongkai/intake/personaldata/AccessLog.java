package org.gongkai.intake.personaldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.OfficialTime;
import org.gongkai.intake.journal.Journal;

/**
 * Who read whose personal data (个人信息保护法 articles 51 and 54): a row for each record that was answered in clear, written
 * before the answer, so that none is read unseen. What a caller has just sent itself is no reading. Rows are only added.
 */
@ApplicationScoped
public class AccessLog {

    /** What was asked when the data were answered. */
    public enum Call {
        /** The record. */
        READ,
        /** What happened to it. */
        HISTORY,
        /** A change, whose answer is the record as it stands. */
        CHANGED,
        /** The names of its files. */
        ATTACHMENTS,
        /** The content of a file that belongs to it. */
        ATTACHMENT
    }

    /**
     * One reading.
     *
     * @param at when
     * @param by the token's {@code sub}
     * @param organisation the token's claim
     * @param call what was asked
     * @param attachment the file, where it was one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Access(OffsetDateTime at, String by, String organisation, Call call, UUID attachment) {}

    /** Readings of a record, oldest first; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Access> items, String next) {}

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    /** Notes that the caller is about to be answered the record's personal data: of an application, or of another request. */
    public void note(String subject, String claim, UUID record, Call call) {
        note(subject, claim, record, call, null);
    }

    /** Likewise of a file that belongs to it. */
    public void note(String subject, String claim, UUID record, Call call, UUID attachment) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO personal_data_access"
                                + " (id, record, accessed_at, accessed_by, claim, call, attachment) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setObject(1, journal.newId());
            statement.setObject(2, record);
            statement.setObject(3, OffsetDateTime.now(clock));
            statement.setString(4, subject);
            statement.setString(5, claim);
            statement.setString(6, call.name());
            statement.setObject(7, attachment);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AccessLogUnavailable(e);
        }
    }

    /**
     * Who read the record.
     *
     * @param after id of the last one already read, or null
     * @param most how many
     */
    public Page of(UUID record, UUID after, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id, accessed_at, accessed_by, claim, call, attachment"
                                + " FROM personal_data_access WHERE record = ? AND id > ? ORDER BY id LIMIT ?")) {
            statement.setObject(1, record);
            statement.setObject(2, after == null ? new UUID(0, 0) : after);
            statement.setInt(3, most + 1);
            List<Access> found = new ArrayList<>();
            UUID last = null;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (found.size() == most) {
                        return new Page(found, last.toString());
                    }
                    last = row.getObject("id", UUID.class);
                    found.add(new Access(
                            OfficialTime.of(row.getObject("accessed_at", OffsetDateTime.class)),
                            row.getString("accessed_by"),
                            row.getString("claim"),
                            Call.valueOf(row.getString("call")),
                            row.getObject("attachment", UUID.class)));
                }
            }
            return new Page(found, null);
        } catch (SQLException e) {
            throw new AccessLogUnavailable(e);
        }
    }

    /** The database did not answer; nothing is shown that could not be noted. */
    static final class AccessLogUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AccessLogUnavailable(SQLException cause) {
            super(cause);
        }
    }
}

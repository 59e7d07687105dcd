package org.gongkai.intake.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.intake.personaldata.Seal;

/** The answers to writes that came under a key, sealed, since an answer may hold personal data. */
@ApplicationScoped
class KeptAnswers {

    private static final String FIELD = "answer";
    /** A key is taken where nobody has it, where its time is over, or where its write broke off. */
    private static final String TAKE = """
            INSERT INTO idempotency AS kept (key, fingerprint, begun_at) VALUES (?, ?, ?)
            ON CONFLICT (key) DO UPDATE
               SET fingerprint = excluded.fingerprint, begun_at = excluded.begun_at,
                   status = NULL, headers = NULL, answer = NULL
             WHERE kept.begun_at <= ? OR (kept.status IS NULL AND kept.begun_at <= ? AND kept.fingerprint = excluded.fingerprint)
            """;

    private static final String READ = "SELECT fingerprint, status, headers, answer FROM idempotency WHERE key = ?";
    private static final String KEEP = "UPDATE idempotency SET status = ?, headers = ?, answer = ? WHERE key = ?";
    private static final String FREE = "DELETE FROM idempotency WHERE key = ? AND status IS NULL";
    private static final String TIDY = "DELETE FROM idempotency WHERE begun_at <= ?";

    @Inject
    DataSource database;

    @Inject
    IdempotencySettings settings;

    @Inject
    ObjectMapper json;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** Takes the key for a write with this content, or says why not. */
    Claim claim(IdempotencyKey key, byte[] fingerprint) {
        try (Connection connection = database.getConnection()) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setObject(1, key.id());
                statement.setBytes(2, fingerprint);
                statement.setObject(3, now);
                statement.setObject(4, now.minus(settings.keptFor()));
                statement.setObject(5, now.minus(settings.brokenOffAfter()));
                if (statement.executeUpdate() == 1) {
                    return new Claim.Taken();
                }
            }
            return read(connection, key, fingerprint);
        } catch (SQLException e) {
            throw new AnswersUnavailable(e);
        }
    }

    private Claim read(Connection connection, IdempotencyKey key, byte[] fingerprint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setObject(1, key.id());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    // freed this moment by the call that had it: to be sent again
                    return new Claim.InFlight();
                }
                if (!Arrays.equals(fingerprint, row.getBytes("fingerprint"))) {
                    return new Claim.OtherContent();
                }
                int status = row.getInt("status");
                if (row.wasNull()) {
                    return new Claim.InFlight();
                }
                return new Claim.Answered(
                        status, headers(row.getString("headers")), seal.open(row.getBytes("answer"), key.id(), FIELD));
            }
        }
    }

    /** Keeps the answer under the key. */
    void keep(IdempotencyKey key, int status, Map<String, String> headers, String body) {
        run(KEEP, statement -> {
            statement.setInt(1, status);
            statement.setString(2, text(headers));
            statement.setBytes(3, seal.seal(body, key.id(), FIELD));
            statement.setObject(4, key.id());
        });
    }

    /** Gives the key back: the write failed for a reason that lies with us, and may succeed when it is sent again. */
    void free(IdempotencyKey key) {
        run(FREE, statement -> statement.setObject(1, key.id()));
    }

    /** Deletes answers whose time is over; answers how many. */
    int tidy() {
        return run(
                TIDY,
                statement -> statement.setObject(1, OffsetDateTime.now(clock).minus(settings.keptFor())));
    }

    private int run(String sql, Parameters parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AnswersUnavailable(e);
        }
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that are no JSON", e);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that are no JSON", e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** The database did not answer. */
    static final class AnswersUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnswersUnavailable(SQLException cause) {
            super(cause);
        }
    }
}

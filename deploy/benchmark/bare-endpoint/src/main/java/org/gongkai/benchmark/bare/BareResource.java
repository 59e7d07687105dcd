package org.gongkai.benchmark.bare;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * The two rows of an application, as two statements in one transaction: without authentication, checks, encryption, dense
 * numbers or an answer worth reading.
 */
@Path("/applications")
public class BareResource {

    private static final String APPLICATION = """
            INSERT INTO disclosure_application (id, organisation, case_number, received_on, channel, applicant_type,
                applicant_name, identity_document, contact, information_sought, delivery, received_fact)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FACT = """
            INSERT INTO journal (lane, position, generation, fact, type, organisation, day, recorded_at, recorded_by, payload)
            VALUES (?, nextval('bare_position'), 1, ?, 'org.gongkai.ApplicationReceived.v1', ?, ?, now(), 'nobody', ?)
            """;

    @Inject
    DataSource database;

    /** As intake-service takes it. */
    public record Application(
            String organisation,
            String caseNumber,
            LocalDate receivedOn,
            String channel,
            Applicant applicant,
            String informationSought,
            String delivery) {}

    /** Who asks. */
    public record Applicant(String type, String name, String identityDocument, String contact) {}

    /** Which it is. */
    public record Made(UUID id) {}

    @POST
    public Response receive(Application body) throws SQLException {
        UUID id = id();
        UUID fact = id();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(APPLICATION)) {
                statement.setObject(1, id);
                statement.setString(2, body.organisation());
                statement.setString(3, body.caseNumber());
                statement.setObject(4, body.receivedOn());
                statement.setString(5, body.channel());
                statement.setString(6, body.applicant().type());
                statement.setString(7, body.applicant().name());
                statement.setString(8, body.applicant().identityDocument());
                statement.setString(9, body.applicant().contact());
                statement.setString(10, body.informationSought());
                statement.setString(11, body.delivery());
                statement.setObject(12, fact);
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(FACT)) {
                statement.setInt(1, lane(body.organisation()));
                statement.setObject(2, fact);
                statement.setString(3, body.organisation());
                statement.setObject(4, body.receivedOn());
                statement.setString(5, payload(id, body));
                statement.executeUpdate();
            }
            connection.commit();
        }
        return Response.status(Response.Status.CREATED).entity(new Made(id)).build();
    }

    private static String payload(UUID id, Application body) {
        return "{\"caseId\":\"" + id + "\",\"caseNumber\":\"" + body.caseNumber() + "\",\"organisation\":\""
                + body.organisation() + "\",\"receivedOn\":\"" + body.receivedOn() + "\",\"applicantType\":\""
                + body.applicant().type() + "\",\"channel\":\"" + body.channel() + "\"}";
    }

    /** UUIDv7: its order decides how indexes grow. */
    private static UUID id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63);
    }

    private static int lane(String organisation) {
        CRC32 crc = new CRC32();
        crc.update(organisation.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 64);
    }
}

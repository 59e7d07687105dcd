package org.gongkai.benchmark.bare;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
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
                applicant_name, identity_document, contact, information_sought, delivery, applicant_index, sought_index,
                state, due_on, dated_with, received_fact, last_fact)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REGISTERED', ?, 1, ?, ?)
            """;
    private static final String FACT = """
            INSERT INTO journal (lane, position, generation, fact, type, organisation, day, recorded_at, recorded_by, payload)
            VALUES (?, nextval('bare_position'), 1, ?, 'org.gongkai.ApplicationReceived.v1', ?, ?, now(), 'nobody', ?)
            """;

    private static final int SEAL = 33;
    private static final int INDEX = 16;

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
                statement.setBytes(7, bytes(body.applicant().name()));
                statement.setBytes(8, bytes(body.applicant().identityDocument()));
                statement.setBytes(9, bytes(body.applicant().contact()));
                statement.setBytes(10, bytes(body.informationSought()));
                statement.setBytes(11, bytes(body.delivery()));
                statement.setBytes(12, index());
                statement.setBytes(13, index());
                statement.setObject(14, body.receivedOn().plusDays(28));
                statement.setObject(15, fact);
                statement.setObject(16, fact);
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

    /** Not sealed, but as long as if it were. */
    private static byte[] bytes(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(plain, plain.length + SEAL);
    }

    /** As unlike its neighbours as a digest is. */
    private static byte[] index() {
        byte[] index = new byte[INDEX];
        ThreadLocalRandom.current().nextBytes(index);
        return index;
    }

    private static String payload(UUID id, Application body) {
        return "{\"caseId\":\"" + id + "\",\"caseNumber\":\"" + body.caseNumber() + "\",\"organisation\":\""
                + body.organisation() + "\",\"receivedOn\":\"" + body.receivedOn() + "\",\"applicantType\":\""
                + body.applicant().type() + "\",\"channel\":\"" + body.channel() + "\",\"dueOn\":\""
                + body.receivedOn().plusDays(28) + "\"}";
    }

    /** UUIDv7: its order decides how indexes grow. */
    private static UUID id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63);
    }

    private static int lane(String organisation) {
        CRC32 crc = new CRC32();
        crc.update(organisation.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 64);
    }
}

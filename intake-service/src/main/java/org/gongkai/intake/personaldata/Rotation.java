package org.gongkai.intake.personaldata;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.gongkai.intake.Repeating;
import org.jboss.logging.Logger;

/**
 * A change of keys: while the keyset holds more than one, rows are sealed anew by the primary one in the background. The
 * metric {@code gongkai.personal.data.rows.to.reseal} says how many are left; at 0 the old key can go; -1 until the first look.
 */
@ApplicationScoped
class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);
    private static final String SAMPLE = "SELECT applicant_name FROM disclosure_application"
            + " WHERE applicant_name IS NOT NULL ORDER BY id %s LIMIT 1";

    @Inject
    DataSource database;

    @Inject
    Seal seal;

    @Inject
    PersonalDataSettings settings;

    @Inject
    MeterRegistry metrics;

    private final AtomicLong waiting = new AtomicLong();
    private final Repeating repeating = new Repeating("reseal", LOG, "rows are sealed anew later");

    void start(@Observes StartupEvent event) throws SQLException {
        requireKeysOfWhatIsKept();
        Gauge.builder("gongkai.personal.data.rows.to.reseal", waiting, AtomicLong::get)
                .description("Rows that another key than the primary one sealed, as of the last look")
                .register(metrics);
        if (seal.isRotating()) {
            waiting.set(-1);
            repeating.start(settings.resealInterval(), this::look);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.stop();
    }

    /** Another keyset than the one that sealed the rows would make more that nobody can read: said before any is made. */
    private void requireKeysOfWhatIsKept() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String order : List.of("ASC", "DESC")) {
                try (PreparedStatement statement = connection.prepareStatement(SAMPLE.formatted(order));
                        ResultSet row = statement.executeQuery()) {
                    if (row.next() && !seal.knows(row.getBytes(1))) {
                        throw new Keysets.KeysMissing("The database holds personal data that a key sealed which"
                                + " gongkai.personal-data.keyset lacks; hand in the keyset that they were sealed with (after a"
                                + " change of keys: both keys, until all rows are sealed anew).");
                    }
                }
            }
        }
    }

    private void look() throws SQLException {
        Resealer resealer = new Resealer(database, seal);
        waiting.set(resealer.waiting());
        if (waiting.get() > 0) {
            LOG.infof("%d rows are sealed anew by key %d", waiting.get(), seal.primaryKey());
            resealer.run(rows -> waiting.addAndGet(-rows));
            waiting.set(resealer.waiting());
            LOG.infof("%d rows are left that another key sealed", waiting.get());
        }
    }
}

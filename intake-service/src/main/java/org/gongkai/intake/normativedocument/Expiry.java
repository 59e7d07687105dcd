package org.gongkai.intake.normativedocument;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.Repeating;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.record.Records;
import org.jboss.logging.Logger;

/**
 * Ends documents by themselves on the day after {@code validUntil}; looks at start and then again and again. Replicas may
 * do so at once: a document that another one has ended needs no change.
 */
@ApplicationScoped
class Expiry {

    /** Who records it, where nobody does. */
    static final String BY = "urn:gongkai:intake";

    private static final Logger LOG = Logger.getLogger(Expiry.class);
    private static final int BATCH = 500;
    private static final String OVER = """
            SELECT id FROM normative_document
             WHERE retracted_at IS NULL AND ended_on IS NULL AND valid_until < ? ORDER BY valid_until, id LIMIT ?
            """;

    @Inject
    Records records;

    @Inject
    Journal journal;

    @Inject
    ExpirySettings settings;

    private final Repeating repeating = new Repeating("expiry", LOG, "documents whose time is over are ended later");

    void start(@Observes StartupEvent event) {
        repeating.start(settings.interval(), this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.stop();
    }

    private void look() {
        int ended = endAll(journal.today());
        if (ended > 0) {
            LOG.infof("%d documents ended by themselves", ended);
        }
    }

    /** Ends every document whose time is over on that day; answers how many. */
    int endAll(LocalDate today) {
        int ended = 0;
        while (true) {
            List<UUID> over = over(today);
            for (UUID id : over) {
                records.change(Documents.KIND, id, null, BY, (writing, kept) -> {
                    NormativeDocument after = kept.state().endedBy(today);
                    return kept.retraction() != null || after.equals(kept.state())
                            ? kept
                            : writing.put(Documents.KIND, kept, after);
                });
                ended++;
            }
            if (over.size() < BATCH) {
                return ended;
            }
        }
    }

    private List<UUID> over(LocalDate today) {
        return records.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OVER)) {
                statement.setObject(1, today);
                statement.setInt(2, BATCH);
                List<UUID> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject("id", UUID.class));
                    }
                }
                return found;
            }
        });
    }
}

package org.gongkai.statistics.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.statistics.fact.FactReader;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.gongkai.statistics.unreadable.UnreadableTable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Facts that the trail could not read, read again: each is kept under its own position and taken off the list in one
 * transaction. What stood at a position since then holds it too.
 */
@ApplicationScoped
public class TrailRetry {

    private static final int PAGE = 500;

    private static final Logger LOG = Logger.getLogger(TrailRetry.class);

    private final TrailSettings settings;
    private final Trails trails;
    /** Whether some may be readable now: at the start, as after an update of the service, and after a try that failed. */
    private volatile boolean owing = true;

    TrailRetry(TrailSettings settings, Trails trails) {
        this.settings = settings;
        this.trails = trails;
    }

    /**
     * Keeps a fact as it was read and counted by a replay, where the trail has come past it and could not read it. It is
     * counted whatever becomes of this: what fails here is tried again later.
     */
    public void counted(UnreadableFact fact) {
        Number number = fact.number();
        if (!settings.enabled() || number == null) {
            return;
        }
        try {
            for (UnreadableFact kept : all()) {
                if (number.equals(kept.number())) {
                    retry(kept, fact.value());
                }
            }
        } catch (SQLException | RuntimeException failure) {
            owing = true;
            LOG.warnf(
                    "The trail could not take a replayed fact and is to try again: lane=%d position=%d: %s",
                    number.lane(), number.position(), failure.getMessage());
        }
    }

    /** Tries all of them, where that is owed. */
    public void everythingOwed() throws SQLException {
        if (owing) {
            // Before they are read: a try that fails meanwhile is owed again.
            owing = false;
            try {
                for (UnreadableFact fact : all()) {
                    retry(fact, fact.value());
                }
            } catch (SQLException | RuntimeException failure) {
                owing = true;
                throw failure;
            }
        }
    }

    private List<UnreadableFact> all() throws SQLException {
        return trails.write(connection -> Optional.of(list(connection))).orElse(List.of());
    }

    private static List<UnreadableFact> list(Connection connection) throws SQLException {
        List<UnreadableFact> all = new ArrayList<>();
        UUID after = null;
        List<UnreadableFact> page;
        do {
            page = UnreadableTable.list(connection, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return all;
    }

    private void retry(UnreadableFact fact, byte @Nullable [] value) throws SQLException {
        Number number = fact.number();
        String type = Header.text(fact.headers(), "ce_type");
        Reading reading = FactReader.read(type, Header.text(fact.headers(), "ce_subject"), value);
        if (number == null || type == null || !(reading instanceof Reading.Readable readable)) {
            return;
        }
        Traces traces = new Traces();
        traces.add(number.lane(), number.position(), typeName(type), readable);
        TraceTable.Numbers numbers = trails.numbers(traces);
        trails.write(connection -> {
            // The same lock first as a batch and a new beginning take.
            LaneTable.lock(connection, number.lane());
            if (UnreadableTable.take(connection, fact.id()).isEmpty()) {
                return Optional.empty();
            }
            TraceTable.append(connection, traces, numbers);
            UnreadableTable.delete(connection, fact.id());
            return Optional.of(number);
        });
    }

    /** Name of a fact type: {@code ApplicationReceived} of {@code org.gongkai.ApplicationReceived.v1}. */
    public static String typeName(String type) {
        int end = type.lastIndexOf('.');
        return end < 0 ? type : type.substring(type.lastIndexOf('.', end - 1) + 1, end);
    }
}

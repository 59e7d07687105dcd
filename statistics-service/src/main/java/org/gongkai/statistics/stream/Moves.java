package org.gongkai.statistics.stream;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.statistics.lane.Advance;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.lane.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What has moved since it was last asked. What this process commits names the organisations that it touched; what others
 * commit is seen by a lane being further than this process knows of, and is then of every organisation of the lane.
 */
final class Moves implements Advance.Listener {

    /** More organisations than this count as everybody: it is cheaper to look again than to ask who stands where. */
    private static final int MOST_NAMED = 2_000;

    private long @Nullable [] known;
    private int generation;
    private long treeVersion;
    private int ledger;
    private boolean stopped;
    private long unreadable;
    private @Nullable LocalDate day;

    private boolean everybody;
    private long lanes;
    private Set<String> organisations = new HashSet<>();

    /**
     * What moved.
     *
     * @param lanes a bit for each lane that moved without this process
     */
    record Touched(boolean everybody, long lanes, Set<String> organisations) {

        boolean isNothing() {
            return !everybody && lanes == 0 && organisations.isEmpty();
        }
    }

    /** Forgets all: nobody listens. What is looked at first afterwards touches everybody. */
    synchronized void forget() {
        known = null;
        take();
    }

    @Override
    public void advanced(Advance advance) {
        // Asked for outside of the lock: a big batch names many.
        Set<String> named = isAwake() ? advance.organisations().get() : Set.of();
        note(advance, named);
    }

    private synchronized boolean isAwake() {
        return known != null;
    }

    private synchronized void note(Advance advance, Set<String> named) {
        long[] lanesKnown = known;
        if (lanesKnown == null) {
            return;
        }
        if (advance.everybody() || advance.end().generation() != generation) {
            everybody = true;
        }
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            long from = advance.start().of(lane);
            long to = advance.end().of(lane);
            if (to > from && advance.end().generation() == generation) {
                if (from > lanesKnown[lane]) {
                    lanes |= 1L << lane;
                }
                lanesKnown[lane] = Math.max(lanesKnown[lane], to);
            }
        }
        if (!everybody) {
            organisations.addAll(named);
            everybody = organisations.size() > MOST_NAMED;
        }
    }

    /** Takes note of what the database says. */
    synchronized void looked(Standing standing, LocalDate today, long unreadableFacts) {
        Position position = standing.position();
        long[] lanesKnown = known;
        if (lanesKnown == null || position.generation() != generation) {
            everybody = true;
            lanesKnown = new long[Lane.COUNT];
            known = lanesKnown;
        }
        if (standing.ledger() != ledger
                || standing.treeVersion() != treeVersion
                || standing.isStopped() != stopped
                || unreadableFacts != unreadable
                || !today.equals(day)) {
            everybody = true;
        }
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (position.of(lane) > lanesKnown[lane]) {
                lanes |= 1L << lane;
                lanesKnown[lane] = position.of(lane);
            }
        }
        generation = position.generation();
        ledger = standing.ledger();
        treeVersion = standing.treeVersion();
        stopped = standing.isStopped();
        unreadable = unreadableFacts;
        day = today;
    }

    /** What moved since this was last asked. */
    synchronized Touched take() {
        Touched touched = new Touched(everybody, lanes, organisations);
        everybody = false;
        lanes = 0;
        organisations = new HashSet<>();
        return touched;
    }
}

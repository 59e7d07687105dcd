package org.gongkai.statistics.statement;

import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;

/**
 * What flowed through a group of bodies in a year, per type of applicant: open at its beginning, received, decided by
 * outcome. Everything in table three follows from these.
 */
final class ApplicationFlow {

    static final int TYPES = ApplicantType.values().length;

    private final long[] openAtBeginning = new long[TYPES];
    private final long[] received = new long[TYPES];
    private final long[][] decided = new long[Outcome.values().length][TYPES];

    /** Adds a count of an earlier year: what was received and not decided then is open now. */
    void addBefore(Measure measure, ApplicantType type, long amount) {
        openAtBeginning[type.ordinal()] += measure == Measure.RECEIVED ? amount : -amount;
    }

    /** Adds what was received in the year. */
    void addReceived(ApplicantType type, long amount) {
        received[type.ordinal()] += amount;
    }

    /** Adds what was decided in the year. */
    void addDecided(Outcome outcome, ApplicantType type, long amount) {
        decided[outcome.ordinal()][type.ordinal()] += amount;
    }

    /** Adds another group's flow. */
    void add(ApplicationFlow other) {
        for (int type = 0; type < TYPES; type++) {
            openAtBeginning[type] += other.openAtBeginning[type];
            received[type] += other.received[type];
            for (int outcome = 0; outcome < decided.length; outcome++) {
                decided[outcome][type] += other.decided[outcome][type];
            }
        }
    }

    /** Open on 1 January, per type. */
    long[] carriedIn() {
        return openAtBeginning.clone();
    }

    /** Received in the year, per type. */
    long[] received() {
        return received.clone();
    }

    /** Decided in the year with an outcome, per type. */
    long[] decided(Outcome outcome) {
        return decided[outcome.ordinal()].clone();
    }
}

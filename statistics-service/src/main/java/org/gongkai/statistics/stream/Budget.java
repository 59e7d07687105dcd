package org.gongkai.statistics.stream;

/**
 * Keeps what the hub works on figures to about a quarter of one core; the database works beside it. After a short piece of
 * work it rests until four times as long has passed as it worked: waiting for the database, or for a core that others have,
 * is no work, so that listeners are not told late because a machine is busy. A long one (the figures of a province or the country) would make everybody wait for that rest; it is
 * done from what was saved up while less than the quarter was used, or else when it has waited for a long time.
 *
 * <p>All times are in nanoseconds of one clock.
 */
final class Budget {

    /** Work of this length or less is short. */
    static final long SHORT = 50_000_000L;

    private static final long SHARE = 4;
    private static final long MOST_SAVED = 10_000_000_000L;
    /** With this patience a long piece that is never saved up for takes a thirteenth of a core. */
    private static final long PATIENCE = 12;

    private long restUntil;
    private long saved;
    private long savedAt;

    Budget(long now) {
        restUntil = now;
        savedAt = now;
    }

    /**
     * Whether a piece of work may begin.
     *
     * @param expected how long it took last
     * @param waited how long it has been waiting
     */
    boolean allows(long expected, long waited, long now) {
        return now - restUntil >= 0
                && (expected <= SHORT || saved(now) >= Math.min(expected, MOST_SAVED) || waited >= PATIENCE * expected);
    }

    /**
     * Notes that work was done, the last of it now.
     *
     * @param worked time that it had of a core
     * @param took time that passed
     */
    void spent(long worked, long took, long now) {
        saved = saved(now) - worked;
        savedAt = now;
        restUntil = now + Math.max(0, SHARE * Math.min(worked, SHORT) - took);
    }

    /** How long the rest lasts from now on; 0 or less: it is over. */
    long rest(long now) {
        return restUntil - now;
    }

    private long saved(long now) {
        return Math.min(MOST_SAVED, saved + (now - savedAt) / SHARE);
    }
}

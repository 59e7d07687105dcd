package org.gongkai.intake.importing;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.gongkai.intake.journal.Positions;
import org.gongkai.intake.problem.NotedRefusal;

/**
 * An import as it is kept.
 *
 * @param mediaType with its parameters
 * @param record what all lines record, or null where they say so themselves
 * @param bytes of the body
 * @param spoolKey sealed; null when the body is gone
 * @param claim of the caller's token: what its lines may touch
 * @param createdBy the token's {@code sub}
 * @param endedAt null while it is under way
 * @param tally of the lines whose piece is committed
 * @param problem of the whole body, or null
 */
record ImportRun(
        UUID id,
        State state,
        String mediaType,
        String record,
        long bytes,
        byte[] spoolKey,
        String claim,
        OffsetDateTime createdAt,
        String createdBy,
        OffsetDateTime endedAt,
        Tally tally,
        NotedRefusal problem) {

    /** How far it is. */
    public enum State {
        /** On disk, and waits. */
        SPOOLED,
        RUNNING,
        DONE,
        /** The body could not be read to its end; what stands before is recorded. */
        FAILED
    }

    /**
     * What became of the lines so far.
     *
     * @param pieces that were committed
     * @param position of every lane that was touched
     */
    record Tally(int pieces, long lines, long created, long unchanged, long refused, Positions position) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, Positions.NONE);
    }
}

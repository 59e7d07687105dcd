package org.gongkai.statistics.replay;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.lane.Position;

/** What came of a replay. */
sealed interface Replayed {

    /** The fact is dealt with and gone from the list. */
    record Settled(Answer answer, Position position) implements Replayed {}

    /** It stays, for the reason. */
    record StillUnreadable(String reason) implements Replayed {}

    /** There is no such fact. */
    record Unknown() implements Replayed {}

    /** What callers see of a settled one. */
    @Schema(name = "Replayed")
    record Answer(UUID id, Result result) {}

    /** How it was settled. */
    enum Result {
        /** It can be read now and is counted. */
        COUNTED,
        /** It was counted from the journal meanwhile, under its number. */
        COUNTED_FROM_JOURNAL,
        /** It has no number, and counting has every fact that was published: so it is none of the journal's. */
        NOT_OF_THE_JOURNAL
    }
}

package org.gongkai.statistics.trail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.problem.Refused;
import org.jspecify.annotations.Nullable;

/** A moment of counting that somebody asks for. */
public sealed interface AsOf {

    /** What the parameter is called. */
    String PARAMETER = "asOf";

    /** Everything up to a position. */
    record AtPosition(Position position) implements AsOf {}

    /** Everything that was recorded up to an instant: of each lane the longest beginning with nothing later in it. */
    record AtInstant(Instant instant) implements AsOf {}

    /**
     * Reads the parameter: a position token, or an instant as RFC 3339 has it.
     *
     * @param now nothing is known of what comes later
     * @return null where it is absent
     */
    static @Nullable AsOf parse(@Nullable String sent, Instant now) {
        if (sent == null) {
            return null;
        }
        return Position.parse(sent).<AsOf>map(AtPosition::new).orElseGet(() -> new AtInstant(instant(sent, now)));
    }

    private static Instant instant(String sent, Instant now) {
        Instant instant;
        try {
            // A plus sign that was not encoded comes as a blank.
            instant = OffsetDateTime.parse(sent.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException neither) {
            throw Refused.parameter(PARAMETER, "parameter.as-of");
        }
        if (instant.isAfter(now)) {
            throw Refused.parameter(PARAMETER, "parameter.as-of-future");
        }
        return instant;
    }
}

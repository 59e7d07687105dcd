package org.gongkai.statistics.drilldown;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.statistics.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Where a page ended. Facts come by day and number, records by id, so a page stays what it was while more is counted. */
sealed interface After {

    /** After a fact; day, lane, position and ordinal in this order. */
    record Fact(LocalDate day, int lane, long position, int ordinal) implements After {

        @Override
        public String toString() {
            return day + "." + lane + "." + position + "." + ordinal;
        }
    }

    /** After a record of an organisation. */
    record Record(UUID record, String organisation) implements After {

        @Override
        public String toString() {
            return record + "." + organisation;
        }
    }

    /** How a place is written. */
    Pattern FACT = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9]{1,2})\\.([0-9]{1,18})\\.([0-9]{1,4})");

    /** Likewise. */
    Pattern RECORD =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([0-9A-Z-]{1,40})");

    /**
     * Reads the parameter.
     *
     * @param derived whether the list is one of records
     */
    static @Nullable After parse(@Nullable String sent, boolean derived) {
        if (sent == null) {
            return null;
        }
        Matcher parts = (derived ? RECORD : FACT).matcher(sent);
        try {
            if (parts.matches()) {
                return derived
                        ? new Record(UUID.fromString(parts.group(1)), parts.group(2))
                        : new Fact(
                                LocalDate.parse(parts.group(1)),
                                Integer.parseInt(parts.group(2)),
                                Long.parseLong(parts.group(3)),
                                Integer.parseInt(parts.group(4)));
            }
        } catch (DateTimeException noSuchDay) {
            throw Refused.parameter("after", "parameter.after");
        }
        throw Refused.parameter("after", "parameter.after");
    }
}

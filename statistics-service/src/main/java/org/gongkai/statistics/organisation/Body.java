package org.gongkai.statistics.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One organisation with all its dated places.
 *
 * @param parents its parent by first day, empty where it was a root; nothing before the first entry
 * @param abolished how it ended; null while it exists
 */
public record Body(
        String code,
        Attributes attributes,
        NavigableMap<LocalDate, Optional<String>> parents,
        @Nullable Abolition abolished) {

    /**
     * How a body ended.
     *
     * @param since first day on which it is no more
     * @param successor null: none
     */
    public record Abolition(LocalDate since, @Nullable String successor) {}

    /** The parent that it was given for a day; null where it was a root or had no place yet. */
    public @Nullable String parentOn(LocalDate day) {
        Map.Entry<LocalDate, Optional<String>> place = parents.floorEntry(day);
        return place == null ? null : place.getValue().orElse(null);
    }

    /** Whether it had not ended by a day. */
    public boolean existsOn(LocalDate day) {
        return abolished == null || abolished.since().isAfter(day);
    }

    /** The body that it was merged into by a day; null where it was not. */
    @Nullable
    String successorOn(LocalDate day) {
        return abolished == null || abolished.since().isAfter(day) ? null : abolished.successor();
    }
}

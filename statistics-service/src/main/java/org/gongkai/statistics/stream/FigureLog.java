package org.gongkai.statistics.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a body for a year as they move: each figure with the number of the change that brought its value, so that
 * whatever a listener has heard last, what it lacks is known without keeping any former state. Not thread-safe.
 */
final class FigureLog {

    /** So many positions back a listener may come again and be told only what changed. */
    static final int POSITIONS_REMEMBERED = 256;

    private final Map<String, Value> figures = new TreeMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private @Nullable Reading latest;
    private long number;
    private long whole;

    /** What a figure is; null: it was there and is no more, as an indicator that was taken back. */
    private record Value(@Nullable JsonNode value, long since) {}

    /**
     * Takes the next reading.
     *
     * @return whether there is anything to say: a figure, its completeness or the body itself changed
     */
    boolean take(Reading reading) {
        Reading before = latest;
        latest = reading;
        long next = number + 1;
        boolean anew = before == null
                || before.position().generation() != reading.position().generation()
                || !before.who().equals(reading.who());
        boolean moved = anew | put(reading, next) | (before != null && before.complete() != reading.complete());
        if (moved) {
            number = next;
        }
        if (anew) {
            whole = next;
            numbers.clear();
        }
        // Where a replay changed figures at one position, what was said there first is what must be assumed.
        numbers.putIfAbsent(reading.position().toString(), number);
        if (numbers.size() > POSITIONS_REMEMBERED) {
            numbers.remove(numbers.keySet().iterator().next());
        }
        return moved;
    }

    private boolean put(Reading reading, long next) {
        boolean moved = false;
        for (Map.Entry<String, JsonNode> figure : reading.figures().entrySet()) {
            Value held = figures.get(figure.getKey());
            if (held == null || !figure.getValue().equals(held.value())) {
                figures.put(figure.getKey(), new Value(figure.getValue(), next));
                moved = true;
            }
        }
        for (Map.Entry<String, Value> held : figures.entrySet()) {
            if (held.getValue().value() != null && !reading.figures().containsKey(held.getKey())) {
                held.setValue(new Value(null, next));
                moved = true;
            }
        }
        return moved;
    }

    /** The newest reading; null before the first. */
    @Nullable
    Reading latest() {
        return latest;
    }

    /** Number of the newest change; 0 before the first reading. */
    long number() {
        return number;
    }

    /** Whether who has heard everything up to a number can go on with changes, or must be told the whole anew. */
    boolean canGoOnFrom(long heard) {
        return heard >= whole;
    }

    /** The number up to which everything was heard by who has heard of this position; 0 where that is not known. */
    long numberOf(String position) {
        return numbers.getOrDefault(position, 0L);
    }

    /** The figures that changed after a number, with what they are now; null: no more. */
    Map<String, @Nullable JsonNode> since(long heard) {
        Map<String, @Nullable JsonNode> changes = new LinkedHashMap<>();
        figures.forEach((path, value) -> {
            if (value.since() > heard) {
                changes.put(path, value.value());
            }
        });
        return changes;
    }
}

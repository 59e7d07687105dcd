package org.gongkai.report.audit;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** What cannot be read of a body, all of it at once and not one call at a time. */
final class Mistakes {

    /** Violations in one answer. */
    private static final int MOST_SHOWN = 50;

    private static final int LONGEST_SHOWN = 120;

    private final List<Mistake> found = new ArrayList<>();

    private record Mistake(String field, boolean unknown, String key, Object... words) {}

    /**
     * @param field its path in the body
     * @param key the message {@code violation.<key>}
     * @param words for the message's placeholders
     */
    void add(String field, String key, Object... words) {
        found.add(new Mistake(shown(field), false, key, words));
    }

    /** A field that there is not, and those that there are in its place. */
    void unknown(String field, String known) {
        found.add(new Mistake(shown(field), true, "unknown-field", known));
    }

    long unknown() {
        return found.stream().filter(Mistake::unknown).count();
    }

    /** Refuses where there is any. */
    void refuse() {
        if (found.isEmpty()) {
            return;
        }
        Mistake first = found.get(0);
        Refusal refusal = first.unknown()
                ? new Refusal(ProblemType.UNKNOWN_FIELD, first.field(), first.words()[0])
                : new Refusal(ProblemType.UNREADABLE_BODY, first.field());
        found.stream()
                .limit(MOST_SHOWN)
                .forEach(mistake -> refusal.field(mistake.field(), mistake.key(), mistake.words()));
        throw refusal;
    }

    private static String shown(String field) {
        return field.length() > LONGEST_SHOWN ? field.substring(0, LONGEST_SHOWN) + "…" : field;
    }
}

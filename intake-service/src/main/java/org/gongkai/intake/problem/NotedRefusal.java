package org.gongkai.intake.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;

/**
 * A refusal as it can be kept, to be read in any language later.
 *
 * @param type what kind
 * @param arguments for the detail's placeholders
 * @param violations fields that are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NotedRefusal(ProblemType type, List<String> arguments, List<Wrong> violations) {

    /** A field that is wrong. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Wrong(String field, String key, List<String> words) {}

    /** What it says, without its headers. */
    public static NotedRefusal of(Refusal refusal) {
        return new NotedRefusal(
                refusal.type(),
                texts(refusal.arguments()),
                refusal.violations().stream()
                        .map(each -> new Wrong(each.field(), each.key(), texts(each.words())))
                        .toList());
    }

    /** The refusal itself. */
    public Refusal refusal() {
        Refusal refusal = new Refusal(type, arguments == null ? new Object[0] : arguments.toArray());
        if (violations != null) {
            violations.forEach(each -> refusal.field(
                    each.field(),
                    each.key(),
                    each.words() == null ? new Object[0] : each.words().toArray()));
        }
        return refusal;
    }

    private static List<String> texts(Object[] words) {
        return Arrays.stream(words).map(String::valueOf).toList();
    }
}

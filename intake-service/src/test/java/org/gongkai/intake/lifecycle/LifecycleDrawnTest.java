package org.gongkai.intake.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that draws the table of transitions. */
class LifecycleDrawnTest {

    private static final Path DRAWN = Path.of("../docs/domain/lifecycle.md");

    /** To be written anew with -Dgongkai.write=true. */
    @Test
    void the_page_is_drawn_from_the_table() throws IOException {
        String page = page();
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(DRAWN, page);
        }
        assertEquals(page, Files.readString(DRAWN));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # The life of an application

                Made from `org.gongkai.intake.lifecycle.Transition` and `OutcomeRule`; a test fails where the two differ.

                Steps count in the order of their days and, on one day, of their entry. Where several things are asked of the
                applicant at once the state is the newest of them; an answer leads back to the one before, or to REGISTERED.
                Extension, delay and open consultations are no states: they are what an open case has.

                ```mermaid
                stateDiagram-v2
                """);
        for (State state : State.values()) {
            page.append("    %s: %s %s%n".formatted(state, state.label(), state));
        }
        page.append("    [*] --> AWAITING_CONFIRMATION: arrived, to be confirmed%n    [*] --> REGISTERED: received%n"
                .formatted());
        edges().forEach((ends, steps) -> page.append("    %s: %s%n".formatted(ends, String.join(", ", steps))));
        page.append("    CLOSED --> [*]%n```%n%n".formatted());
        steps(page);
        outcomes(page);
        return page.toString();
    }

    private static Map<String, List<String>> edges() {
        Map<String, List<String>> edges = new TreeMap<>();
        for (Transition row : Transition.TABLE) {
            for (State from : row.from()) {
                if (row.to() != null && (row.to() != from || row.need() == Need.NOTHING)) {
                    edges.merge(from + " --> " + row.to(), List.of(row.step().name()), LifecycleDrawnTest::joined);
                }
            }
        }
        for (State from : State.values()) {
            if (from != State.AWAITING_CONFIRMATION && from != State.CLOSED) {
                edges.merge(from + " --> CLOSED", List.of("outcome"), LifecycleDrawnTest::joined);
            }
        }
        // an answer is possible in each state in which its question can be open; drawn from its own alone
        Map<String, List<String>> drawn = new LinkedHashMap<>();
        edges.forEach((ends, steps) -> {
            List<String> own = steps.stream()
                    .filter(step -> !isAnswer(step) || ends.startsWith(question(step)))
                    .toList();
            if (!own.isEmpty()) {
                drawn.put(ends, own);
            }
        });
        return drawn;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static boolean isAnswer(String step) {
        return List.of("CORRECTED", "REASON_GIVEN", "FEE_PAID").contains(step);
    }

    private static String question(String answer) {
        return Map.of(
                        "CORRECTED", "CORRECTION_REQUESTED",
                        "REASON_GIVEN", "REASON_REQUESTED",
                        "FEE_PAID", "FEE_NOTICED")
                .get(answer);
    }

    private static void steps(StringBuilder page) {
        page.append("""
                ## Steps

                | step | | legal in | needs | leads to | by |
                |---|---|---|---|---|---|
                """);
        for (Transition row : Transition.TABLE) {
            page.append("| `%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            row.step(),
                            row.step().label(),
                            row.from().stream().map(State::name).collect(Collectors.joining(", ")),
                            row.need().words(),
                            row.to() == null ? "" : row.to(),
                            row.article()));
        }
        page.append("""

                What is late is recorded with `timely: false`, and never refused. A repeat of a step is answered with what exists.

                """);
    }

    private static void outcomes(StringBuilder page) {
        page.append("""
                ## Outcomes

                Every outcome ends every open case that was received, but for these, which need a step before them (unless the case
                was handled elsewhere):

                | outcome | refused as | by |
                |---|---|---|
                """);
        for (OutcomeRule rule : OutcomeRule.TABLE) {
            page.append("| `%s` | %s | %s |%n".formatted(rule.outcome(), rule.contradiction(), rule.article()));
        }
    }
}

package org.gongkai.intake.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.function.Executable;

/** What a refusal holds against its caller, for tests of other packages. */
public final class Violated {

    private Violated() {}

    /** {@code "field key"} of each violation, in order; each is also shown to have its message in both languages. */
    public static List<String> by(Executable call) {
        Refusal refusal = assertThrows(Refusal.class, call);
        assertEquals(ProblemType.INVALID_FIELDS, refusal.type());
        return named(refusal.violations());
    }

    /** Likewise of violations that were noted and not thrown. */
    public static List<String> named(List<Violation> wrong) {
        wrong.forEach(Violated::hasItsMessages);
        return wrong.stream()
                .map(violation -> violation.field() + " " + violation.key())
                .toList();
    }

    /** The type of a refusal. */
    public static ProblemType type(Executable call) {
        return assertThrows(Refusal.class, call).type();
    }

    private static void hasItsMessages(Violation violation) {
        for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            String message = ProblemTexts.in(language).violation(violation);
            assertFalse(message.isBlank() || message.contains("{"), violation.key() + ": " + message);
        }
    }
}

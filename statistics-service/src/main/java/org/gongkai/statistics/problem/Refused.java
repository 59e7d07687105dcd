package org.gongkai.statistics.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem document; thrown at the edge only, the counting core knows no such thing. */
public final class Refused extends RuntimeException {

    private final Problem problem;
    private final transient Object[] arguments;
    private final transient List<Violation> violations;
    private final @Nullable Integer retryAfterSeconds;

    private Refused(
            Problem problem, Object[] arguments, List<Violation> violations, @Nullable Integer retryAfterSeconds) {
        super(problem.slug());
        this.problem = problem;
        this.arguments = arguments;
        this.violations = violations;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A problem whose detail names the arguments. */
    public static Refused with(Problem problem, Object... arguments) {
        return new Refused(problem, arguments, List.of(), null);
    }

    /** A problem that is over soon. */
    public static Refused forNow(Problem problem, int retryAfterSeconds, Object... arguments) {
        return new Refused(problem, arguments, List.of(), retryAfterSeconds);
    }

    /** A parameter that can't be read; the message says what to send instead. */
    public static Refused parameter(String name, String message, Object... arguments) {
        return new Refused(
                Problem.INVALID_PARAMETER, new Object[] {name}, List.of(new Violation(name, message, arguments)), null);
    }

    Problem problem() {
        return problem;
    }

    Object[] arguments() {
        return arguments;
    }

    List<Violation> violations() {
        return violations;
    }

    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

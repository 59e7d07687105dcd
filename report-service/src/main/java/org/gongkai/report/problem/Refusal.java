package org.gongkai.report.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call that is not carried out, and why; becomes a problem document in the caller's language. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final transient List<Violation> violations = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param type what kind
     * @param arguments for the detail's placeholders; never personal data
     */
    public Refusal(ProblemType type, Object... arguments) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.arguments = arguments.clone();
    }

    /** Adds a response header. */
    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a field that is wrong. */
    public Refusal field(String field, String key, Object... words) {
        violations.add(new Violation(field, key, words));
        return this;
    }

    ProblemType type() {
        return type;
    }

    Object[] arguments() {
        return arguments.clone();
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, String> headers() {
        return headers;
    }
}

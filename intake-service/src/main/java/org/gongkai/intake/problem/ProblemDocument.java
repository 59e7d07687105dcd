package org.gongkai.intake.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A refusal as a caller reads it (RFC 9457).
 *
 * @param violations null where no field is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(URI type, int status, String title, String detail, List<Field> violations) {

    /** A field that is wrong, and what to send instead. */
    public record Field(String field, String message) {}

    /** In the first language of {@code Accept-Language} that we speak. */
    public static ProblemDocument of(Refusal refusal, String acceptLanguage) {
        return of(refusal, ProblemTexts.in(language(acceptLanguage)));
    }

    /** The first language of {@code Accept-Language} that we speak. */
    public static Locale language(String acceptLanguage) {
        return ProblemTexts.language(acceptLanguage);
    }

    static ProblemDocument of(Refusal refusal, ProblemTexts texts) {
        List<Field> fields = refusal.violations().stream()
                .map(violation -> new Field(violation.field(), texts.violation(violation)))
                .toList();
        return new ProblemDocument(
                refusal.type().uri(),
                refusal.type().status(),
                texts.title(refusal.type()),
                texts.detail(refusal.type(), refusal.arguments()),
                fields.isEmpty() ? null : fields);
    }
}

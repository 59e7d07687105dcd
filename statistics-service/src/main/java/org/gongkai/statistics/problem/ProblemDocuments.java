package org.gongkai.statistics.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the documents of RFC 9457. */
final class ProblemDocuments {

    private ProblemDocuments() {}

    static HttpProblem of(Refused refused, Locale language) {
        HttpProblem.Builder document = begin(refused.problem(), language, refused.arguments());
        if (!refused.violations().isEmpty()) {
            List<Map<String, String>> violations = refused.violations().stream()
                    .map(violation -> Map.of(
                            "field",
                            violation.field(),
                            "message",
                            ProblemTexts.text(language, violation.message(), violation.arguments())))
                    .toList();
            document.with("violations", violations);
            // A single wrong field says in the detail itself what to send instead.
            document.withDetail(
                    violations.get(0).get("field") + ": " + violations.get(0).get("message"));
        }
        if (refused.retryAfterSeconds() != null) {
            document.withHeader(HttpHeaders.RETRY_AFTER, refused.retryAfterSeconds());
        }
        return document.build();
    }

    static HttpProblem.Builder begin(Problem problem, Locale language, Object... arguments) {
        HttpProblem.Builder document = HttpProblem.builder()
                .withType(problem.type())
                .withTitle(ProblemTexts.title(problem, language))
                .withStatus(problem.status())
                .withDetail(ProblemTexts.detail(problem, language, arguments))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        return problem == Problem.UNAUTHENTICATED
                ? document.withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : document;
    }
}

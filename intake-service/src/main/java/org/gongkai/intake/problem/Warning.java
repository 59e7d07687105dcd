package org.gongkai.intake.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/**
 * Something recorded that is odd and possible.
 *
 * @param code stable, {@code REVIEW_COMES_FIRST}
 * @param message in the caller's language
 */
public record Warning(String code, String message) {

    /** The text {@code warning.<key>} of the bundles; the words are for its placeholders, and never personal data. */
    public static Warning of(String key, HttpHeaders headers, Object... words) {
        return new Warning(
                key.toUpperCase(Locale.ROOT).replace('-', '_'),
                ProblemTexts.accepted(headers).warning(key, words));
    }
}

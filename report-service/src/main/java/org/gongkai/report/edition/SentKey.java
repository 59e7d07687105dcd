package org.gongkai.report.edition;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/**
 * An {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header) as one caller sent it. Only digests are kept: two
 * callers never share a key, and what a caller puts into one stays its own.
 *
 * @param key SHA-256 over caller and key
 * @param content SHA-256 over what the call asks for beside body and year
 */
record SentKey(byte[] key, byte[] content) {

    /** A string of RFC 8941, or the same without its quotation marks, as many clients send it. */
    private static final Pattern SHAPE = Pattern.compile("\"([!#-\\[\\]-~ ]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    /**
     * Read, or refused with what to send; null where none was sent.
     *
     * @param header as it came, or null
     * @param subject the caller
     * @param content what the call asks for, or null
     */
    static SentKey of(String header, String subject, String content) {
        if (header == null) {
            return null;
        }
        Matcher matcher = SHAPE.matcher(header.strip());
        if (!matcher.matches()) {
            throw new Refusal(ProblemType.INVALID_IDEMPOTENCY_KEY);
        }
        String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new SentKey(digest(subject + '\0' + key), digest(content == null ? "" : content));
    }

    private static byte[] digest(String text) {
        return Hashes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

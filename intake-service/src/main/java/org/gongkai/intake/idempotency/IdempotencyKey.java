package org.gongkai.intake.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as one caller sent it. Only its digest is kept: two callers never share a key, and what a caller puts into one stays
 * its own.
 *
 * @param id the first 16 bytes of SHA-256 over caller and key
 */
record IdempotencyKey(UUID id) {

    /** A string of RFC 8941, or the same without its quotation marks, as many clients send it. */
    private static final Pattern SHAPE = Pattern.compile("\"([!#-\\[\\]-~ ]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    /** Empty where the header is not a key of 1 to 255 visible ASCII characters. */
    static Optional<IdempotencyKey> of(String header, String subject, String claim) {
        Matcher matcher = SHAPE.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(new IdempotencyKey(digest(subject + '\0' + claim + '\0' + key)));
    }

    private static UUID digest(String text) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

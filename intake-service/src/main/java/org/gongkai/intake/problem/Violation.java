package org.gongkai.intake.problem;

/**
 * A field that is wrong.
 *
 * @param field its path in the body, {@code applicant.type}, or the parameter's name
 * @param key the message {@code violation.<key>} of the bundles
 * @param words for the message's placeholders; never personal data
 */
public record Violation(String field, String key, Object... words) {}

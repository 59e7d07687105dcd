package org.gongkai.report.problem;

/**
 * A field that is wrong.
 *
 * @param field its path in the body
 * @param key the message {@code violation.<key>} of the bundles
 * @param words for the message's placeholders; never personal data
 */
record Violation(String field, String key, Object... words) {}

package org.gongkai.statistics.problem;

/**
 * One field that is wrong.
 *
 * @param field name of the parameter
 * @param message key of the text in the bundles
 * @param arguments what the text names
 */
public record Violation(String field, String message, Object... arguments) {}

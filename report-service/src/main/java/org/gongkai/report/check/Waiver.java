package org.gongkai.report.check;

import java.time.Instant;

/**
 * Why a rule that is broken does not stop the report.
 *
 * @param reason in the office's words
 * @param by who says so, the token's {@code sub}
 * @param at when
 */
public record Waiver(String reason, String by, Instant at) {}

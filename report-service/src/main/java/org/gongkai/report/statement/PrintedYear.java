package org.gongkai.report.statement;

/**
 * A year as an edition printed it.
 *
 * @param edition its number
 * @param position up to which facts it counted, as a token
 * @param counts as they stood then
 */
public record PrintedYear(int edition, String position, YearCounts counts) {}

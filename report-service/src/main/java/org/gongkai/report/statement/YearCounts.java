package org.gongkai.report.statement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Everything that is counted of one year for one set of bodies: the report's own, the year before, a subordinate, a level.
 *
 * @param organisation code, of a subordinate
 * @param name official name, of a subordinate
 * @param year where it is said
 * @param applications row to column to count
 * @param proactive row to measure to count; {@code FEES.amountYuan} in yuan
 * @param disputes block to result to count
 * @param publications items and where they were published
 * @param indicators code to value; those that nobody reported are absent
 * @param processingFees 信息处理费
 * @param confirmed bodies that confirmed the year, and those that did not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record YearCounts(
        String organisation,
        String name,
        Integer year,
        Map<String, Map<String, Long>> applications,
        Map<String, Map<String, BigDecimal>> proactive,
        Map<String, Map<String, Long>> disputes,
        Publications publications,
        Map<String, Long> indicators,
        ProcessingFees processingFees,
        Confirmed confirmed) {

    /** Whether there was any body to count; where there was none the zeros say nothing. */
    public boolean counted() {
        return confirmed.yes() + confirmed.no() > 0;
    }

    /** Whether anything at all is counted, or the year confirmed. */
    public boolean anything() {
        return confirmed.yes() > 0
                || !indicators.isEmpty()
                || publications.items() > 0
                || processingFees.cases() > 0
                || processingFees.amountYuan().signum() > 0
                || anything(applications)
                || anything(proactive)
                || anything(disputes);
    }

    private static boolean anything(Map<String, ? extends Map<String, ? extends Number>> table) {
        return table.values().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(cell -> new BigDecimal(cell.toString()).signum() != 0);
    }

    /** Distinct items, and items on each channel: one item may stand on several. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Publications(Long items, Map<String, Long> byChannel) {}

    /** How many cases were charged, and how much, in yuan. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ProcessingFees(Long cases, BigDecimal amountYuan) {}

    /** How many bodies stand by the year as complete, and how many do not. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Confirmed(Long yes, Long no) {}
}

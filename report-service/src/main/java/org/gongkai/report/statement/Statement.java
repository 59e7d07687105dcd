package org.gongkai.report.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What this service reads of a statement; whatever else it carries is ignored.
 *
 * @param organisation code
 * @param name official name
 * @param level of the organisation
 * @param kind of the organisation
 * @param mayIssueRules whether it may issue 规章, or null where the statement does not say
 * @param year of the report
 * @param asOf instant of the snapshot, as it came
 * @param position up to which facts are counted, as a token
 * @param complete false where a fact that may touch it could not be read
 * @param documentPrefix 发文机关代字, or null
 * @param contact the office that answers for the report, or null
 * @param applications row to column to count
 * @param proactive row to measure to count; {@code FEES.amountYuan} in yuan
 * @param disputes block to result to count
 * @param publications items and where they were published
 * @param indicators code to value; those that nobody reported are absent
 * @param processingFees 信息处理费
 * @param confirmed bodies that confirmed the year, and those that did not
 * @param timeliness how timely applications are answered, or null where the statement does not say
 * @param previous the year before
 * @param memberChanges bodies that came or went since the year before
 * @param subordinates direct subordinates, each with everything below it
 * @param levels level to the figures of its members
 * @param own the body alone, without subordinates
 * @param months all twelve; what was received and decided in them adds up to the year's
 * @param printed where the year before is that of an edition: which one, and what is counted of it now; null where it is
 *     live
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Statement(
        String organisation,
        String name,
        Level level,
        Kind kind,
        Boolean mayIssueRules,
        Integer year,
        String asOf,
        String position,
        Boolean complete,
        String documentPrefix,
        Contact contact,
        Map<String, Map<String, Long>> applications,
        Map<String, Map<String, BigDecimal>> proactive,
        Map<String, Map<String, Long>> disputes,
        YearCounts.Publications publications,
        Map<String, Long> indicators,
        YearCounts.ProcessingFees processingFees,
        YearCounts.Confirmed confirmed,
        Timeliness timeliness,
        YearCounts previous,
        List<MemberChange> memberChanges,
        List<YearCounts> subordinates,
        Map<Level, YearCounts> levels,
        YearCounts own,
        List<Month> months,
        @JsonIgnore Printed printed) {

    /** Months of a year. */
    public static final int MONTHS = 12;

    /** The figures of the year itself. */
    public YearCounts counts() {
        return new YearCounts(
                organisation,
                name,
                year,
                applications,
                proactive,
                disputes,
                publications,
                indicators,
                processingFees,
                confirmed);
    }

    /** The same, compared with a year as it was printed. */
    public Statement comparedWith(PrintedYear year) {
        return with(year.counts(), new Printed(year.edition(), year.position(), previous, List.of()));
    }

    /** The same with the cases for which the year before is counted otherwise now than it was printed. */
    Statement explainedBy(List<LateCase> late) {
        return with(previous, new Printed(printed.edition(), printed.position(), printed.live(), late));
    }

    /** Where its year before comes from. */
    public PreviousYear previousYear() {
        return new PreviousYear(printed == null ? null : printed.edition());
    }

    private Statement with(YearCounts previous, Printed printed) {
        return new Statement(
                organisation,
                name,
                level,
                kind,
                mayIssueRules,
                year,
                asOf,
                position,
                complete,
                documentPrefix,
                contact,
                applications,
                proactive,
                disputes,
                publications,
                indicators,
                processingFees,
                confirmed,
                timeliness,
                previous,
                memberChanges,
                subordinates,
                levels,
                own,
                months,
                printed);
    }

    /** Of what is open from the year, how much waits beyond its due day now. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Timeliness(Long overdue) {}

    /**
     * What was received and what was decided in a month.
     *
     * @param month such as 2021-03
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Month(String month, Long received, Long decided) {}

    /**
     * The edition that the year before was taken from.
     *
     * @param edition its number
     * @param position up to which facts it counted
     * @param live the same year as counted now
     * @param late cases that explain why its end differs; empty where none was looked up
     */
    public record Printed(int edition, String position, YearCounts live, List<LateCase> late) {}

    /** The office that answers for the report; each part may be null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Contact(String unit, String phone, String reportUrl) {}

    /**
     * A body that came or went.
     *
     * @param carriedOut what it had open at the end of the year before, by column
     * @param inForce documents that it had in force then, by row; null where the statement does not say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MemberChange(
            String organisation, String name, Change change, Map<String, Long> carriedOut, Map<String, Long> inForce) {}

    /** Which way. */
    public enum Change {
        CAME,
        WENT
    }
}

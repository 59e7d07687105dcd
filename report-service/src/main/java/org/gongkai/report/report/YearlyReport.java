package org.gongkai.report.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Finding;

/**
 * 政府信息公开工作年度报告 of an organisation.
 *
 * @param title as the form has it
 * @param form the form's edition
 * @param organisation code
 * @param name official name
 * @param year of the report
 * @param status {@code live}: as counted now, not frozen
 * @param sections those that are built, by number
 * @param tables figures, in the form's order
 * @param checks the form's identities over them
 * @param source what the figures stand on
 */
public record YearlyReport(
        String title,
        String form,
        String organisation,
        String name,
        int year,
        String status,
        List<Section> sections,
        Tables tables,
        Checks checks,
        Source source) {

    /** A section: its number, official title and text. */
    public record Section(int number, String title, String text) {}

    /** Table three, row to column to count. */
    public record Tables(Map<String, Map<String, Long>> applications) {}

    /** How many are broken, how many of these waived, and each. */
    public record Checks(int broken, int waived, List<Finding> findings) {}

    /** Up to which facts, when, and whether all of them could be read. */
    public record Source(String position, String asOf, boolean complete) {}

    /** The position, for the answer's header. */
    @JsonIgnore
    public String position() {
        return source.position();
    }
}

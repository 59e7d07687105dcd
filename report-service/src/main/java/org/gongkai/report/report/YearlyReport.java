package org.gongkai.report.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Finding;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.statement.PreviousYear;

/**
 * 政府信息公开工作年度报告 of an organisation.
 *
 * @param title as the form has it
 * @param form the form's edition
 * @param organisation code
 * @param name official name
 * @param year of the report
 * @param status {@code live}: as counted now; {@code frozen}: as an edition keeps it
 * @param sections 0, the preamble, to 6
 * @param tables figures, in the form's order
 * @param overview the figures of section one
 * @param checks of the tables and the text
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
        Overview overview,
        Checks checks,
        Source source) {

    static final String LIVE = "live";
    private static final String FROZEN = "frozen";

    /** A section: its number, official title and text. */
    public record Section(int number, String title, String text) {}

    /** Tables two, three and four: row or block, then column, to what stands in the cell. */
    public record Tables(
            Map<String, Map<String, Quantity>> proactive,
            Map<String, Map<String, Quantity>> applications,
            Map<String, Map<String, Quantity>> disputes) {}

    /** How many are broken, how many of these waived, and each. */
    public record Checks(int broken, int waived, List<Finding> findings) {}

    /** Up to which facts, when, whether all of them could be read, and where the year before comes from. */
    public record Source(String position, String asOf, boolean complete, PreviousYear previous) {}

    /** The same as an edition keeps it. */
    YearlyReport frozen() {
        return new YearlyReport(
                title, form, organisation, name, year, FROZEN, sections, tables, overview, checks, source);
    }

    /** The position, for the answer's header. */
    @JsonIgnore
    public String position() {
        return source.position();
    }
}

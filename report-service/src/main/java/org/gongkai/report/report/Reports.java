package org.gongkai.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.report.Desks;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.statement.PrintedYear;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.Statements;

/** Reports put together from a statement and the office's texts. */
@ApplicationScoped
public class Reports {

    @Inject
    Statements statements;

    @Inject
    OfficeInput office;

    @Inject
    Desks desks;

    /**
     * The report as counted now.
     *
     * @param atLeast the position that must be counted, or null
     * @param authorization the caller's own header, passed on
     */
    public ReportFormat.Assembled live(String organisation, int year, String atLeast, String authorization) {
        return toFreeze(organisation, year, atLeast, authorization).assembled();
    }

    /** The same with the versions of the texts that it was made from. */
    public ToFreeze toFreeze(String organisation, int year, String atLeast, String authorization) {
        Form form = Forms.live(year);
        try (Desks.Desk desk = desks.one()) {
            Statement statement = statements.readExplained(organisation, year, atLeast, authorization, form, desk);
            OfficeInput.Standing input = office.of(organisation, year);
            Map<Integer, String> written = new LinkedHashMap<>();
            input.texts().forEach((number, text) -> written.put(number, text.text()));
            return new ToFreeze(
                    Assembly.assemble(form, statement, written, input.waivers(), input.publishedOn()), input.texts());
        }
    }

    /**
     * The figures as they stood at a position.
     *
     * @param before the edition of the year before to compare with, or null: as the year before stood then
     */
    public Figures asOf(String organisation, int year, String position, PrintedYear before, String authorization) {
        Form form = Forms.live(year);
        return Figures.of(form, statements.readAsOf(organisation, year, position, before, authorization, form));
    }

    /** Whether anything is counted of a year. */
    public boolean counted(String organisation, int year, String atLeast, String authorization) {
        return statements
                .counts(organisation, year, atLeast, authorization, Forms.live(year))
                .anything();
    }

    /**
     * A report that may become an edition.
     *
     * @param assembled put together
     * @param texts what the office wrote, by number of the section
     */
    public record ToFreeze(ReportFormat.Assembled assembled, Map<Integer, Narratives.Written> texts) {}
}

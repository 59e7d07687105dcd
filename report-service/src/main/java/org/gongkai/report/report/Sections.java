package org.gongkai.report.report;

import java.util.List;
import org.gongkai.report.check.Finding;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Statement;

/** Writes the sections of a report: generated prose, and what the office put. */
public interface Sections {

    /** Sections 0 to 6 in order, each with text; an empty text where there is none. */
    Written write(Form form, Statement statement, Figures figures);

    /**
     * What was written.
     *
     * @param sections 0 to 6 in order
     * @param findings of checks of the text itself, such as a typed figure that contradicts a cell
     */
    record Written(List<YearlyReport.Section> sections, List<Finding> findings) {}
}

package org.gongkai.report.report;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Statement;

/** The official titles without a text, where nobody writes any. */
class TitlesOnly implements Sections {

    @Override
    public Written write(Form form, Statement statement, Figures figures) {
        List<YearlyReport.Section> sections = new ArrayList<>();
        sections.add(new YearlyReport.Section(0, "", ""));
        for (int number = 1; number <= form.sections().size(); number++) {
            sections.add(new YearlyReport.Section(number, form.sectionTitle(number), ""));
        }
        return new Written(sections, List.of());
    }
}

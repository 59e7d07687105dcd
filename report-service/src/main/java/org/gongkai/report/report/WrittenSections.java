package org.gongkai.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.statement.Statement;

/** The sections as the report carries them. */
@ApplicationScoped
public class WrittenSections implements Sections {

    @Inject
    Narratives narratives;

    @Override
    public Written write(Form form, Statement statement, Figures figures) {
        List<YearlyReport.Section> sections = narratives.of(form, statement, figures).sections().stream()
                .map(section -> new YearlyReport.Section(section.number(), section.title(), section.text()))
                .toList();
        return new Written(sections, List.of());
    }
}

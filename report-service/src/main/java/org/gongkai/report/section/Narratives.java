package org.gongkai.report.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Statement;

/** The texts of a report: the form's prose, and what the office put instead of it. */
@ApplicationScoped
public class Narratives {

    @Inject
    SectionStore store;

    /** The texts of a statement's report as they stand now. */
    public Narrative of(Form form, Statement statement, Figures figures) {
        Map<Integer, String> texts = new TreeMap<>();
        standing(statement.organisation(), statement.year())
                .forEach((number, written) -> texts.put(number, written.text()));
        return new Narrative(form, figures, statement, texts);
    }

    /** A text as written, with placeholders, and its version. */
    public record Written(String text, long version) {}

    /** What the office wrote and which version it is, by number of the section. */
    public Map<Integer, Written> standing(String organisation, int year) {
        return store.standing(organisation, year);
    }
}

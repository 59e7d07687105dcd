package org.gongkai.report.prose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/**
 * The texts of a report: the preamble and the six sections, each from the form's template unless the office wrote it.
 * Section six begins with the sentence on 信息处理费 in any case; section five has no template.
 */
public final class Narrative {

    /** The section on problems and improvement, which only the office can write. */
    public static final int PROBLEMS = 5;

    private static final int OTHER_MATTERS = 6;
    private static final String NO_OTHER_MATTERS = "无其他需要报告的事项。";

    /** Stands for what nobody reported. */
    private static final String UNREPORTED = "未报";

    /** Stands for what there is not: a share of nothing, a year before the first. */
    private static final String NONE = "—";

    private final Form form;
    private final Prose prose = Proses.PROSE_2021;
    private final Values values;
    private final List<Level> levels;
    private final Composer composer;
    private final Map<Integer, String> written;
    private List<Section> sections;

    /**
     * @param written texts of the office, with placeholders, by number of the section
     */
    public Narrative(Form form, Figures figures, Statement statement, Map<Integer, String> written) {
        this.form = form;
        this.values = Values.of(prose, figures, statement);
        this.levels = statement.levels().entrySet().stream()
                .filter(level -> level.getValue().counted())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        this.composer = new Composer(values, levels);
        this.written = Map.copyOf(written);
    }

    /**
     * A section's text.
     *
     * @param number 0 is the preamble
     * @param title official title; empty for the preamble
     * @param source as written, with placeholders
     * @param text with the figures, paragraphs one a line; empty where there is none
     * @param generated whether the form's template wrote it
     * @param unreported names that it needs and that nobody reported or registered, sorted
     */
    public record Section(
            int number, String title, String source, String text, boolean generated, List<String> unreported) {}

    /** The preamble and the sections, in order. Written when they are first asked for: report and layout both do. */
    public List<Section> sections() {
        if (sections == null) {
            sections = IntStream.rangeClosed(0, form.sections().size())
                    .mapToObj(this::section)
                    .toList();
        }
        return sections;
    }

    /** One of them. */
    public Section section(int number) {
        Composer.Composed template = template(number);
        String own = written.get(number);
        String generated = defaultOf(number, template.text());
        String source = own == null ? generated : own;
        String filled =
                Placeholders.fill(source, name -> name.equals(Vocabulary.GENERATED) ? printed(generated) : value(name));
        boolean opened = number == OTHER_MATTERS && !template.text().isEmpty();
        String text = opened ? printed(template.text()) + "\n" + filled : filled;
        Set<String> names = Placeholders.names(source);
        boolean usesTemplate = own == null || names.contains(Vocabulary.GENERATED);
        Set<String> unreported = new TreeSet<>(usesTemplate ? template.unreported() : List.of());
        names.stream().filter(values::owes).forEach(unreported::add);
        return new Section(
                number,
                number == 0 ? "" : form.sectionTitle(number),
                source,
                text,
                own == null && number != PROBLEMS,
                List.copyOf(unreported));
    }

    /** The levels that have a body in this report, from the top. */
    public List<Level> levels() {
        return levels;
    }

    /** How the report names the bodies of a level. */
    public String nameOf(Level level) {
        return values.text("wording.levels." + level).orElse(level.name());
    }

    private Composer.Composed template(int number) {
        return prose.sections().stream()
                .filter(section -> section.number() == number)
                .findFirst()
                .map(composer::compose)
                .orElse(new Composer.Composed("", List.of()));
    }

    private String defaultOf(int number, String template) {
        if (number == form.applications().section()) {
            return form.applications().note();
        }
        return number == OTHER_MATTERS ? NO_OTHER_MATTERS : template;
    }

    private String printed(String text) {
        return Placeholders.fill(text, this::value);
    }

    private String value(String name) {
        return values.text(name).orElse(values.owes(name) ? UNREPORTED : NONE);
    }
}

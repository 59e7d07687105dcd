package org.gongkai.report.check.typed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.form.Form;

/**
 * Which figure of the report the words beside a number mean. The words are data ({@code subjects.json}), the form's own
 * labels and those of the indicators; words that fit several figures mean any of them.
 */
final class Subjects {

    private static final Data DATA = read();
    private static final Map<String, Subjects> BY_FORM = new ConcurrentHashMap<>();
    private static final Pattern MARKS = Pattern.compile("^(?:[0-9]+\\.|（.）|[一二三四五六七八九十]、)|（[^）]*）");
    private static final int SHORTEST_LABEL = 3;

    private final List<Subject> before = new ArrayList<>();
    private final List<Subject> after = new ArrayList<>();
    private final Pattern head = Pattern.compile("(?:" + DATA.head() + ")*+");

    /**
     * Words and what they mean.
     *
     * @param of names of figures, each a path or paths with + between them
     * @param kind what is measured; a count where it is not said
     * @param units the measure words that it takes; any where it is not said
     * @param word what the words cannot do without, so that others are passed over fast
     * @param before right before the number, to its end
     * @param after right after its unit
     * @param sentence somewhere in the sentence
     * @param general whether only words of the whole may stand before: what is of one body or one matter is another figure
     */
    private record Subject(
            List<String> of,
            Kind kind,
            List<String> units,
            String word,
            Pattern before,
            Pattern after,
            Pattern sentence,
            boolean general) {}

    private record Line(
            List<String> of,
            Kind kind,
            String units,
            String word,
            String before,
            String after,
            String sentence,
            boolean general) {}

    private record Data(
            String head,
            String fill,
            @JsonProperty("subjects") List<Line> lines) {}

    private Subjects(Form form) {
        DATA.lines().forEach(this::add);
        labels(form);
    }

    static Subjects of(Form form) {
        return BY_FORM.computeIfAbsent(form.form(), none -> new Subjects(form));
    }

    private void labels(Form form) {
        Form.ApplicationsTable table = form.applications();
        table.rows().stream()
                .filter(Form.Row::outcome)
                .forEach(row -> label(row.label(), List.of("applications." + row.code() + "." + table.columnTotal())));
        table.groups().forEach(group -> label(group.label(), List.of("applications.group." + group.code())));
        table.parts().stream()
                .map(code -> table.columns().stream()
                        .filter(column -> column.code().equals(code))
                        .findFirst()
                        .orElseThrow())
                .forEach(column -> label(
                        column.label(),
                        List.of(
                                "applications.handled." + column.code(),
                                "applications.NEW_RECEIVED." + column.code(),
                                "applications." + table.resultTotal() + "." + column.code())));
        Indicators.reported().forEach(indicator -> {
            String label = plain(indicator.label());
            add(new Line(
                    List.of("indicators." + indicator.code()),
                    Kind.COUNT,
                    indicator.unit(),
                    label,
                    Pattern.quote(label),
                    Pattern.quote(label),
                    null,
                    false));
        });
    }

    private void label(String label, List<String> names) {
        String plain = plain(label);
        if (plain.length() >= SHORTEST_LABEL) {
            add(new Line(names, Kind.COUNT, null, plain, Pattern.quote(plain), null, null, true));
        }
    }

    /** Without numbering and brackets; of a list, which the reader parts, its last member. */
    private static String plain(String label) {
        String bare = MARKS.matcher(label).replaceAll("");
        return bare.substring(bare.lastIndexOf('、') + 1);
    }

    private void add(Line line) {
        Subject subject = new Subject(
                line.of(),
                line.kind() == null ? Kind.COUNT : line.kind(),
                line.units() == null ? List.of() : List.of(line.units().split(" ")),
                line.word(),
                line.before() == null ? null : Pattern.compile("(?:" + line.before() + ")(?:" + DATA.fill() + ")*+$"),
                line.after() == null ? null : Pattern.compile("^(?:" + line.after() + ")"),
                line.sentence() == null ? null : Pattern.compile(line.sentence()),
                line.general());
        if (subject.before() != null) {
            before.add(subject);
        }
        if (subject.after() != null) {
            after.add(subject);
        }
    }

    /** The names of the figures that a number may be; none where its words do not tell. */
    Set<String> of(Sentence sentence, int figure) {
        TypedFigure typed = sentence.figures().get(figure);
        Set<String> names = before(sentence, typed, sentence.before(figure));
        String words = sentence.after(figure);
        for (Subject subject : words.isEmpty() ? List.<Subject>of() : after) {
            if (words.contains(subject.word())
                    && takes(subject, sentence, typed)
                    && subject.after().matcher(words).find()) {
                names.addAll(subject.of());
            }
        }
        return names.isEmpty() ? inEarlierClause(sentence, typed, sentence.gap(figure)) : names;
    }

    /** 收到政府信息公开申请，共148件: the clause before, where that of the number says nothing. */
    private Set<String> inEarlierClause(Sentence sentence, TypedFigure typed, String gap) {
        String last = Sentence.lastClause(gap);
        String rest = gap;
        while (isGeneral(last) && rest.length() > last.length()) {
            rest = rest.substring(0, rest.length() - last.length() - 1);
            last = Sentence.lastClause(rest);
            Set<String> names = before(sentence, typed, last);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return Set.of();
    }

    /** What words without a number mean: 占办理结果总计的. */
    Set<String> named(Sentence sentence, TypedFigure like, String words) {
        return before(sentence, like, words);
    }

    private Set<String> before(Sentence sentence, TypedFigure typed, String words) {
        Set<String> names = new LinkedHashSet<>();
        for (Subject subject : words.isEmpty() ? List.<Subject>of() : before) {
            if (words.contains(subject.word()) && takes(subject, sentence, typed)) {
                Matcher found = subject.before().matcher(words);
                if (found.find() && (!subject.general() || isGeneral(words.substring(0, found.start())))) {
                    names.addAll(subject.of());
                }
            }
        }
        return names;
    }

    private static boolean takes(Subject subject, Sentence sentence, TypedFigure typed) {
        return subject.kind() == typed.kind()
                && (subject.units().isEmpty() || subject.units().contains(typed.unit()))
                && (subject.sentence() == null
                        || subject.sentence().matcher(sentence.read()).find());
    }

    private boolean isGeneral(String words) {
        return head.matcher(words).matches();
    }

    private static Data read() {
        try (InputStream data = Subjects.class.getResourceAsStream("subjects.json")) {
            return new ObjectMapper().readValue(data, Data.class);
        } catch (IOException e) {
            throw new UncheckedIOException("subjects.json", e);
        }
    }
}

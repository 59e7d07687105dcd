package org.gongkai.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.statement.Level;

/** Chooses a section's sentences by what is known; figures stay placeholders. */
final class Composer {

    private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)(?:\\|\\|(.*?))?]]");

    /** What a heading is followed by where none of its figures was reported. */
    private static final String NOTHING_REPORTED = "本项数据未报。";

    private final Values values;
    private final List<Level> levels;

    Composer(Values values, List<Level> levels) {
        this.values = values;
        this.levels = levels;
    }

    /**
     * A section as it would be written.
     *
     * @param text paragraphs, one a line, with placeholders
     * @param unreported names that the template speaks of and that nobody reported or registered
     */
    record Composed(String text, List<String> unreported) {}

    Composed compose(Prose.Section section) {
        List<String> paragraphs = new ArrayList<>();
        Set<String> unreported = new TreeSet<>();
        for (Prose.Paragraph paragraph : section.paragraphs()) {
            StringBuilder text = new StringBuilder();
            for (Prose.Sentence sentence : paragraph.sentences()) {
                text.append(written(sentence));
                noteUnreported(sentence, unreported);
            }
            if (paragraph.heading() != null) {
                paragraphs.add(paragraph.heading() + (text.length() == 0 ? NOTHING_REPORTED : text));
            } else if (text.length() > 0) {
                paragraphs.add(text.toString());
            }
        }
        return new Composed(String.join("\n", paragraphs), List.copyOf(unreported));
    }

    private String written(Prose.Sentence sentence) {
        if (sentence.each() == null) {
            return stands(sentence) ? once(sentence.text()) : "";
        }
        if (!stands(sentence) || levels.size() < 2) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Level level : levels) {
            String one = once(sentence.text().replace("{level}", level.name()));
            text.append(text.length() == 0 && !one.isEmpty() ? sentence.first() : "")
                    .append(one);
        }
        return text.toString();
    }

    private boolean stands(Prose.Sentence sentence) {
        boolean conditions = sentence.when() == null
                || sentence.when().stream().map(Condition::of).allMatch(condition -> condition.holds(values));
        boolean absences = sentence.without() == null
                || sentence.without().stream()
                        .allMatch(name -> values.text(name).isEmpty());
        return conditions && absences;
    }

    private String once(String text) {
        String chosen = OPTIONAL.matcher(text).replaceAll(this::optional);
        return known(chosen) ? chosen : "";
    }

    private String optional(MatchResult part) {
        String otherwise = part.group(2) == null ? "" : part.group(2);
        return Matcher.quoteReplacement(known(part.group(1)) ? part.group(1) : otherwise);
    }

    private boolean known(String text) {
        return Placeholders.names(text).stream()
                .allMatch(name -> values.text(name).isPresent());
    }

    private void noteUnreported(Prose.Sentence sentence, Set<String> unreported) {
        Set<String> names = new TreeSet<>(Placeholders.names(withoutAlternatives(sentence.text())));
        if (sentence.without() != null) {
            names.addAll(sentence.without());
        }
        for (String name : names) {
            String plain = name.endsWith(Values.IN_WORDS) ? Values.base(name, Values.IN_WORDS) : name;
            if (values.owes(plain)) {
                unreported.add(plain);
            }
        }
    }

    private static String withoutAlternatives(String text) {
        return OPTIONAL.matcher(text)
                .replaceAll(part -> part.group(2) == null ? Matcher.quoteReplacement(part.group(1)) : "");
    }
}

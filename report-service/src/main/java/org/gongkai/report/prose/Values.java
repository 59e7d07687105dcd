package org.gongkai.report.prose;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/** What the names in a report's texts stand for: its figures, the body's own data, and words made of them. */
final class Values {

    /** After a count: 三, 两 before a measure word, up to 十; digits beyond. */
    static final String IN_WORDS = ".words";

    /** After a figure: 增加 or 减少 and by how much against the year before. */
    static final String CHANGE = ".change";

    /** Names that are no figures, known or not. */
    static final List<String> TEXT_NAMES = List.of(
            "year",
            "organisation.name",
            "organisation.documentPrefix",
            "organisation.contactUnit",
            "organisation.contactPhone",
            "organisation.reportUrl",
            "wording.whole",
            "wording.organs",
            "wording.bodies",
            "wording.government",
            "wording.below",
            "wording.levels.NATIONAL",
            "wording.levels.PROVINCE",
            "wording.levels.CITY",
            "wording.levels.COUNTY",
            "wording.levels.TOWNSHIP");

    /** Names of what bodies report or register, so that it can be told what is missing; the prefix is optional. */
    private static final Set<String> OWED = Stream.concat(
                    Stream.of("organisation.contactUnit", "organisation.contactPhone", "organisation.reportUrl"),
                    Indicators.reported().stream().map(indicator -> "indicators." + indicator.code()))
            .collect(Collectors.toUnmodifiableSet());

    private final Figures figures;
    private final Map<String, String> texts;
    private final List<String> numbersInWords;

    private Values(Figures figures, Map<String, String> texts, List<String> numbersInWords) {
        this.figures = figures;
        this.texts = texts;
        this.numbersInWords = numbersInWords;
    }

    static Values of(Prose prose, Figures figures, Statement statement) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("year", Integer.toString(statement.year()));
        texts.put("organisation.name", statement.name());
        texts.put("organisation.documentPrefix", statement.documentPrefix());
        if (statement.contact() != null) {
            texts.put("organisation.contactUnit", statement.contact().unit());
            texts.put("organisation.contactPhone", statement.contact().phone());
            texts.put("organisation.reportUrl", statement.contact().reportUrl());
        }
        wording(prose, statement).forEach((name, words) -> texts.put("wording." + name, words));
        texts.values().removeIf(text -> text == null || text.isBlank());
        return new Values(figures, texts, prose.numbersInWords());
    }

    /** As it is printed; empty where it is not known. */
    Optional<String> text(String name) {
        if (texts.containsKey(name)) {
            return Optional.of(texts.get(name));
        }
        if (name.endsWith(IN_WORDS)) {
            return number(base(name, IN_WORDS)).map(this::inWords);
        }
        if (name.endsWith(CHANGE)) {
            return change(base(name, CHANGE));
        }
        return figures.find(name).map(Figure::print);
    }

    /** The number that a name stands for; empty where it is not known. */
    Optional<BigDecimal> number(String name) {
        return figures.find(name).map(figure -> figure.quantity().value());
    }

    /** Whether the name is of something that a body reports or registers, and that is not there. */
    boolean owes(String name) {
        return text(name).isEmpty() && OWED.contains(name);
    }

    static String base(String name, String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }

    private String inWords(BigDecimal number) {
        boolean small = number.signum() > 0 && number.compareTo(BigDecimal.valueOf(numbersInWords.size())) <= 0;
        return small ? numbersInWords.get(number.intValueExact() - 1) : number.toPlainString();
    }

    private Optional<String> change(String name) {
        BigDecimal now = number(name).orElse(null);
        BigDecimal before = number(Figures.PREVIOUS + name).orElse(null);
        if (now == null || before == null || before.signum() == 0) {
            return Optional.empty();
        }
        int direction = now.compareTo(before);
        if (direction == 0) {
            return Optional.of("持平");
        }
        Quantity percent = Quantity.percent(now.subtract(before).abs(), before);
        if (percent.value().signum() == 0) {
            return Optional.of("基本持平");
        }
        return Optional.of((direction > 0 ? "增加" : "减少") + percent.print() + "%");
    }

    private static Map<String, String> wording(Prose prose, Statement statement) {
        Prose.Wording words = statement.subordinates().isEmpty()
                ? prose.alone()
                : prose.wordings().get(statement.level());
        Map<String, String> names = new LinkedHashMap<>();
        names.put("whole", words.whole());
        names.put("organs", words.organs());
        names.put("bodies", words.bodies());
        names.put("government", words.government());
        names.put("below", words.below());
        for (Level level : Level.values()) {
            names.put("levels." + level, words.levels().get(level));
        }
        return names;
    }
}

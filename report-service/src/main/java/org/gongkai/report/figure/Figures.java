package org.gongkai.report.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.YearCounts;

/**
 * Every figure of a report by its path. Beside those of the year, {@code previous.…}, {@code own.…},
 * {@code levels.CITY.…} and {@code subordinates.CODE.…} carry the same paths. A figure that does not exist (an indicator
 * that nobody reported, a percentage whose base is 0, a year before without bodies) is absent, never 0.
 */
public final class Figures {

    /** What stands before the paths of the year before. */
    public static final String PREVIOUS = "previous.";

    /** What stands before the paths of the body alone. */
    public static final String OWN = "own.";

    /** What stands before the code of a subordinate and its paths. */
    public static final String SUBORDINATES = "subordinates.";

    /** Row of table three: 本年新收; a column follows. */
    public static final String NEW_RECEIVED = "applications.NEW_RECEIVED";

    /** Block of table four: 行政复议; a column follows. */
    public static final String REVIEW = "disputes.REVIEW";

    /** Both blocks of 行政诉讼 together; a column follows. */
    public static final String LITIGATION = "disputes.litigation";

    /** What stands before the paths of a level, or a subordinate, and after its code. */
    private static final Pattern MEMBERS = Pattern.compile("(levels|subordinates)\\.[0-9A-Z-]+\\.");

    /** Prefix to the figures of its set of counts; that of the year itself is empty. In the order of the report. */
    private final Map<String, CountedFigures> counted;

    private final Map<String, Figure> others;

    private Figures(Map<String, CountedFigures> counted, Map<String, Figure> others) {
        this.counted = counted;
        this.others = others;
    }

    /** The figures of a statement that was read with nothing missing. */
    public static Figures of(Form form, Statement statement) {
        Map<String, CountedFigures> counted = new LinkedHashMap<>();
        put(counted, "", statement.counts(), form);
        if (statement.previous().counted()) {
            put(counted, PREVIOUS, statement.previous(), form);
        }
        put(counted, OWN, statement.own(), form);
        statement.levels().forEach((level, counts) -> put(counted, ofLevel(level), counts, form));
        statement.subordinates().forEach(counts -> put(counted, ofSubordinate(counts.organisation()), counts, form));
        FigureSheet sheet = new FigureSheet(path -> find(counted, path));
        MonthFigures.put(sheet, statement.months(), form.applications().unit());
        Comparisons.put(sheet);
        return new Figures(counted, sheet.byPath());
    }

    private static void put(Map<String, CountedFigures> counted, String prefix, YearCounts counts, Form form) {
        counted.put(prefix, new CountedFigures(prefix, counts, form));
    }

    /** Every path without a prefix that a report of the form can have. */
    public static Set<String> names(Form form) {
        Set<String> names = new HashSet<>(YearFigures.of(form).paths());
        names.addAll(Comparisons.NAMES);
        names.addAll(MonthFigures.NAMES);
        return names;
    }

    /** What stands before the paths of a level. */
    public static String ofLevel(Level level) {
        return "levels." + level + ".";
    }

    /** What stands before the paths of a subordinate. */
    public static String ofSubordinate(String organisation) {
        return SUBORDINATES + organisation + ".";
    }

    /**
     * What was received in a month.
     *
     * @param month 1 to 12
     */
    public static String receivedIn(int month) {
        return "months." + month + ".received";
    }

    /** A figure, or empty where it does not exist. */
    public Optional<Figure> find(String path) {
        Figure other = others.get(path);
        return other == null ? find(counted, path) : Optional.of(other);
    }

    private static Optional<Figure> find(Map<String, CountedFigures> counted, String path) {
        String rest = withoutPrefix(path);
        CountedFigures figures = counted.get(path.substring(0, path.length() - rest.length()));
        return figures == null ? Optional.empty() : figures.find(rest);
    }

    /** A figure that must exist: a bug where it does not. */
    public Figure get(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no figure " + path));
    }

    /** As it is printed; a bug where it does not exist. */
    public String print(String path) {
        return get(path).print();
    }

    /**
     * Whether a path names a figure, also one that is absent just now; a path that does not is a mistake.
     *
     * @param names see {@link #names(Form)}
     */
    public static boolean knows(Set<String> names, String path) {
        return names.contains(path) || names.contains(withoutPrefix(path));
    }

    /** Every figure, in the order of the report. */
    public List<Figure> all() {
        return Stream.concat(counted.values().stream().flatMap(CountedFigures::all), others.values().stream())
                .toList();
    }

    /** The values of all that are not of a subordinate, by path. */
    public Map<String, BigDecimal> values() {
        Map<String, BigDecimal> values = new HashMap<>();
        counted.forEach((prefix, figures) -> {
            if (!prefix.startsWith(SUBORDINATES)) {
                figures.values().forEach((path, value) -> values.put(prefix + path, value));
            }
        });
        others.forEach((path, figure) -> values.put(path, figure.quantity().value()));
        return values;
    }

    /** The values of each subordinate, by its code and then by the path that the same figure of the whole has. */
    public Map<String, Map<String, BigDecimal>> valuesOfSubordinates() {
        Map<String, Map<String, BigDecimal>> values = new LinkedHashMap<>();
        counted.forEach((prefix, figures) -> {
            if (prefix.startsWith(SUBORDINATES)) {
                values.put(prefix.substring(SUBORDINATES.length(), prefix.length() - 1), figures.values());
            }
        });
        return values;
    }

    private static String withoutPrefix(String path) {
        for (String prefix : List.of(PREVIOUS, OWN)) {
            if (path.startsWith(prefix)) {
                return path.substring(prefix.length());
            }
        }
        Matcher members = MEMBERS.matcher(path);
        return members.lookingAt() ? path.substring(members.end()) : path;
    }
}

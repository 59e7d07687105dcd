package org.gongkai.report.figure;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Row of table three: 本年新收; a column follows. */
    public static final String NEW_RECEIVED = "applications.NEW_RECEIVED";

    /** Block of table four: 行政复议; a column follows. */
    public static final String REVIEW = "disputes.REVIEW";

    /** Both blocks of 行政诉讼 together; a column follows. */
    public static final String LITIGATION = "disputes.litigation";

    /** What stands before the paths of a level, or a subordinate, and after its code. */
    private static final Pattern MEMBERS = Pattern.compile("(levels|subordinates)\\.[0-9A-Z-]+\\.");

    private final Map<String, Figure> byPath;

    private Figures(Map<String, Figure> byPath) {
        this.byPath = byPath;
    }

    /** The figures of a statement that was read with nothing missing. */
    public static Figures of(Form form, Statement statement) {
        FigureSheet sheet = new FigureSheet();
        YearFigures.put(sheet, "", statement.counts(), form);
        if (statement.previous().counted()) {
            YearFigures.put(sheet, PREVIOUS, statement.previous(), form);
        }
        YearFigures.put(sheet, OWN, statement.own(), form);
        statement.levels().forEach((level, counts) -> YearFigures.put(sheet, ofLevel(level), counts, form));
        for (YearCounts counts : statement.subordinates()) {
            YearFigures.put(sheet, ofSubordinate(counts.organisation()), counts, form);
        }
        MonthFigures.put(sheet, statement.months(), form.applications().unit());
        Comparisons.put(sheet);
        return new Figures(sheet.byPath());
    }

    /** Every path without a prefix that a report of the form can have. */
    public static Set<String> names(Form form) {
        Set<String> names = new HashSet<>(YearFigures.names(form));
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
        return "subordinates." + organisation + ".";
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
        return Optional.ofNullable(byPath.get(path));
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
    public Collection<Figure> all() {
        return Collections.unmodifiableCollection(byPath.values());
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

package org.gongkai.report.figure;

import java.util.Set;
import java.util.TreeSet;
import org.gongkai.report.statement.Level;

/** Figures that compare sets of counts: a level with the whole, a year with the year before. */
final class Comparisons {

    private static final String LEVEL_SHARES = "shares.levels.";
    private static final String YEAR_ON_YEAR = "yearOnYear.percent";
    private static final String YEAR_ON_YEAR_MAGNITUDE = "yearOnYear.magnitude";

    static final Set<String> NAMES = names();

    private Comparisons() {}

    static void put(FigureSheet sheet) {
        for (Level level : Level.values()) {
            sheet.percent(
                    LEVEL_SHARES + level,
                    Figures.ofLevel(level) + Percentage.OF_ITEMS.base(),
                    Percentage.OF_ITEMS.base());
        }
        sheet.change(YEAR_ON_YEAR, Percentage.OF_DECIDED.base(), Percentage.YEAR_ON_YEAR.base());
        sheet.magnitude(YEAR_ON_YEAR_MAGNITUDE, YEAR_ON_YEAR);
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(YEAR_ON_YEAR, YEAR_ON_YEAR_MAGNITUDE));
        for (Level level : Level.values()) {
            names.add(LEVEL_SHARES + level);
        }
        return names;
    }
}

package org.gongkai.report.figure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gongkai.report.statement.Statement;

/** What was received and decided in each month of the year: {@code months.1.received} to {@code months.12.decided}. */
final class MonthFigures {

    static final Set<String> NAMES = names();

    private MonthFigures() {}

    static void put(FigureSheet sheet, List<Statement.Month> months, String unit) {
        for (int number = 1; number <= months.size(); number++) {
            Statement.Month month = months.get(number - 1);
            sheet.cell(Figures.receivedIn(number), Quantity.count(month.received()), unit);
            sheet.cell(decidedIn(number), Quantity.count(month.decided()), unit);
        }
    }

    private static String decidedIn(int month) {
        return "months." + month + ".decided";
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        IntStream.rangeClosed(1, Statement.MONTHS).forEach(month -> {
            names.add(Figures.receivedIn(month));
            names.add(decidedIn(month));
        });
        return names;
    }
}

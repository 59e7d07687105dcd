package org.gongkai.report.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.Grid;
import org.gongkai.report.document.ReportDocument;

/** Characters of a report that no font has; a document would show something else in their place. */
final class Unprintable {

    private final IntPredicate printable;
    private final Map<Integer, Set<String>> places = new LinkedHashMap<>();

    private Unprintable(IntPredicate printable) {
        this.printable = printable;
    }

    /**
     * Each such character with the places where it stands, as the office reads it: {@code “𫖮”（U+2B5AE，二、…）}.
     *
     * @param printable whether a font has a character
     */
    static List<String> in(ReportDocument report, IntPredicate printable) {
        Unprintable found = new Unprintable(printable);
        found.look(report.title(), "标题");
        for (ReportDocument.Section section : report.sections()) {
            String place = section.number() == 0 ? "前言" : section.title();
            found.look(section.title(), place);
            section.paragraphs().forEach(paragraph -> found.look(paragraph, place));
            found.look(section.grid(), place + "的表");
        }
        return found.places.entrySet().stream()
                .map(each -> "“%s”（U+%04X，%s）"
                        .formatted(Character.toString(each.getKey()), each.getKey(), String.join("、", each.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void look(ReportDocument.Paragraph paragraph, String place) {
        look(paragraph.heading(), place);
        paragraph.parts().forEach(part -> look(part.text(), place));
        for (Chart chart : paragraph.charts()) {
            String where = place + "的图";
            look(chart.title(), where);
            look(chart.note(), where);
            chart.bars().forEach(bar -> look(bar.name() + bar.print(), where));
        }
    }

    private void look(Grid grid, String place) {
        if (grid != null) {
            grid.head().forEach(row -> row.forEach(cell -> look(cell.text(), place)));
            grid.body().forEach(row -> row.forEach(cell -> look(cell.text(), place)));
        }
    }

    private void look(String text, String place) {
        if (text != null) {
            text.codePoints()
                    .filter(character -> !isSilent(character) && !printable.test(character))
                    .forEach(character -> places.computeIfAbsent(character, none -> new LinkedHashSet<>())
                            .add(place));
        }
    }

    /** What leaves no mark on paper: spaces between lines, and marks of formatting such as the zero width space. */
    private static boolean isSilent(int character) {
        return Character.isWhitespace(character) || Character.getType(character) == Character.FORMAT;
    }
}

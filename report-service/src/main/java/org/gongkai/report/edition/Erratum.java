package org.gongkai.report.edition;

import java.util.List;
import java.util.stream.Collectors;

/** 更正说明: what an edition puts right of the one before, in words that can be published. */
final class Erratum {

    /** What is printed where there is no figure. */
    private static final String NONE = "未报";

    private Erratum() {}

    static String of(
            String title, int from, String frozenOn, int to, List<Changes.Pair> cells, List<Changes.TextChange> texts) {
        StringBuilder erratum = new StringBuilder("更正：《%s》第%d版（%s定稿）".formatted(title, from, frozenOn));
        erratum.append(cells.isEmpty() ? "文字有改动，" : "中下列数据有误，现更正如下，");
        erratum.append("以第%d版为准。".formatted(to));
        int number = 0;
        for (Changes.Pair cell : cells) {
            number++;
            erratum.append('\n').append(number).append(". ").append(line(cell));
        }
        if (!texts.isEmpty()) {
            String sections = texts.stream().map(Changes.TextChange::title).collect(Collectors.joining("”“", "“", "”"));
            erratum.append("\n文字相应更正的部分：").append(sections).append('。');
        }
        return erratum.toString();
    }

    private static String line(Changes.Pair pair) {
        FrozenCell cell = pair.either();
        String place = cell.column() == null
                ? "“%s”：%s".formatted(cell.table(), cell.row())
                : "“%s”表“%s”行“%s”列：".formatted(cell.table(), cell.row(), cell.column());
        return place + "由" + printed(pair.before()) + "更正为" + printed(pair.after()) + "；";
    }

    private static String printed(FrozenCell cell) {
        return cell == null ? NONE : cell.value() + cell.unit();
    }
}

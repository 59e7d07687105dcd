package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;

/** The figures of section one, and table four. */
final class OverviewChecks {

    private static final String ITEMS = "publications.items";
    private static final String LEVELS = "levels.";
    private static final String LEVEL_SHARES = "shares.levels.";
    private static final String REPEATED = "各渠道之和比公开条数多%s条次，可能是同一信息在两个以上渠道公开：条数计一次，各渠道分别计数；请在文中说明";
    private static final BigDecimal WHOLE = new BigDecimal("100.00");
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    private static final List<String> CHANNELS = Stream.of(Channel.values())
            .map(channel -> "publications.byChannel." + channel)
            .toList();

    private OverviewChecks() {}

    static List<Check> disputeTotals(Form form, Tables tables) {
        return form.disputes().blocks().stream()
                .map(block -> Check.equal(tables)
                        .left("disputes." + block.code() + "." + form.disputes().total())
                        .right(form.disputes().parts().stream()
                                .map(column -> "disputes." + block.code() + "." + column)
                                .toList()))
                .toList();
    }

    static List<Check> channelsCoverItems(Form form, Tables tables) {
        return List.of(Check.atLeast(tables).left(CHANNELS).right(ITEMS));
    }

    static List<Check> channelsWithinItems(Form form, Tables tables) {
        return List.of(Check.atMost(tables).left(CHANNELS).right(ITEMS).times(BigDecimal.valueOf(CHANNELS.size())));
    }

    /** A sum that is more than the items is right where some item is on two channels, and says so. */
    static List<Check> channelsAddUp(Form form, Tables tables) {
        Check check = Check.atMost(tables).left(CHANNELS).right(ITEMS);
        if (check.verdict() == Verdict.BROKEN) {
            check.note(REPEATED.formatted(check.delta().toPlainString()));
        }
        return List.of(check);
    }

    static List<Check> levels(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        List<String> levels = tables.codesAfter(LEVELS);
        List<String> whole = new ArrayList<>(List.of(ITEMS));
        table.balance().left().forEach(row -> whole.add(ApplicationsChecks.cell(row, table.columnTotal())));
        whole.add(ApplicationsChecks.cell(table.resultTotal(), table.columnTotal()));
        return whole.stream()
                .map(path -> Check.equal(tables)
                        .left(path)
                        .right(levels.stream()
                                .map(level -> LEVELS + level + "." + path)
                                .toList())
                        .unless(!levels.isEmpty()))
                .toList();
    }

    static List<Check> shares(Form form, Tables tables) {
        List<String> ofGroups = form.applications().groups().stream()
                .map(group -> "shares.applications." + group.code())
                .toList();
        List<String> ofLevels = tables.codesAfter(LEVEL_SHARES).stream()
                .map(level -> LEVEL_SHARES + level)
                .toList();
        return Stream.of(ofGroups, ofLevels)
                .map(shares -> Check.equal(tables)
                        .left(shares)
                        .right(WHOLE)
                        .within(ROUNDING.multiply(BigDecimal.valueOf(shares.size())))
                        .unless(!shares.isEmpty()))
                .toList();
    }

    /** Reported indicators are not negative; one that nobody reported is unknown, not broken. */
    static List<Check> indicators(Form form, Tables tables) {
        return Indicators.reported().stream()
                .map(indicator -> Check.atLeast(tables)
                        .left("indicators." + indicator.code())
                        .note(tables.cell("indicators." + indicator.code()) == null ? indicator.label() + "：未报" : null))
                .toList();
    }
}

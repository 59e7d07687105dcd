package org.gongkai.statistics.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.PublicationChannel;

/**
 * All figures of a group of bodies for a year.
 *
 * @param applications table three: row to column to count, all 25 rows and 7 columns
 * @param proactive table two
 * @param disputes table four: block to column to count, all 3 blocks and 5 columns
 * @param indicators code to value; one that nobody reported is absent
 */
@Schema(name = "Figures")
public record Figures(
        Map<String, Map<String, Long>> applications,
        Proactive proactive,
        Map<String, Map<String, Long>> disputes,
        Publications publications,
        Map<String, Long> indicators,
        ProcessingFees processingFees,
        Timeliness timeliness,
        Confirmed confirmed) {

    /**
     * What was published.
     *
     * @param items distinct items
     * @param byChannel items on each channel, all six; their sum is above {@code items} where some stand on several
     */
    public record Publications(long items, Map<String, Long> byChannel) {}

    /**
     * 信息处理费.
     *
     * @param amountYuan in yuan, with two decimals
     */
    public record ProcessingFees(long cases, String amountYuan) {}

    /**
     * Bodies whose data of the year are confirmed to be complete, and those whose are not (yet, or no more). A body that
     * was merged or abolished by 31 December has nothing to confirm.
     */
    public record Confirmed(long yes, long no) {}

    /**
     * The figures of a group.
     *
     * @param own what of it is the head's own: an indicator that does not add up has the head's value
     */
    static Figures of(YearFlow all, YearFlow own) {
        return new Figures(
                ApplicationTable.of(all.applications()),
                Proactive.of(all),
                DisputeTable.of(all),
                publications(all),
                indicators(all, own),
                new ProcessingFees(
                        all.within(Measure.PROCESSING_FEE_CASES, Cell.NO_CATEGORY),
                        Yuan.of(all.within(Measure.PROCESSING_FEE_FEN, Cell.NO_CATEGORY))),
                Timeliness.of(all),
                confirmed(all));
    }

    static Confirmed confirmed(YearFlow flow) {
        return new Confirmed(flow.confirmed(), flow.bodies() - flow.confirmed());
    }

    private static Publications publications(YearFlow flow) {
        Map<String, Long> byChannel = new LinkedHashMap<>();
        Arrays.stream(PublicationChannel.values())
                .map(PublicationChannel::name)
                .forEach(channel -> byChannel.put(channel, flow.within(Measure.PUBLICATIONS, channel)));
        return new Publications(flow.within(Measure.ITEMS, Cell.NO_CATEGORY), Collections.unmodifiableMap(byChannel));
    }

    private static Map<String, Long> indicators(YearFlow all, YearFlow own) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Indicator indicator : Indicator.values()) {
            YearFlow flow = indicator.rollup() == Indicator.Rollup.SUM ? all : own;
            if (flow.within(Measure.INDICATOR_REPORTS, indicator.name()) > 0) {
                values.put(indicator.name(), flow.within(Measure.INDICATOR, indicator.name()));
            }
        }
        return Collections.unmodifiableMap(values);
    }
}

package org.gongkai.statistics.fact;

import java.util.List;
import java.util.function.Function;
import org.gongkai.statistics.counting.Delta;

/**
 * A record of the year was entered wrongly and is taken back: it counts no more.
 *
 * @param was what it said last
 */
public record Retracted(String organisation, Content was) implements Fact {

    static Function<FactData, Fact> reader(Function<FactData, Content> content) {
        return data -> {
            data.requireText("recordId", 36);
            return new Retracted(data.code("organisation"), content.apply(data.nested("was")));
        };
    }

    @Override
    public List<Delta> deltas() {
        return was.deltas(organisation).stream().map(Delta::negated).toList();
    }
}

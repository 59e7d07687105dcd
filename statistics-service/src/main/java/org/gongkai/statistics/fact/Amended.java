package org.gongkai.statistics.fact;

import java.util.List;
import java.util.function.Function;
import org.gongkai.statistics.counting.Delta;

/**
 * A record of the year was corrected: what it said is taken back and what it says is put, with no moment between.
 *
 * @param was what it said before
 * @param is what it says now
 */
public record Amended(String organisation, Content was, Content is) implements Fact {

    static Function<FactData, Fact> reader(Function<FactData, Content> content) {
        return data -> {
            data.requireText("recordId", 36);
            return new Amended(
                    data.code("organisation"), content.apply(data.nested("was")), content.apply(data.nested("is")));
        };
    }

    @Override
    public List<Delta> deltas() {
        return Delta.moved(was.deltas(organisation), is.deltas(organisation));
    }
}

package org.gongkai.statistics.fact;

import java.util.List;
import java.util.function.Function;
import org.gongkai.statistics.counting.Delta;

/** A record of the year was entered: it counts. */
public record Recorded(String organisation, Content content) implements Fact {

    static Function<FactData, Fact> reader(Function<FactData, Content> content) {
        return data -> {
            data.requireText("recordId", 36);
            return new Recorded(data.code("organisation"), content.apply(data));
        };
    }

    @Override
    public List<Delta> deltas() {
        return content.deltas(organisation);
    }
}

package org.gongkai.statistics.fact;

import java.util.List;
import java.util.Set;
import org.gongkai.statistics.counting.Delta;

/** A disclosure application should never have been entered: all that it added is taken back. */
public record ApplicationVoided(String organisation, Classification was) implements Fact {

    static ApplicationVoided read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        return new ApplicationVoided(data.code("organisation"), Classification.read(data.nested("was")));
    }

    @Override
    public List<Delta> deltas() {
        return was.deltas(organisation).stream().map(Delta::negated).toList();
    }

    @Override
    public Set<Integer> years(List<Delta> deltas) {
        return was.years();
    }
}

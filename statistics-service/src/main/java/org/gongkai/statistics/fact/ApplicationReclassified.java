package org.gongkai.statistics.fact;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.statistics.counting.Delta;

/**
 * A disclosure application was recorded wrongly: it moves from the cells of what it was to those of what it is, with no
 * moment between.
 */
public record ApplicationReclassified(String organisation, Classification was, Classification is) implements Fact {

    static ApplicationReclassified read(FactData data) {
        data.requireText("caseId", 36);
        data.requireText("caseNumber", 64);
        return new ApplicationReclassified(
                data.code("organisation"),
                Classification.read(data.nested("was")),
                Classification.read(data.nested("is")));
    }

    @Override
    public List<Delta> deltas() {
        return Delta.moved(was.deltas(organisation), is.deltas(organisation));
    }

    @Override
    public Set<Integer> years(List<Delta> deltas) {
        Set<Integer> years = new TreeSet<>(was.years());
        years.addAll(is.years());
        return years;
    }
}

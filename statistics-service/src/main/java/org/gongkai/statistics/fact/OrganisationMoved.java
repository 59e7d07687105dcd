package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.organisation.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * From a day on the body stands under another parent.
 *
 * @param parent null: it becomes a root
 * @param since first day in its new place
 */
public record OrganisationMoved(
        String organisation, @Nullable String parent, LocalDate since) implements Fact {

    static OrganisationMoved read(FactData data) {
        return new OrganisationMoved(data.code("code"), data.optionalCode("parent"), data.day("since"));
    }

    @Override
    public List<TreeChange> treeChanges() {
        return List.of(new TreeChange.Placed(organisation, since, parent));
    }
}

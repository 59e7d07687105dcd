package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.organisation.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * From a day on the body is no more.
 *
 * @param since first day on which it is no more
 * @param successor the body that goes on with its duties; null: none
 */
public record OrganisationAbolished(
        String organisation, LocalDate since, @Nullable String successor) implements Fact {

    static OrganisationAbolished read(FactData data) {
        return new OrganisationAbolished(data.code("code"), data.day("since"), data.optionalCode("successor"));
    }

    @Override
    public List<TreeChange> treeChanges() {
        return List.of(new TreeChange.Abolished(organisation, since, successor));
    }
}

package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.organisation.Attributes;
import org.gongkai.statistics.organisation.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * A body entered the register.
 *
 * @param parent the body above it; null for a root
 * @param parentSince first day under that parent; null: from the beginning
 */
public record OrganisationRegistered(
        String organisation,
        Attributes attributes,
        @Nullable String parent,
        @Nullable LocalDate parentSince) implements Fact {

    static OrganisationRegistered read(FactData data) {
        return new OrganisationRegistered(
                data.code("code"),
                OrganisationChanged.attributes(data),
                data.optionalCode("parent"),
                data.optionalDay("parentSince"));
    }

    @Override
    public List<TreeChange> treeChanges() {
        TreeChange described = new TreeChange.Described(organisation, attributes);
        return parent == null
                ? List.of(described)
                : List.of(
                        described,
                        new TreeChange.Placed(
                                organisation, parentSince == null ? TreeChange.BEGINNING : parentSince, parent));
    }
}

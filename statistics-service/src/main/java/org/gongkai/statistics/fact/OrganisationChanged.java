package org.gongkai.statistics.fact;

import java.util.List;
import org.gongkai.statistics.organisation.Attributes;
import org.gongkai.statistics.organisation.Kind;
import org.gongkai.statistics.organisation.Level;
import org.gongkai.statistics.organisation.TreeChange;

/** A body's attributes as they now stand; its place in the tree is untouched. */
public record OrganisationChanged(String organisation, Attributes attributes) implements Fact {

    static OrganisationChanged read(FactData data) {
        return new OrganisationChanged(data.code("code"), attributes(data));
    }

    static Attributes attributes(FactData data) {
        return new Attributes(
                data.requireText("name", 200),
                data.oneOf("level", Level.class),
                data.oneOf("kind", Kind.class),
                data.flag("mayIssueRules"),
                data.optionalText("contactUnit", 200),
                data.optionalText("contactPhone", 60),
                data.optionalText("reportUrl", 500),
                data.optionalText("documentPrefix", 20));
    }

    @Override
    public List<TreeChange> treeChanges() {
        return List.of(new TreeChange.Described(organisation, attributes));
    }
}

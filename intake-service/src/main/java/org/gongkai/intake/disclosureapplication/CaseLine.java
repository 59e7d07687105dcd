package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.gongkai.intake.record.ParentFields;
import org.gongkai.intake.record.PreparedLine;
import org.gongkai.intake.record.Writing;

/** A line of an import about an application, which it names by its case number. */
@ApplicationScoped
class CaseLine {

    @Inject
    ApplicationTable table;

    @Inject
    Cases cases;

    /** Names the application. */
    record Of(String organisation, String caseNumber) {}

    /** What the line makes of its application. */
    PreparedLine changing(ParentFields<Of> parent, String by, Cases.Change change) {
        return (Writing writing) -> {
            Of of = parent.parent();
            DisclosureApplication kept = writing
                    .read(connection ->
                            table.byNumbers(connection, List.of(of.organisation()), List.of(of.caseNumber())))
                    .stream()
                    .findFirst()
                    .orElseThrow(parent::unknown);
            boolean changed = cases.changeWithin(writing, kept.id(), by, change).isPresent();
            return new PreparedLine.Entered(kept.id(), changed);
        };
    }
}

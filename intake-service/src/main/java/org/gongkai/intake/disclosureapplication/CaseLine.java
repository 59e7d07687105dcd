package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.ParentFields;
import org.gongkai.intake.record.PreparedLine;
import org.gongkai.intake.record.Writing;

/** Lines of an import about applications, which they name by their case numbers: steps and outcomes, in their order. */
@ApplicationScoped
class CaseLine implements LineKind.Bulk {

    @Inject
    ApplicationTable table;

    @Inject
    Cases cases;

    /** Names the application. */
    record Of(String organisation, String caseNumber) {}

    /**
     * What the line makes of its application.
     *
     * @param alone whether it asks for what other lines of its piece may have written before it
     */
    PreparedLine changing(ParentFields<Of> parent, String by, boolean alone, Cases.Change change) {
        return new Prepared(parent, by, alone, change);
    }

    @Override
    public List<PreparedLine.Entered> entered(Writing writing, List<PreparedLine> lines) {
        List<Prepared> all = lines.stream().map(Prepared.class::cast).toList();
        return writing.read(connection -> {
            Map<Of, UUID> ids = new HashMap<>();
            table.byNumbers(
                            connection,
                            all.stream().map(each -> each.of().organisation()).toList(),
                            all.stream().map(each -> each.of().caseNumber()).toList())
                    .forEach(kept -> ids.put(
                            new Of(kept.content().organisation(), kept.content().caseNumber()), kept.id()));
            ManyCases together = cases.together(writing, connection, ids.values(), all.get(0).by);
            List<PreparedLine.Entered> entered = new ArrayList<>();
            for (Prepared each : all) {
                UUID id = ids.get(each.of());
                if (id != null && each.alone) {
                    together.leave(id);
                }
                Optional<Boolean> changed = id == null ? Optional.empty() : together.change(id, each.change);
                entered.add(
                        changed.map(made -> new PreparedLine.Entered(id, made)).orElse(null));
            }
            together.write();
            return entered;
        });
    }

    private final class Prepared implements PreparedLine {

        private final ParentFields<Of> parent;
        private final String by;
        private final boolean alone;
        private final Cases.Change change;

        Prepared(ParentFields<Of> parent, String by, boolean alone, Cases.Change change) {
            this.parent = parent;
            this.by = by;
            this.alone = alone;
            this.change = change;
        }

        Of of() {
            return parent.parent();
        }

        @Override
        public Entered enter(Writing writing) {
            DisclosureApplication kept = writing
                    .read(connection ->
                            table.byNumbers(connection, List.of(of().organisation()), List.of(of().caseNumber())))
                    .stream()
                    .findFirst()
                    .orElseThrow(parent::unknown);
            boolean changed = cases.changeWithin(writing, kept.id(), by, change).isPresent();
            return new Entered(kept.id(), changed);
        }
    }
}

package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.LineScope;
import org.gongkai.intake.record.PreparedLine;
import org.gongkai.intake.record.Writing;
import org.gongkai.intake.workingday.Calendars;

/**
 * Applications of an import. One that carries an outcome was handled elsewhere: it is registered and decided in one go, as a
 * call for each would do it.
 */
@ApplicationScoped
class ApplicationLines implements LineKind, LineKind.Bulk {

    private static final List<String> OF_OUTCOME =
            List.of("outcome", "decidedOn", "documentNumber", "reason", "elsewhere");

    @Inject
    ApplicationTable table;

    @Inject
    ApplicationRows rows;

    @Inject
    Cases cases;

    @Inject
    Desk desk;

    @Inject
    Calendars calendars;

    @Inject
    Journal journal;

    @Override
    public String record() {
        return "application";
    }

    @Override
    public Class<ApplicationBody> bodyType() {
        return ApplicationBody.class;
    }

    @Override
    public List<String> besides() {
        return List.of("outcome", "decidedOn", "documentNumber", "reason");
    }

    @Override
    public PreparedLine prepared(ObjectNode fields, LineScope scope) throws JsonProcessingException {
        OutcomeBody outcome = outcome(fields, scope);
        ApplicationBody sent = scope.read(fields, ApplicationBody.class);
        if (sent.organisation() != null) {
            scope.requireReached(sent.organisation());
        }
        ApplicationBody clean = sent.checked(scope.today());
        scope.requireStanding(clean.organisation(), clean.begins());
        Calendars.Loaded calendar = calendars.loaded();
        DisclosureApplication registered = Registration.of(journal.newId(), clean, calendar.days());
        Entry receipt = journal.entry(Registration.fact(registered), scope.by());
        if (outcome == null) {
            Cases.New made = new Cases.New(registered, calendar.version(), receipt.id(), List.of(receipt), null);
            return new Prepared(clean, null, made, rows.laid(made), scope.by());
        }
        CaseChange decision = desk.decided(new WholeCase(registered, List.of()), calendar.days(), outcome)
                .orElseThrow();
        Cases.New made = cases.decidedElsewhere(receipt, decision, calendar, scope.by());
        return new Prepared(clean, made.application().decision(), made, rows.laid(made), scope.by());
    }

    /** Takes it out of the line; null where the line has none. */
    private static OutcomeBody outcome(ObjectNode fields, LineScope scope) throws JsonProcessingException {
        ObjectNode own = fields.objectNode();
        for (String name : OF_OUTCOME) {
            JsonNode value = fields.remove(name);
            if (value != null && !value.isNull()) {
                own.set(name, value);
            }
        }
        if (own.isEmpty()) {
            return null;
        }
        OutcomeBody body = scope.read(own, OutcomeBody.class);
        return new OutcomeBody(body.outcome(), body.decidedOn(), body.documentNumber(), body.reason(), true);
    }

    @Override
    public Optional<Bulk> bulk() {
        return Optional.of(this);
    }

    @Override
    public List<PreparedLine.Entered> entered(Writing writing, List<PreparedLine> lines) {
        return writing.read(connection -> {
            Map<String, DisclosureApplication> kept = new HashMap<>();
            table.byNumbers(
                            connection,
                            lines.stream()
                                    .map(line -> of(line).body.organisation())
                                    .toList(),
                            lines.stream()
                                    .map(line -> of(line).body.caseNumber())
                                    .toList())
                    .forEach(each -> kept.put(key(each.content()), each));
            Map<String, Prepared> fresh = new HashMap<>();
            List<ApplicationRows.Laid> laid = new ArrayList<>();
            List<PreparedLine.Entered> entered = new ArrayList<>();
            for (PreparedLine each : lines) {
                Prepared line = of(each);
                DisclosureApplication before = kept.get(key(line.body));
                if (before != null) {
                    entered.add(line.isIn(before) ? new PreparedLine.Entered(before.id(), false) : null);
                } else if (fresh.putIfAbsent(key(line.body), line) != null) {
                    entered.add(null);
                } else {
                    laid.add(line.laid);
                    line.made.entries().forEach(writing::journal);
                    entered.add(new PreparedLine.Entered(line.made.application().id(), true));
                }
            }
            if (!laid.isEmpty()) {
                rows.write(connection, laid);
            }
            return entered;
        });
    }

    private static Prepared of(PreparedLine line) {
        return (Prepared) line;
    }

    private static String key(ApplicationBody body) {
        return body.organisation() + '\0' + body.caseNumber();
    }

    private final class Prepared implements PreparedLine {

        private final ApplicationBody body;
        private final OutcomeBody outcome;
        private final Cases.New made;
        private final ApplicationRows.Laid laid;
        private final String by;

        Prepared(ApplicationBody body, OutcomeBody outcome, Cases.New made, ApplicationRows.Laid laid, String by) {
            this.body = body;
            this.outcome = outcome;
            this.made = made;
            this.laid = laid;
            this.by = by;
        }

        /** Whether it was recorded before, with equal content. */
        boolean isIn(DisclosureApplication kept) {
            return kept.differences(body).isEmpty()
                    && (outcome == null
                            || kept.decision() != null
                                    && kept.differences(outcome).isEmpty());
        }

        @Override
        public Entered enter(Writing writing) {
            List<DisclosureApplication> kept = writing.read(connection ->
                    table.byNumbers(connection, List.of(body.organisation()), List.of(body.caseNumber())));
            if (kept.isEmpty()) {
                writing.read(connection -> {
                    rows.write(connection, List.of(laid));
                    return null;
                });
                made.entries().forEach(writing::journal);
                return new Entered(made.application().id(), true);
            }
            UUID id = kept.get(0).id();
            Registration.requireEqual(kept.get(0), body);
            return new Entered(
                    id,
                    outcome != null
                            && cases.changeWithin(
                                            writing,
                                            id,
                                            by,
                                            (whole, making) -> desk.decided(whole, making.days(), outcome))
                                    .isPresent());
        }
    }
}

package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Violation;
import org.gongkai.intake.record.Amendment;

/** What was registered wrongly is amended; its day of receipt, where it follows from another day, follows it. */
@ApplicationScoped
class Amending {

    /** A case is known by them: another one is voided and entered anew. */
    private static final List<String> FIXED = List.of("organisation", "caseNumber");

    @Inject
    Cases cases;

    @Inject
    Desk desk;

    @Inject
    Journal journal;

    @Inject
    Standing standing;

    @Inject
    ObjectMapper json;

    Desk.Done amend(UUID id, String ifMatch, String by, Amendment amendment) {
        Cases.Changed changed = cases.change(id, ifMatch, by, (kept, making) -> {
            Desk.requireStands(kept);
            ApplicationBody before = kept.application().content();
            ApplicationBody sent = amendment.appliedTo(before, ApplicationBody.class, FIXED, json);
            ApplicationBody clean = followed(before, sent, amendment).checked(journal.today());
            if (clean.equals(before)) {
                return Optional.empty();
            }
            CaseChange change = change(kept, clean, amendment.reason());
            WholeCase draft = change.draft();
            requireDays(draft);
            standing.require(clean.organisation(), draft.application().content().begins());
            Desk.require(draft, making);
            return Optional.of(change);
        });
        return desk.done(changed, () -> changed.whole().application().lastFact());
    }

    /** A day of receipt that article 31 made of another day, and that the amendment does not name, is made anew. */
    private static ApplicationBody followed(ApplicationBody before, ApplicationBody sent, Amendment amendment) {
        LocalDate made = before.channel().receipt(before.arrivedOn(), before.confirmedOn());
        boolean follows = made != null && made.equals(before.receivedOn()) && !amendment.names("receivedOn");
        return follows ? sent.received(null, sent.confirmedOn()) : sent;
    }

    private CaseChange change(WholeCase kept, ApplicationBody clean, String reason) {
        CaseChange change = new CaseChange(kept, CaseAct.AMENDED, reason);
        ApplicationBody before = kept.application().content();
        ObjectNode was = was(before, clean);
        if (!kept.confirmedByStep()) {
            boolean stillAwaited = kept.application().awaited()
                    ? Objects.equals(before.receivedOn(), clean.receivedOn())
                    : clean.receivedOn() == null;
            return change.amending(clean, stillAwaited, was);
        }
        LocalDate day =
                Objects.equals(before.receivedOn(), clean.receivedOn()) ? clean.confirmedOn() : clean.receivedOn();
        if (day == null) {
            throw Refusal.of(List.of(new Violation("receivedOn", "confirmed-by-step")));
        }
        return change.making(
                        List.of(StepType.CONFIRMED),
                        step -> step.saying(step.body().on(day)))
                .amending(clean.received(day, day), true, was);
    }

    /** The fields that change, as they were. */
    private ObjectNode was(ApplicationBody before, ApplicationBody after) {
        ObjectNode old = json.valueToTree(before);
        JsonNode now = json.valueToTree(after);
        ObjectNode was = json.createObjectNode();
        old.fields().forEachRemaining(field -> {
            if (!field.getValue().equals(now.path(field.getKey()))) {
                was.set(field.getKey(), field.getValue());
            }
        });
        return was;
    }

    private static void requireDays(WholeCase draft) {
        ApplicationBody content = draft.application().content();
        OutcomeBody outcome = draft.application().decision();
        List<Violation> wrong = new ArrayList<>();
        if (outcome != null
                && content.receivedOn() != null
                && outcome.decidedOn().isBefore(content.receivedOn())) {
            wrong.add(new Violation("receivedOn", "after-decision", outcome.decidedOn()));
        }
        earliest(draft, step -> true).ifPresent(first -> {
            if (first.isBefore(content.earliest())) {
                wrong.add(
                        new Violation(content.arrivedOn() == null ? "receivedOn" : "arrivedOn", "after-a-step", first));
            }
        });
        earliest(draft, step -> step.type() == StepType.WITHDRAWN).ifPresent(on -> {
            if (!draft.application().awaited() && on.isBefore(content.receivedOn())) {
                wrong.add(new Violation("receivedOn", "after-a-step", on));
            }
        });
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
    }

    private static Optional<LocalDate> earliest(WholeCase draft, Predicate<StepBody> which) {
        return draft.standingSteps().stream()
                .map(KeptStep::body)
                .filter(which)
                .map(StepBody::on)
                .min(LocalDate::compareTo);
    }
}

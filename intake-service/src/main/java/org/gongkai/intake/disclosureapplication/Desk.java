package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.Cases.Changed;
import org.gongkai.intake.disclosureapplication.Cases.Making;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.lifecycle.CaseFile;
import org.gongkai.intake.lifecycle.Decision;
import org.gongkai.intake.lifecycle.Folded;
import org.gongkai.intake.lifecycle.Step;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.workingday.WorkingDays;

/** Steps and outcomes: recorded where they are possible, answered with what exists where they are repeated. */
@ApplicationScoped
class Desk {

    private static final Set<StepType> OF_CLOSED = EnumSet.of(StepType.WITHDRAWN, StepType.SERVED, StepType.ARCHIVED);

    @Inject
    Cases cases;

    @Inject
    Journal journal;

    @Inject
    FeeNotices fees;

    /** What a call came to: the case, and where the fact stands that says so. */
    record Done(WholeCase whole, Position position) {}

    Done step(UUID id, String ifMatch, String by, StepBody body) {
        StepBody clean = body.checked(journal.today());
        Changed changed = cases.change(id, ifMatch, by, (kept, making) -> stepped(kept, making, clean));
        return done(changed, () -> same(changed.whole(), clean).orElseThrow().fact());
    }

    /** What a step that was checked by itself makes of a case; empty where it was recorded before. */
    Optional<CaseChange> stepped(WholeCase kept, Making making, StepBody clean) throws SQLException {
        requireStands(kept);
        Optional<KeptStep> same = same(kept, clean);
        if (same.isPresent()) {
            requireEqual(same.get(), clean);
            return Optional.empty();
        }
        StepBody charged = fees.charged(making.connection(), kept, clean);
        KeptStep step =
                new KeptStep(journal.newId(), kept.nextNumber(), charged, null, making.now(), making.by(), null, null);
        CaseFile file = kept.file();
        requireDay(kept, charged);
        possible(file.with(step.step()));
        return Optional.of(new CaseChange(kept, CaseAct.STEP, null).adding(step));
    }

    private static Optional<KeptStep> same(WholeCase kept, StepBody body) {
        return kept.standingSteps().stream()
                .filter(step -> step.body().sameKey(body))
                .findFirst();
    }

    private static void requireEqual(KeptStep kept, StepBody sent) {
        List<String> differences = sent.differences(kept.body());
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ProblemType.STEP_DIFFERS, sent.type(), sent.on(), kept.number(), String.join(", ", differences));
        }
    }

    private static void requireDay(WholeCase kept, StepBody step) {
        ApplicationBody content = kept.application().content();
        OutcomeBody outcome = kept.application().decision();
        boolean afterClosing = step.type() == StepType.SERVED || step.type() == StepType.ARCHIVED;
        if (outcome != null && !step.type().inBookAlone()) {
            if (afterClosing) {
                notBefore(outcome.decidedOn(), step.on(), "before-decision");
            }
        } else if (step.type() == StepType.WITHDRAWN && content.receivedOn() != null) {
            notBefore(content.receivedOn(), step.on(), "before-receipt");
        } else {
            notBefore(content.earliest(), step.on(), "before-arrival");
        }
    }

    private static void notBefore(LocalDate first, LocalDate on, String key) {
        if (on.isBefore(first)) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field("on", key, first);
        }
    }

    Done retractStep(UUID id, int number, String ifMatch, String by, String reason) {
        Changed changed = cases.change(id, ifMatch, by, (kept, making) -> {
            requireStands(kept);
            KeptStep step = kept.steps().stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
            if (!step.stands()) {
                return Optional.empty();
            }
            CaseChange change = new CaseChange(kept, CaseAct.STEP_RETRACTED, reason)
                    .retracting(step, new KeptStep.Retraction(making.now(), by, reason));
            require(change.draft(), making);
            return Optional.of(change);
        });
        return done(changed, () -> changed.whole().application().lastFact());
    }

    Done decide(UUID id, String ifMatch, String by, OutcomeBody body) {
        Changed changed = cases.change(id, ifMatch, by, (kept, making) -> decided(kept, making.days(), body));
        return done(changed, () -> changed.whole().application().decidedFact());
    }

    /** What an outcome makes of a case; empty where it has it already. */
    Optional<CaseChange> decided(WholeCase kept, WorkingDays days, OutcomeBody body) {
        requireStands(kept);
        DisclosureApplication application = kept.application();
        OutcomeBody clean = body.checked(application.content().receivedOn(), journal.today());
        if (application.decision() != null) {
            requireEqual(application, clean);
            return Optional.empty();
        }
        CaseFile file = kept.file();
        CaseFile decided = file.decided(new Decision(clean.outcome(), clean.decidedOn(), clean.elsewhere()));
        if (decided.fold() instanceof Folded.Impossible refused) {
            throw contradicted(kept, clean)
                    .field(
                            refused.step() == null ? "outcome" : "decidedOn",
                            refused.step() == null ? "needs-receipt" : "before-a-step",
                            refused.step() == null ? new Object[0] : named(refused.step()));
        }
        decided.contradiction(days).ifPresent(lack -> {
            throw contradicted(kept, clean).field("outcome", lack);
        });
        return Optional.of(new CaseChange(kept, CaseAct.DECIDED, null).deciding(clean));
    }

    private static void requireEqual(DisclosureApplication application, OutcomeBody sent) {
        List<String> differences = application.differences(sent);
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ProblemType.ALREADY_DECIDED,
                    application.decision().decidedOn(),
                    application.decision().outcome(),
                    String.join(", ", differences));
        }
    }

    private static Refusal contradicted(WholeCase kept, OutcomeBody outcome) {
        var standing = kept.standing();
        return new Refusal(
                ProblemType.OUTCOME_CONTRADICTED,
                outcome.outcome(),
                standing.state(),
                names(standing.possible(), standing.decidable()));
    }

    /** It is open again; what comes after closing goes with the outcome, and so does a withdrawal, which is one. */
    Done retractOutcome(UUID id, String ifMatch, String by, String reason) {
        Changed changed = cases.change(id, ifMatch, by, (kept, making) -> {
            requireStands(kept);
            if (kept.application().decision() == null) {
                boolean repeated = cases.history(making.connection(), id).stream()
                        .anyMatch(line -> line.act() == CaseAct.OUTCOME_RETRACTED);
                if (repeated) {
                    return Optional.empty();
                }
                throw new Refusal(ProblemType.NOT_FOUND);
            }
            KeptStep.Retraction why = new KeptStep.Retraction(making.now(), by, reason);
            return Optional.of(new CaseChange(kept, CaseAct.OUTCOME_RETRACTED, reason)
                    .making(OF_CLOSED, step -> step.retracted(why))
                    .deciding(null));
        });
        return done(changed, () -> changed.whole().application().lastFact());
    }

    Done voiding(UUID id, String ifMatch, String by, String reason) {
        Changed changed = cases.change(
                id,
                ifMatch,
                by,
                (kept, making) -> kept.application().voided() != null
                        ? Optional.empty()
                        : Optional.of(new CaseChange(kept, CaseAct.VOIDED, reason)
                                .voiding(new DisclosureApplication.Voided(making.now(), reason))));
        return done(changed, () -> changed.whole().application().lastFact());
    }

    /** Refuses a case that could not have come to be: a step or outcome that its others forbid. */
    static void require(WholeCase draft, Making making) {
        CaseFile file = draft.file();
        possible(file.fold());
        file.contradiction(making.days()).ifPresent(lack -> {
            throw contradicted(draft, draft.application().decision()).field("outcome", lack);
        });
    }

    private static void possible(Folded folded) {
        if (folded instanceof Folded.Impossible refused) {
            Step step = refused.step();
            throw new Refusal(
                    ProblemType.IMPOSSIBLE_STEP,
                    step == null ? "outcome" : step.type(),
                    step == null ? "—" : step.on(),
                    refused.state(),
                    names(refused.possible(), refused.decidable()));
        }
    }

    private static Object[] named(Step step) {
        return new Object[] {step.type(), step.on()};
    }

    private static String names(List<StepType> steps, boolean decidable) {
        List<String> names = new ArrayList<>(steps.stream().map(StepType::name).toList());
        if (decidable) {
            names.add("outcome");
        }
        return String.join(", ", names);
    }

    static void requireStands(WholeCase kept) {
        if (kept.application().voided() != null) {
            throw new Refusal(
                    ProblemType.APPLICATION_VOIDED, kept.application().voided().at());
        }
    }

    Done done(Changed changed, java.util.function.Supplier<UUID> fact) {
        Position position = changed.position() == null ? journal.positionOf(fact.get()) : changed.position();
        return new Done(changed.whole(), position);
    }
}

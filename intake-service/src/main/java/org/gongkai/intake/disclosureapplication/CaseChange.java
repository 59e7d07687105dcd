package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gongkai.intake.lifecycle.StepType;

/** What a call makes of a case, before it is written: its new content, steps and outcome, and how the history tells it. */
final class CaseChange {

    private final WholeCase was;
    private final CaseAct act;
    private final String reason;
    private final ObjectNode note = JsonNodeFactory.instance.objectNode();
    private final List<KeptStep> steps;
    private ApplicationBody content;
    private boolean awaited;
    private OutcomeBody outcome;
    private DisclosureApplication.Voided voided;

    CaseChange(WholeCase was, CaseAct act, String reason) {
        this.was = was;
        this.act = act;
        this.reason = reason;
        this.steps = new ArrayList<>(was.steps());
        this.content = was.application().content();
        this.awaited = was.application().awaited();
        this.outcome = was.application().decision();
        this.voided = was.application().voided();
    }

    CaseChange adding(KeptStep step) {
        steps.add(step);
        note.put("step", step.number());
        note.put("type", step.body().type().name());
        note.put("on", step.body().on().toString());
        return this;
    }

    /** Every step that stands and is of one of these kinds, made another. */
    CaseChange making(Collection<StepType> types, UnaryOperator<KeptStep> other) {
        steps.replaceAll(step -> step.stands() && types.contains(step.body().type()) ? other.apply(step) : step);
        return this;
    }

    CaseChange retracting(KeptStep step, KeptStep.Retraction why) {
        steps.replaceAll(each -> each.number() == step.number() ? each.retracted(why) : each);
        note.put("step", step.number());
        note.put("type", step.body().type().name());
        note.put("on", step.body().on().toString());
        return this;
    }

    /** Null: open again. */
    CaseChange deciding(OutcomeBody body) {
        OutcomeBody told = body == null ? outcome : body;
        note.put("outcome", told.outcome().name());
        note.put("on", told.decidedOn().toString());
        if (body == null) {
            note.put("fact", was.application().decidedFact().toString());
        }
        outcome = body;
        return this;
    }

    CaseChange amending(ApplicationBody body, boolean stillAwaited, ObjectNode before) {
        content = body;
        awaited = stillAwaited;
        note.set("was", before);
        return this;
    }

    CaseChange voiding(DisclosureApplication.Voided why) {
        voided = why;
        return this;
    }

    WholeCase was() {
        return was;
    }

    CaseAct act() {
        return act;
    }

    String reason() {
        return reason;
    }

    ObjectNode note() {
        return note;
    }

    /** The case as it is to be; what its steps and the calendar make of it is not reckoned yet. */
    WholeCase draft() {
        DisclosureApplication row = was.application();
        boolean withdrawn =
                steps.stream().anyMatch(step -> step.stands() && step.body().type() == StepType.WITHDRAWN);
        return new WholeCase(
                new DisclosureApplication(
                        row.id(),
                        content,
                        awaited,
                        row.receivedFact(),
                        withdrawn || row.withdrawn() ? null : outcome,
                        row.decidedFact(),
                        withdrawn,
                        row.dates(),
                        row.lastFact(),
                        voided,
                        row.version() + 1),
                steps);
    }
}

package org.gongkai.intake.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/**
 * A case as it is kept. Its latest instance counts.
 *
 * <pre>
 * filed ──▶ pending ──conclude──▶ concluded ──appeal──▶ pending (next instance) ──…
 * </pre>
 *
 * @param body as it was sent
 * @param instances one or more; the first is the filing, later ones are appeals; all but the last are concluded
 */
record Dispute(DisputeBody body, List<Instance> instances) {

    /**
     * One instance.
     *
     * @param number from 1
     * @param filedOn day of filing or of the appeal
     * @param concludedOn absent while it is pending
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Instance(int number, LocalDate filedOn, LocalDate concludedOn, Result result, String resultDetail) {

        Conclusion conclusion() {
            return concludedOn == null ? null : new Conclusion(result, resultDetail, concludedOn);
        }

        Instance with(Conclusion conclusion) {
            return conclusion == null
                    ? new Instance(number, filedOn, null, null, null)
                    : new Instance(
                            number, filedOn, conclusion.concludedOn(), conclusion.result(), conclusion.resultDetail());
        }
    }

    static Dispute filed(DisputeBody body) {
        return new Dispute(body, List.of(new Instance(1, body.filedOn(), null, null, null)));
    }

    Instance latest() {
        return instances.get(instances.size() - 1);
    }

    boolean pending() {
        return latest().concludedOn() == null;
    }

    /** With another body; refuses a filing after the first conclusion. */
    Dispute with(DisputeBody other) {
        Instance first = instances.get(0);
        if (first.concludedOn() != null && first.concludedOn().isBefore(other.filedOn())) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field("filedOn", "concluded-before", first.concludedOn());
        }
        List<Instance> all = new ArrayList<>(instances);
        all.set(0, new Instance(1, other.filedOn(), null, null, null).with(first.conclusion()));
        return new Dispute(other, List.copyOf(all));
    }

    /** With the latest instance concluded so, or, with null, pending. */
    Dispute concluded(Conclusion conclusion) {
        return withLatest(latest().with(conclusion));
    }

    /** With one more instance. */
    Dispute appealed(LocalDate filedOn) {
        List<Instance> all = new ArrayList<>(instances);
        all.add(new Instance(instances.size() + 1, filedOn, null, null, null));
        return new Dispute(body, List.copyOf(all));
    }

    /** With the latest appeal on another day. */
    Dispute appealMoved(LocalDate filedOn) {
        return withLatest(new Instance(latest().number(), filedOn, null, null, null));
    }

    /** Without the latest appeal. */
    Dispute appealTakenBack() {
        return new Dispute(body, instances.subList(0, instances.size() - 1));
    }

    private Dispute withLatest(Instance instance) {
        List<Instance> all = new ArrayList<>(instances);
        all.set(all.size() - 1, instance);
        return new Dispute(body, List.copyOf(all));
    }
}

package org.gongkai.intake.lifecycle;

import java.util.List;

/** What a case's steps come to: where it stands, or the first of them that cannot be. */
public sealed interface Folded permits CaseStanding, Folded.Impossible {

    /**
     * A step or outcome that cannot be in its place.
     *
     * @param step which; null: the outcome
     * @param state where the case stands there
     * @param possible the kinds of step that are possible there
     * @param decidable whether an outcome is possible there
     */
    record Impossible(Step step, State state, List<StepType> possible, boolean decidable) implements Folded {}
}

package org.gongkai.statistics.fact;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.statistics.confirmation.Confirmation;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.organisation.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the journal tells it. A fact stands alone: what it adds to the counts follows from the
 * fact itself, so facts of different lanes commute and a late one is harmless.
 */
public sealed interface Fact
        permits Amended,
                ApplicationArrived,
                ApplicationDecided,
                ApplicationReceived,
                ApplicationReclassified,
                ApplicationVoided,
                DeadlineMoved,
                OrganisationAbolished,
                OrganisationChanged,
                OrganisationMoved,
                OrganisationRegistered,
                OutcomeRetracted,
                Recorded,
                Retracted,
                YearConfirmed,
                YearConfirmedRetracted {

    /** Code of the organisation whose counts or place the fact moves; always the subject of the delivery. */
    String organisation();

    /** The signed deltas that this fact adds to the cells. */
    default List<Delta> deltas() {
        return List.of();
    }

    /**
     * The years that this fact touches: a confirmation of them that came before it falls away. Every year counts in which
     * it has a delta of what a body confirms ({@link Measure#isOfTheYear}), also where its deltas cancel out.
     */
    default Set<Integer> years() {
        return years(deltas());
    }

    /**
     * The same, for whoever has the deltas in hand already.
     *
     * @param deltas of this fact
     */
    default Set<Integer> years(List<Delta> deltas) {
        Set<Integer> years = Set.of();
        for (Delta delta : deltas) {
            int year = delta.cell().year();
            if (delta.cell().measure().isOfTheYear() && !years.contains(year)) {
                // Mostly there is one.
                years = years.isEmpty() ? Set.of(year) : with(years, year);
            }
        }
        return years;
    }

    private static Set<Integer> with(Set<Integer> years, int year) {
        Set<Integer> more = new TreeSet<>(years);
        more.add(year);
        return more;
    }

    /** What this fact says about the confirmation of a year; null: nothing. */
    default @Nullable Confirmation confirmation() {
        return null;
    }

    /** What this fact changes in the tree of organisations. */
    default List<TreeChange> treeChanges() {
        return List.of();
    }
}

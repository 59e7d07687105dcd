package org.gongkai.statistics.consumption;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.statistics.lane.Standing;

/** Something that is kept of the facts, with positions of its own. */
interface Projection<F extends Fold> {

    /**
     * How far it has come; where there was nothing ever, it is first said of which generation it is.
     *
     * @param deliveries in hand
     * @param generationOfTheJournal asked where nothing was ever kept; where it answers nothing, the first fact decides
     */
    Standing begin(List<? extends Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
            throws SQLException;

    /** An empty batch that starts where it stands. */
    Batch<F> batch(Standing standing);

    /** An empty batch that starts where another will have ended. */
    Batch<F> after(Batch<F> batch);

    /**
     * Writes a batch and moves its lanes, in one transaction.
     *
     * @param ledger of the standing that the batch started from
     * @return false where a lane is no longer where the batch started: nothing was written
     */
    boolean write(int ledger, Batch<F> batch) throws SQLException;
}

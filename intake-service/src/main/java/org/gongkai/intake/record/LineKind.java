package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a line of an import can record; each kind of record brings its own, so that its rules stand once. */
public interface LineKind {

    /** The value of the field {@code record} that names it. */
    String record();

    /** The body that a line of this kind becomes; its components, and those of {@link #besides}, are the line's fields. */
    Class<? extends Record> bodyType();

    /** Fields of a line beside its body: those that name the record which it is about. */
    default List<String> besides() {
        return List.of();
    }

    /** Read and checked, without a look at any record; refuses what a single call would refuse. */
    PreparedLine prepared(ObjectNode fields, LineScope scope) throws JsonProcessingException;

    /** Records many at once, where that is quicker than one by one; kinds with the same one are recorded together. */
    default Optional<Bulk> bulk() {
        return Optional.empty();
    }

    /** What records many lines at once. */
    interface Bulk {

        /**
         * Records them within the transaction of their piece.
         *
         * @param lines in the order of the file, never none
         * @return in their order; null for a line that is still to be entered by itself
         */
        List<PreparedLine.Entered> entered(Writing writing, List<PreparedLine> lines);
    }
}

package org.gongkai.intake.importing;

import java.util.List;
import org.gongkai.intake.importing.reading.Line;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.PreparedLine;

/**
 * Lines that are recorded in one transaction.
 *
 * @param lines in the order of the file
 */
record Piece(List<Prepared> lines) {

    /**
     * A line that was read and checked.
     *
     * @param kind null where it is refused already
     * @param prepared null where it is refused already
     * @param refusal null where it is not
     */
    record Prepared(long number, String place, LineKind kind, PreparedLine prepared, Refusal refusal) {

        static Prepared of(Line line, LineKind kind, PreparedLine prepared) {
            return new Prepared(line.number(), line.place(), kind, prepared, null);
        }

        static Prepared refused(Line line, Refusal refusal) {
            return new Prepared(line.number(), line.place(), null, null, refusal);
        }
    }
}

package org.gongkai.intake.record;

import java.util.UUID;

/** A line of an import that is read and checked, and not recorded yet. */
public interface PreparedLine {

    /** Records it within the transaction of its piece, or refuses it as a single call would. */
    Entered enter(Writing writing);

    /**
     * What became of it.
     *
     * @param id of the record
     * @param created false where it was recorded before with equal content
     */
    record Entered(UUID id, boolean created) {}
}

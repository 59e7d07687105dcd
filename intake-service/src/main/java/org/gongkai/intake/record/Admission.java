package org.gongkai.intake.record;

import java.time.LocalDate;
import org.gongkai.intake.organisation.Standing;

/** What is asked of the caller and the register before anything is recorded. */
public interface Admission {

    /** Refuses an organisation outside the caller's subtree. */
    void requireReached(String organisation);

    /** Refuses a body that is not registered, or no more on that day. */
    Standing.Body requireStanding(String organisation, LocalDate day);
}

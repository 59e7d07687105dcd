package org.gongkai.intake.disclosureapplication;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What belongs to cases and is kept elsewhere: its lines in the history, and its personal data, which go with the case's. */
public interface CaseBelongings {

    /** Takes the personal data out of all that belongs to the case, within the transaction. */
    void erase(Connection connection, UUID application, LocalDate today) throws SQLException;

    /** What was done with it, each line with the version that the case had, oldest first. */
    List<HistoryView> history(UUID application, boolean readable);
}

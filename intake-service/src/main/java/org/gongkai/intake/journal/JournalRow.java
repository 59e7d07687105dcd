package org.gongkai.intake.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A journaled fact as it is published.
 *
 * @param lane 0 to 63
 * @param position dense in its lane, from 1
 * @param generation of the journal when it was written
 * @param fact its id
 * @param type {@code org.gongkai.<FactName>.v1}
 * @param organisation whose counts it moves
 * @param recordedAt when
 * @param payload JSON
 */
public record JournalRow(
        int lane,
        long position,
        int generation,
        UUID fact,
        String type,
        String organisation,
        Instant recordedAt,
        String payload) {

    /** CloudEvents source of every fact. */
    public static final String SOURCE = "urn:gongkai:intake";

    /** What {@link #read} needs of a row of the journal. */
    public static final String COLUMNS = "lane, position, generation, fact, type, organisation, recorded_at, payload";

    static JournalRow read(ResultSet row) throws SQLException {
        return new JournalRow(
                row.getInt("lane"),
                row.getLong("position"),
                row.getInt("generation"),
                row.getObject("fact", UUID.class),
                row.getString("type"),
                row.getString("organisation"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }
}

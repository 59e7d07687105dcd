package org.gongkai.statistics.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.problem.Refused;
import org.jspecify.annotations.Nullable;

/** The wait behind {@code ?atLeast=<token>}: the answer follows only when the counts include the position. */
@ApplicationScoped
public class AtLeast {

    private final Waiting waiting;

    AtLeast(Ledgers ledgers, CountedPosition counted, AtLeastSettings settings) {
        this.waiting = new Waiting(() -> ledgers.standing().position(), counted, settings);
    }

    /**
     * Waits until the stored counts include a position.
     *
     * @param token null: no wait
     * @throws Refused where the token is malformed or of another generation, or the wait is over in vain
     */
    public void await(@Nullable String token) throws SQLException {
        if (token != null) {
            waiting.until(position(token));
        }
    }

    /** Reads the parameter. */
    public static Position position(String token) {
        return Position.parse(token).orElseThrow(() -> Refused.parameter("atLeast", "parameter.position"));
    }
}

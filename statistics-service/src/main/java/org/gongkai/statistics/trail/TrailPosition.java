package org.gongkai.statistics.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.AtLeastSettings;
import org.gongkai.statistics.snapshot.Waiting;
import org.jspecify.annotations.Nullable;

/** The wait until the trail has come as far as somebody asks for, and the signal that it moved. */
@ApplicationScoped
public class TrailPosition {

    private final TrailSettings settings;
    private final Trails trails;
    private final Ledgers ledgers;
    private final CountedPosition kept = new CountedPosition();
    private final Waiting waiting;

    TrailPosition(TrailSettings settings, Trails trails, Ledgers ledgers, AtLeastSettings patience) {
        this.settings = settings;
        this.trails = trails;
        this.ledgers = ledgers;
        this.waiting = new Waiting(() -> trails.state().position(), kept, patience);
    }

    /** Says that a position was committed. */
    public void advance(Position committed) {
        kept.advance(committed);
    }

    /** Waits until the trail includes a position; null: it need not. */
    public void atLeast(@Nullable String token) throws SQLException {
        if (token != null) {
            waiting.until(AtLeast.position(token));
        }
    }

    /**
     * Waits until the trail holds everything of a moment: for an instant, everything that is counted now.
     *
     * @throws Refused where a position is of another generation, or the wait is over in vain
     */
    public void holds(AsOf moment) throws SQLException {
        mustBeKept();
        if (moment instanceof AsOf.AtPosition at) {
            waiting.until(at.position());
            return;
        }
        Position counted = ledgers.standing().position();
        Position own = trails.state().position();
        if (own.generation() != counted.generation()) {
            // One of the two is being made anew.
            throw Waiting.notReached(0);
        }
        waiting.until(counted);
    }

    /** Refuses where no trail is kept. */
    public void mustBeKept() {
        if (!settings.enabled()) {
            throw Refused.with(Problem.TRAIL_NOT_KEPT);
        }
    }
}

package org.gongkai.intake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.LineScope;

/** What the lines of one import are checked against; what the register says is asked anew every second. */
final class ImportScope implements LineScope {

    private static final long FRESH_MILLIS = 1_000;

    private final ImportRun run;
    private final Subtree subtree;
    private final Standing standing;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Boolean> reached = new HashMap<>();
    private final Map<String, Optional<Standing.Body>> registered = new HashMap<>();
    private long asked;
    private LocalDate today;

    ImportScope(ImportRun run, Subtree subtree, Standing standing, ObjectMapper json, Clock clock) {
        this.run = run;
        this.subtree = subtree;
        this.standing = standing;
        this.json = json;
        this.clock = clock;
        refresh();
    }

    /** Forgets what is older than a second. */
    void refresh() {
        long now = clock.millis();
        if (now - asked >= FRESH_MILLIS) {
            asked = now;
            today = LocalDate.now(clock);
            reached.clear();
            registered.clear();
        }
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public String by() {
        return run.createdBy();
    }

    @Override
    public <B> B read(ObjectNode fields, Class<B> type) throws JsonProcessingException {
        return json.treeToValue(fields, type);
    }

    @Override
    public void requireReached(String organisation) {
        if (!reached.computeIfAbsent(organisation, code -> subtree.reaches(run.claim(), code))) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
    }

    @Override
    public Standing.Body requireStanding(String organisation, LocalDate day) {
        return Standing.require(organisation, day, registered.computeIfAbsent(organisation, standing::body));
    }
}

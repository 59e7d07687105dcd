package org.gongkai.intake.disclosureapplication;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.Cases.Making;
import org.gongkai.intake.disclosureapplication.Cases.Moved;
import org.gongkai.intake.disclosureapplication.Cases.Written;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Writing;

/** Cases that a transaction changes together: locked and read once before the changes, and written once after them. */
final class ManyCases {

    private final Cases cases;
    private final Writing writing;
    private final Making making;
    private final Map<UUID, Moved> moved = new LinkedHashMap<>();
    private final Set<UUID> leftAlone = new HashSet<>();

    ManyCases(Cases cases, Writing writing, Making making, List<WholeCase> locked) {
        this.cases = cases;
        this.writing = writing;
        this.making = making;
        locked.forEach(each -> moved.put(each.application().id(), new Moved(each, each, new ArrayList<>())));
    }

    /**
     * Changes one of them.
     *
     * @return whether that changed anything; empty where it is refused, or where another change of this case was left for
     *     later: what is done to a case is done in its order
     */
    Optional<Boolean> change(UUID id, Cases.Change change) throws SQLException {
        if (leftAlone.contains(id)) {
            return Optional.empty();
        }
        Moved before = moved.get(id);
        Optional<CaseChange> wanted;
        try {
            wanted = change.of(before.is(), making);
        } catch (Refusal e) {
            leave(id);
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            return Optional.of(false);
        }
        Written written = cases.made(making, wanted.get());
        before.lines().add(Cases.line(making, wanted.get(), written.whole()));
        moved.put(id, new Moved(before.was(), written.whole(), before.lines()));
        written.entries().forEach(writing::journal);
        return Optional.of(true);
    }

    /** Every further change of this case is left for later. */
    void leave(UUID id) {
        leftAlone.add(id);
    }

    void write() throws SQLException {
        cases.writeAll(
                making,
                moved.values().stream().filter(each -> !each.lines().isEmpty()).toList());
    }
}

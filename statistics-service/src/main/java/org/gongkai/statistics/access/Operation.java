package org.gongkai.statistics.access;

import static org.gongkai.statistics.access.Reach.EVERYTHING;
import static org.gongkai.statistics.access.Reach.NOTHING;
import static org.gongkai.statistics.access.Reach.SUBTREE;

import java.util.EnumMap;
import java.util.Map;

/** Who may do what with this service: the whole table. */
public enum Operation {
    // recorder, reader, office, admin, system
    READ_STATEMENTS(SUBTREE, SUBTREE, SUBTREE, EVERYTHING, NOTHING),
    READ_COUNTS(SUBTREE, SUBTREE, SUBTREE, EVERYTHING, NOTHING),
    READ_ORGANISATIONS(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    READ_PROGRESS(NOTHING, NOTHING, NOTHING, EVERYTHING, NOTHING),
    READ_UNREADABLE_FACTS(NOTHING, NOTHING, NOTHING, EVERYTHING, NOTHING),
    REPLAY_UNREADABLE_FACTS(NOTHING, NOTHING, NOTHING, EVERYTHING, NOTHING);

    private final Map<Role, Reach> reaches = new EnumMap<>(Role.class);

    Operation(Reach recorder, Reach reader, Reach office, Reach admin, Reach system) {
        reaches.put(Role.RECORDER, recorder);
        reaches.put(Role.READER, reader);
        reaches.put(Role.OFFICE, office);
        reaches.put(Role.ADMIN, admin);
        reaches.put(Role.SYSTEM, system);
    }

    /** How far the role reaches; {@link Reach#NOTHING} where it may not. */
    Reach reachOf(Role role) {
        return reaches.get(role);
    }
}

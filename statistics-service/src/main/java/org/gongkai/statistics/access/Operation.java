package org.gongkai.statistics.access;

import static org.gongkai.statistics.access.Reach.EVERYTHING;
import static org.gongkai.statistics.access.Reach.SUBTREE;
import static org.gongkai.statistics.access.Role.ADMIN;
import static org.gongkai.statistics.access.Role.OFFICE;
import static org.gongkai.statistics.access.Role.READER;
import static org.gongkai.statistics.access.Role.RECORDER;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access table of this service: each operation with what it touches and the roles that may do it. A token without the
 * claim {@code organisation} may do nothing.
 */
public enum Operation {
    /** Read statements. */
    READ_STATEMENTS(SUBTREE, RECORDER, READER, OFFICE, ADMIN),
    /** Read how subordinates stand, side by side. */
    READ_STANDING(SUBTREE, RECORDER, READER, OFFICE, ADMIN),
    /** Read counts along dimensions. */
    READ_COUNTS(SUBTREE, RECORDER, READER, OFFICE, ADMIN),
    /** Read the tree of organisations as counted. */
    READ_ORGANISATIONS(SUBTREE, RECORDER, READER, OFFICE, ADMIN),
    /** Read how far counting has come. */
    READ_PROGRESS(EVERYTHING, ADMIN),
    /** Read facts that could not be read, whole. */
    READ_UNREADABLE_FACTS(EVERYTHING, ADMIN),
    /** Have the counts proved by a recount. */
    VERIFY_COUNTS(EVERYTHING, ADMIN),
    /** Have everything counted again. */
    REBUILD_COUNTS(EVERYTHING, ADMIN),
    /** Count such facts once they can be read. */
    REPLAY_UNREADABLE_FACTS(EVERYTHING, ADMIN);

    private final Reach reach;
    private final Set<Role> roles;

    Operation(Reach reach, Role first, Role... others) {
        this.reach = reach;
        this.roles = EnumSet.of(first, others);
    }

    Reach reach() {
        return reach;
    }

    Set<Role> roles() {
        return roles;
    }

    String groups() {
        return roles.stream().map(Role::group).collect(Collectors.joining(", "));
    }
}

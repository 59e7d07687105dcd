package org.gongkai.report.access;

import static org.gongkai.report.access.Role.ADMIN;
import static org.gongkai.report.access.Role.OFFICE;
import static org.gongkai.report.access.Role.READER;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access table of this service: each operation with the roles that may do it. The token's claim {@code organisation}
 * is required here; whether it reaches the organisation asked for is decided by statistics-service, which counts the tree
 * and is called with the same token.
 */
public enum Operation {
    /** Read reports and their checks. */
    READ_REPORTS(READER, OFFICE, ADMIN),
    /** Have any report checked that is handed in. */
    CHECK_REPORTS(READER, OFFICE, ADMIN),
    /** Put the text of a section. */
    WRITE_SECTIONS(OFFICE, ADMIN),
    /** Waive a rule for a report, and take that back. */
    WAIVE_CHECKS(OFFICE, ADMIN),
    /** Freeze a report, say where it was published, compute it again. */
    WRITE_EDITIONS(OFFICE, ADMIN);

    private final Set<Role> roles;

    Operation(Role first, Role... others) {
        this.roles = EnumSet.of(first, others);
    }

    /** The roles that may do it. */
    public Set<Role> roles() {
        return roles;
    }

    String groups() {
        return roles.stream().map(Role::group).collect(Collectors.joining(", "));
    }
}

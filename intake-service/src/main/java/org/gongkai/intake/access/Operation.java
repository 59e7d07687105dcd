package org.gongkai.intake.access;

import static org.gongkai.intake.access.Role.ADMIN;
import static org.gongkai.intake.access.Role.OFFICE;
import static org.gongkai.intake.access.Role.READER;
import static org.gongkai.intake.access.Role.RECORDER;
import static org.gongkai.intake.access.Role.SYSTEM;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access table of this service: each operation with the roles that may do it. Each is further bound to the subtree of
 * the token's claim {@code organisation}; without the claim nothing is reached.
 */
public enum Operation {
    /** Register, change, move and abolish organisations. */
    WRITE_ORGANISATIONS(ADMIN),
    /** Read organisations. */
    READ_ORGANISATIONS(RECORDER, READER, OFFICE, ADMIN),
    /** Record applications and their outcome. */
    WRITE_APPLICATIONS(RECORDER, ADMIN),
    /** Read applications; personal data only for the body that holds the case, masked for all others. */
    READ_APPLICATIONS(RECORDER, OFFICE, ADMIN),
    /** Read the content of their attachments: who holds the case alone. */
    READ_ATTACHMENTS(RECORDER),
    /** Read who read the personal data of an application or other request. */
    READ_ACCESSES(OFFICE, ADMIN),
    /** Record, amend and retract the other records of the year. */
    WRITE_RECORDS(RECORDER, ADMIN),
    /** Read them; they hold no personal data. */
    READ_RECORDS(RECORDER, OFFICE, ADMIN),
    /** Record, amend, conclude and retract what is no application and counted nowhere: rectifications and complaints. */
    WRITE_OTHER_REQUESTS(RECORDER, ADMIN),
    /** Read them; personal data only for the body that holds them, masked for all others. */
    READ_OTHER_REQUESTS(RECORDER, OFFICE, ADMIN),
    /** Import records in bulk; each line is further held to what a single call may do. */
    IMPORT(RECORDER, ADMIN),
    /** Read how an import goes, and its results. */
    READ_IMPORTS(RECORDER, ADMIN),
    /** Load the working-day calendar of a year, or change it; not bound to a subtree. */
    WRITE_CALENDAR(ADMIN),
    /** Read it; not bound to a subtree. */
    READ_CALENDAR(RECORDER, READER, OFFICE, ADMIN),
    /** Confirm a year: a recorder of its own body alone. */
    CONFIRM_YEARS(RECORDER, OFFICE, ADMIN),
    /** Read the facts of every organisation as published; needs the claim {@code *}. */
    READ_JOURNAL(SYSTEM);

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

package org.gongkai.intake.access;

import static java.util.Map.entry;
import static org.gongkai.intake.access.Role.ADMIN;
import static org.gongkai.intake.access.Role.OFFICE;
import static org.gongkai.intake.access.Role.READER;
import static org.gongkai.intake.access.Role.RECORDER;
import static org.gongkai.intake.access.Role.SYSTEM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationTest {

    /** The table "who may do what" of the interface, row by row. */
    private static final Map<Operation, Set<Role>> TABLE = Map.ofEntries(
            entry(Operation.WRITE_ORGANISATIONS, EnumSet.of(ADMIN)),
            entry(Operation.READ_ORGANISATIONS, EnumSet.of(RECORDER, READER, OFFICE, ADMIN)),
            entry(Operation.WRITE_APPLICATIONS, EnumSet.of(RECORDER, ADMIN)),
            entry(Operation.READ_APPLICATIONS, EnumSet.of(RECORDER, OFFICE, ADMIN)),
            entry(Operation.READ_ATTACHMENTS, EnumSet.of(RECORDER)),
            entry(Operation.READ_ACCESSES, EnumSet.of(OFFICE, ADMIN)),
            entry(Operation.WRITE_RECORDS, EnumSet.of(RECORDER, ADMIN)),
            entry(Operation.READ_RECORDS, EnumSet.of(RECORDER, OFFICE, ADMIN)),
            entry(Operation.WRITE_OTHER_REQUESTS, EnumSet.of(RECORDER, ADMIN)),
            entry(Operation.READ_OTHER_REQUESTS, EnumSet.of(RECORDER, OFFICE, ADMIN)),
            entry(Operation.IMPORT, EnumSet.of(RECORDER, ADMIN)),
            entry(Operation.READ_IMPORTS, EnumSet.of(RECORDER, ADMIN)),
            entry(Operation.WRITE_CALENDAR, EnumSet.of(ADMIN)),
            entry(Operation.READ_CALENDAR, EnumSet.of(RECORDER, READER, OFFICE, ADMIN)),
            entry(Operation.CONFIRM_YEARS, EnumSet.of(RECORDER, OFFICE, ADMIN)),
            entry(Operation.READ_JOURNAL, EnumSet.of(SYSTEM)));

    @Test
    void each_role_may_do_what_the_table_says_and_nothing_else() {
        for (Operation operation : Operation.values()) {
            for (Role role : Role.values()) {
                Set<Role> allowed = TABLE.getOrDefault(operation, Set.of());
                assertEquals(
                        allowed.contains(role), operation.roles().contains(role), operation + " by " + role.group());
            }
        }
    }

    @Test
    void the_table_has_a_row_for_every_operation() {
        assertEquals(EnumSet.allOf(Operation.class), TABLE.keySet());
    }

    @Test
    void the_journal_is_for_other_services_alone_and_these_may_do_nothing_else() {
        for (Operation operation : Operation.values()) {
            assertEquals(operation == Operation.READ_JOURNAL, operation.roles().contains(SYSTEM), operation.name());
        }
    }

    @Test
    void a_refusal_names_the_roles_as_they_stand_in_a_token() {
        assertEquals("recorder, admin", Operation.WRITE_APPLICATIONS.groups());
    }
}

package org.gongkai.statistics.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles that a token's {@code groups} may name. */
enum Role {
    RECORDER,
    READER,
    OFFICE,
    ADMIN,
    SYSTEM;

    static Optional<Role> of(String group) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(group))
                .findFirst();
    }
}

package org.gongkai.statistics.access;

import java.util.Locale;

/** The roles that a token's {@code groups} may name. */
enum Role {
    RECORDER,
    READER,
    OFFICE,
    ADMIN,
    SYSTEM;

    /** As the token names it. */
    String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}

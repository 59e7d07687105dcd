package org.gongkai.report.access;

import java.util.Locale;

/** A role as it stands in the token's {@code groups}. */
public enum Role {
    /** A department's system or clerk. */
    RECORDER,
    /** A dashboard. */
    READER,
    /** The office that signs the report. */
    OFFICE,
    /** The administrator of the whole. */
    ADMIN,
    /** Another service of Gongkai. */
    SYSTEM;

    /** {@code recorder} for {@code RECORDER}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}

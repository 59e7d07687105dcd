package org.gongkai.statistics.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A body as it now describes itself; the contact is that of the office, never of a person.
 *
 * @param mayIssueRules whether it may issue 规章 (Legislation Law, articles 91 and 93)
 */
public record Attributes(
        String name,
        Level level,
        Kind kind,
        boolean mayIssueRules,
        @Nullable String contactUnit,
        @Nullable String contactPhone,
        @Nullable String reportUrl) {}

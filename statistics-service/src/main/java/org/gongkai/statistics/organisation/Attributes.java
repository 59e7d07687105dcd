package org.gongkai.statistics.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A body as it now describes itself; the contact is that of the office, never of a person.
 *
 * @param mayIssueRules whether it may issue 规章 (Legislation Law, articles 91 and 93)
 * @param documentPrefix 发文机关代字: what the numbers of its documents begin with, as 庆政
 */
public record Attributes(
        String name,
        Level level,
        Kind kind,
        boolean mayIssueRules,
        @Nullable String contactUnit,
        @Nullable String contactPhone,
        @Nullable String reportUrl,
        @Nullable String documentPrefix) {}

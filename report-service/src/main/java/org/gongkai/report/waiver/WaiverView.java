package org.gongkai.report.waiver;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A version of a waiver as callers read it.
 *
 * @param rule code
 * @param version raised by each change
 * @param standing whether the rule is waived by it; false where it took the waiver back
 * @param reason absent where it took the waiver back
 * @param by the token's {@code sub}
 * @param at when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaiverView(String rule, long version, boolean standing, String reason, String by, Instant at) {

    static WaiverView of(WaiverVersion row) {
        return new WaiverView(row.rule, row.version, row.reason != null, row.reason, row.writtenBy, row.writtenAt);
    }
}

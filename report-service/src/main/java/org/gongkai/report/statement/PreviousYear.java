package org.gongkai.report.statement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the figures of the year before come from: its newest edition, or live counts where there is none.
 *
 * @param edition its number, or null
 */
@Schema(description = "\"live\", or {\"edition\": n}: where the figures of the year before come from")
public record PreviousYear(Integer edition) {

    private static final String LIVE = "live";

    /** In JSON: {@code "live"}, or {@code {"edition": 1}}. */
    @JsonValue
    public Object json() {
        return edition == null ? LIVE : Map.of("edition", edition);
    }

    /** As a report says it. */
    public String words(int year) {
        return edition == null ? "%d年现行统计".formatted(year - 1) : "%d年年度报告第%d版".formatted(year - 1, edition);
    }
}

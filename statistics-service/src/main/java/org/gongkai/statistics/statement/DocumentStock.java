package org.gongkai.statistics.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.DocumentKind;

/** Documents in force on a day: all that were issued by then and have not ended. Derived, and stored nowhere. */
final class DocumentStock {

    private DocumentStock() {}

    /** In force at the beginning of the year, by kind. */
    static Map<String, Long> opening(YearFlow flow) {
        Map<String, Long> kinds = new LinkedHashMap<>();
        Arrays.stream(DocumentKind.values()).forEach(kind -> kinds.put(kind.name(), opening(flow, kind)));
        return Collections.unmodifiableMap(kinds);
    }

    /** In force on 31 December (现行有效件数). */
    static long inForce(YearFlow flow, DocumentKind kind) {
        return opening(flow, kind)
                + flow.within(Measure.DOCUMENTS_ISSUED, kind.name())
                - flow.within(Measure.DOCUMENTS_ENDED, kind.name());
    }

    private static long opening(YearFlow flow, DocumentKind kind) {
        return flow.before(Measure.DOCUMENTS_ISSUED, kind.name()) - flow.before(Measure.DOCUMENTS_ENDED, kind.name());
    }
}

package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An edition computed again from its facts.
 *
 * @param number of the edition
 * @param position up to which facts it was counted, then and now
 * @param figures how many figures were compared
 * @param equal whether all of them came out as they were frozen
 * @param differences those that did not, by path
 */
@Schema(name = "EditionRecomputation")
record Recomputation(int number, String position, int figures, boolean equal, List<Difference> differences) {

    /** A figure that came out otherwise; absent where there is none. */
    @Schema(name = "EditionDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(String cell, String frozen, String now) {}

    static Recomputation of(
            int number, String position, Map<String, FrozenFigure> frozen, Map<String, FrozenFigure> now) {
        Set<String> paths = new TreeSet<>(frozen.keySet());
        paths.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            String before = value(frozen.get(path));
            String after = value(now.get(path));
            if (before == null || !before.equals(after)) {
                differences.add(new Difference(path, before, after));
            }
        }
        return new Recomputation(number, position, paths.size(), differences.isEmpty(), differences);
    }

    private static String value(FrozenFigure figure) {
        return figure == null ? null : figure.value();
    }
}

package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.figure.Quantity;

/**
 * What moved from an edition to the next: every printed cell and text that differs, and no other.
 *
 * @param from number of the edition before; absent of the first edition, which changes nothing
 * @param to number of the edition
 * @param changes cells, in the order of the report
 * @param texts sections, in order
 * @param erratum 更正说明, as it may be published; absent where there is no edition before
 */
@Schema(name = "EditionChanges")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Changes(Integer from, int to, List<Change> changes, List<TextChange> texts, String erratum) {

    /**
     * A cell that moved.
     *
     * @param cell path, as findings and placeholders name it
     * @param label section, row and column as printed
     * @param before as printed before; absent where there was none (an indicator that nobody had reported)
     * @param after likewise
     * @param delta after − before; absent where either is
     */
    @Schema(name = "EditionChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(String cell, String label, Quantity before, Quantity after, Quantity delta) {}

    /** A section whose text differs, as printed before and after. */
    @Schema(name = "EditionTextChange")
    record TextChange(int section, String title, String before, String after) {}

    static Changes first(int number) {
        return new Changes(null, number, List.of(), List.of(), null);
    }

    static Changes between(int from, FrozenModel before, int to, FrozenModel after, String frozenOn) {
        List<Pair> pairs = moved(before, after);
        List<TextChange> texts = texts(before, after);
        return new Changes(
                from,
                to,
                pairs.stream().map(Pair::change).toList(),
                texts,
                Erratum.of(before.title(), from, frozenOn, to, pairs, texts));
    }

    /** A cell in both editions; either may be null. */
    record Pair(FrozenCell before, FrozenCell after) {

        FrozenCell either() {
            return after == null ? before : after;
        }

        private boolean moved() {
            return before == null || after == null || !before.value().equals(after.value());
        }

        private Change change() {
            Quantity left = before == null ? null : before.quantity();
            Quantity right = after == null ? null : after.quantity();
            Quantity delta = left == null || right == null
                    ? null
                    : new Quantity(right.value().subtract(left.value()), right.writing());
            return new Change(either().cell(), either().label(), left, right, delta);
        }
    }

    private static List<Pair> moved(FrozenModel before, FrozenModel after) {
        Map<String, FrozenCell> left = new LinkedHashMap<>();
        before.cells().forEach(cell -> left.put(cell.cell(), cell));
        List<Pair> pairs = new ArrayList<>();
        after.cells().forEach(cell -> pairs.add(new Pair(left.remove(cell.cell()), cell)));
        left.values().forEach(cell -> pairs.add(new Pair(cell, null)));
        return pairs.stream().filter(Pair::moved).toList();
    }

    private static List<TextChange> texts(FrozenModel before, FrozenModel after) {
        Map<Integer, FrozenText> left = new LinkedHashMap<>();
        before.texts().forEach(text -> left.put(text.number(), text));
        List<TextChange> changes = new ArrayList<>();
        for (FrozenText text : after.texts()) {
            FrozenText former = left.get(text.number());
            String was = former == null ? "" : former.text();
            if (!was.equals(text.text())) {
                changes.add(new TextChange(text.number(), text.name(), was, text.text()));
            }
        }
        return changes;
    }
}

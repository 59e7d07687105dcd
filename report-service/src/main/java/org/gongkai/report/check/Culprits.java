package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;

/**
 * Which cell is likely wrong. Identities that share cells are looked at together: where exactly one cell, set to another
 * number, mends all that are broken and breaks none that hold, the broken ones say so.
 */
final class Culprits {

    private Culprits() {}

    /** @param identities checks of two sides that must be equal */
    static void name(Form form, Tables tables, List<Check> identities) {
        List<Check> left = new ArrayList<>(identities.stream()
                .filter(check -> check.verdict() != Verdict.NOT_ASSESSABLE)
                .toList());
        while (left.stream().anyMatch(check -> check.verdict() == Verdict.BROKEN)) {
            List<Check> together = connected(left);
            left.removeAll(together);
            nameOne(form, tables, together);
        }
    }

    /** A broken check with all that hang together with it by cells of this report. */
    private static List<Check> connected(List<Check> checks) {
        List<Check> together = new ArrayList<>();
        Set<String> cells = new TreeSet<>();
        Check first = checks.stream()
                .filter(check -> check.verdict() == Verdict.BROKEN)
                .findFirst()
                .orElseThrow();
        cells.addAll(ownCells(first));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Check check : checks) {
                if (!together.contains(check) && ownCells(check).stream().anyMatch(cells::contains)) {
                    together.add(check);
                    grown |= cells.addAll(ownCells(check));
                }
            }
        }
        return together;
    }

    private static List<String> ownCells(Check check) {
        return check.cells().stream()
                .filter(cell -> !cell.startsWith(Figures.PREVIOUS))
                .toList();
    }

    private static void nameOne(Form form, Tables tables, List<Check> together) {
        List<Check> broken = together.stream()
                .filter(check -> check.verdict() == Verdict.BROKEN)
                .toList();
        List<Check> holding = together.stream()
                .filter(check -> check.verdict() == Verdict.HOLDS)
                .toList();
        List<String> notes = new ArrayList<>();
        for (String cell : ownCells(broken.get(0))) {
            if (holding.stream().allMatch(check -> check.weight(cell) == 0)) {
                mended(tables, broken, cell).ifPresent(value -> notes.add(note(form, tables, cell, value)));
            }
        }
        if (notes.size() == 1) {
            broken.forEach(check -> check.add(notes.get(0)));
        }
    }

    /** The number that the cell would have to be, where one and the same mends all. */
    private static Optional<BigDecimal> mended(Tables tables, List<Check> broken, String cell) {
        Set<BigDecimal> changes = new TreeSet<>();
        for (Check check : broken) {
            int weight = check.weight(cell);
            if (weight == 0) {
                return Optional.empty();
            }
            changes.add(weight > 0 ? check.delta().negate() : check.delta());
        }
        BigDecimal value = tables.cell(cell).add(changes.iterator().next());
        return changes.size() == 1 && value.signum() >= 0 ? Optional.of(value) : Optional.empty();
    }

    private static String note(Form form, Tables tables, String cell, BigDecimal value) {
        String label = form.cells().stream()
                .filter(one -> one.path().equals(cell))
                .map(FormCell::label)
                .findFirst()
                .orElse("");
        return "若%s由%s改为%s，各项不成立的勾稽关系同时成立：可能误填（%s）"
                .formatted(label, tables.cell(cell).toPlainString(), value.toPlainString(), cell);
    }
}

package org.gongkai.report.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.DisputesTable;
import org.gongkai.report.form.Form;

/** Which cells of a form are sums of other cells of it, and of which. */
final class Totals {

    private final Map<String, List<String>> parts = new HashMap<>();

    private Totals() {}

    static Totals of(Form form) {
        Totals totals = new Totals();
        Form.ApplicationsTable applications = form.applications();
        for (Form.Row row : applications.rows()) {
            totals.parts.put(
                    Identities.application(row.code(), applications.columnTotal()),
                    applications.parts().stream()
                            .map(column -> Identities.application(row.code(), column))
                            .toList());
        }
        // where both meet, the column is added: the check of the row then compares the two
        for (Form.Column column : applications.columns()) {
            totals.parts.put(
                    Identities.application(applications.resultTotal(), column.code()),
                    applications.outcomes().stream()
                            .map(row -> Identities.application(row, column.code()))
                            .toList());
        }
        for (DisputesTable.Block block : form.disputes().blocks()) {
            totals.parts.put(
                    Identities.dispute(block.code(), form.disputes().total()),
                    form.disputes().parts().stream()
                            .map(column -> Identities.dispute(block.code(), column))
                            .toList());
        }
        return totals;
    }

    /**
     * The parts of a figure that is a sum. Empty where it is none, and where the parts do not add up to it: then the figure
     * itself must stand in its cell, for the checks to find.
     */
    Optional<List<String>> partsOf(String path, Figures figures) {
        return Optional.ofNullable(parts.get(path))
                .filter(of -> of.stream()
                                .map(part -> figures.get(part).quantity().value())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(figures.get(path).quantity().value())
                        == 0);
    }
}

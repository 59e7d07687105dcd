package org.gongkai.report.figure;

import java.util.List;

/**
 * A figure of the report.
 *
 * @param path its name, as a placeholder has it: {@code applications.RESULT_TOTAL.TOTAL}
 * @param quantity exact, and how it is written
 * @param unit measure word or sign, 件, 条, 万元, %
 * @param cells the counted cells that it stands on; its own path where it is one
 */
public record Figure(String path, Quantity quantity, String unit, List<String> cells) {

    /** As it is printed, without unit. */
    public String print() {
        return quantity.print();
    }

    /** −1, 0 or 1: 减少, 持平, 增加. */
    public int sign() {
        return quantity.value().signum();
    }
}

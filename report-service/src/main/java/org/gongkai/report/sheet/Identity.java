package org.gongkai.report.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.report.check.Rule;

/**
 * A relation between cells that the sheet of checks follows: the sum of the left = the sum of the right − what is taken off
 * + what is from outside the workbook.
 *
 * @param rule that it is an instance of
 * @param about of which row, column or block, as printed
 * @param left paths
 * @param right paths
 * @param less paths that are taken off the right
 * @param outside a number of the year before, with the bodies that came or went; 0 where the relation needs none; null where
 *     it is not known
 */
record Identity(Rule rule, String about, List<String> left, List<String> right, List<String> less, BigDecimal outside) {

    static Identity within(Rule rule, String about, List<String> left, List<String> right) {
        return new Identity(rule, about, left, right, List.of(), BigDecimal.ZERO);
    }

    boolean assessable() {
        return outside != null;
    }
}

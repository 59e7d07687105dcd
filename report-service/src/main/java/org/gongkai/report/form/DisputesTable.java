package org.gongkai.report.form;

import java.util.List;

/**
 * 政府信息公开行政复议、行政诉讼情况.
 *
 * @param section in which section it stands
 * @param unit of every cell
 * @param blocks side by side, in order
 * @param columns of each block, in order
 * @param total the column that is the sum of the others
 */
public record DisputesTable(int section, String unit, List<Block> blocks, List<Result> columns, String total) {

    /** A block: code, printed label, and the heading that it stands under, or null. */
    public record Block(String code, String label, String group) {}

    /** A column: code and printed label. */
    public record Result(String code, String label) {}

    /** Codes of the columns that are not the sum. */
    public List<String> parts() {
        return columns.stream()
                .map(Result::code)
                .filter(code -> !code.equals(total))
                .toList();
    }
}

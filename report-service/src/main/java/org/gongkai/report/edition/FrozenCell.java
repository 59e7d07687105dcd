package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Quantity;

/**
 * A printed cell as an edition keeps it, with the labels that it was printed under.
 *
 * @param cell path of the figure
 * @param table title of the section that it stands in
 * @param row label of the row, or what the figure of section one is
 * @param column label of the column; null in section one
 * @param value as printed
 * @param writing how it is written
 * @param unit measure word or sign
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrozenCell(
        String cell, String table, String row, String column, String value, Quantity.Writing writing, String unit) {

    static FrozenCell of(PrintedPlace place, Figure figure) {
        return new FrozenCell(
                place.cell(),
                place.table(),
                place.row(),
                place.column(),
                figure.print(),
                figure.quantity().writing(),
                figure.unit());
    }

    Quantity quantity() {
        return new Quantity(new BigDecimal(value), writing);
    }

    /** 三、…：（一）予以公开／自然人. */
    String label() {
        return table + "：" + row + (column == null ? "" : "／" + column);
    }
}

package org.gongkai.intake.importing.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A cell of a table as it was found.
 *
 * @param text what it says, stripped; never blank
 * @param number of a workbook's numeric cell, else null
 * @param asDay whether a workbook shows that number as a day
 * @param epoch day 0 of the workbook's serial days
 */
record Cell(String text, BigDecimal number, boolean asDay, LocalDate epoch) {

    /** Last serial day that spreadsheets know, 9999-12-31. */
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);

    static Cell of(String text) {
        return new Cell(text, null, false, null);
    }

    /** The day of its serial number; null where it is none. */
    LocalDate serialDay() {
        return number != null && number.signum() > 0 && number.compareTo(LAST_SERIAL) <= 0
                ? epoch.plusDays(number.longValue())
                : null;
    }

    /** Its number as it was typed, without an exponent or a zero behind the point. */
    String plainNumber() {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** The month that it stands for where a spreadsheet made a day of "2021-03". */
    YearMonth serialMonth() {
        LocalDate day = asDay ? serialDay() : null;
        return day != null && day.getDayOfMonth() == 1 ? YearMonth.from(day) : null;
    }
}

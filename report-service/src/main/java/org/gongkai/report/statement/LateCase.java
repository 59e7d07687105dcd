package org.gongkai.report.statement;

/**
 * A case that explains why the end of a printed year is counted otherwise now: entered, corrected or taken back since.
 *
 * @param column of table three that it is counted in
 * @param organisation official name of its body
 * @param number of the case; may be null
 * @param amount 1 where it is open now and was not, −1 the other way round
 */
public record LateCase(String column, String organisation, String number, int amount) {

    /** 庆阳市教育局 庆教依〔2021〕补1号 +1. */
    public String words() {
        return organisation + (number == null ? "" : " " + number) + (amount > 0 ? " +" : " −") + Math.abs(amount);
    }
}

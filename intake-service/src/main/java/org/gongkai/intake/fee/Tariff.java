package org.gongkai.intake.fee;

import java.math.BigDecimal;
import java.util.List;

/**
 * One of the two tariffs of the measures on processing fees (信息处理费管理办法, 国办函〔2020〕109号, in force since 2021-01-01).
 * Both are progressive: each unit costs what its own band says. A body chooses one of them for an application, never both
 * (article 3).
 */
public enum Tariff {
    /** 按件计收 (article 4): applications of one applicant to one body in a calendar month, whatever the reply. */
    PER_ITEM(1_000_000) {
        @Override
        long yuanOf(long unit) {
            if (unit <= FREE_ITEMS) {
                return 0;
            }
            if (unit <= FIRST_BAND) {
                return STEP_YUAN;
            }
            // 31 to 40: 200, 41 to 50: 300, and so on by tens
            return STEP_YUAN * ((unit - FIRST_BAND - 1) / BAND + 2);
        }
    },
    /** 按量计收 (article 5): pages of this one application, on paper, by e-mail or as copied data. */
    PER_PAGE(10_000_000) {
        @Override
        long yuanOf(long unit) {
            return BANDS.stream()
                    .filter(band -> unit >= band.from())
                    .reduce((lower, higher) -> higher)
                    .map(PageBand::yuan)
                    .orElse(0L);
        }
    };

    private static final long FREE_ITEMS = 10;
    private static final long FIRST_BAND = 30;
    private static final long BAND = 10;
    private static final long STEP_YUAN = 100;
    private static final List<PageBand> BANDS =
            List.of(new PageBand(31, 10), new PageBand(101, 20), new PageBand(201, 40));

    private final long most;

    Tariff(long most) {
        this.most = most;
    }

    private record PageBand(long from, long yuan) {}

    /** What the unit with this number costs, in yuan; the first has number 1. */
    abstract long yuanOf(long unit);

    /** More units than this are a slip of the hand. */
    public long most() {
        return most;
    }

    /**
     * What further units cost, in yuan with two decimals.
     *
     * @param before units that were counted before: of the same applicant, body and month per item; always 0 per page
     * @param units this application's own
     * @throws IllegalArgumentException where a number is negative or beyond {@link #most}
     */
    public BigDecimal charge(long before, long units) {
        if (before < 0 || units < 0 || before + units > most) {
            throw new IllegalArgumentException("from 0 to " + most + ": " + before + " and " + units);
        }
        return upTo(before + units).subtract(upTo(before));
    }

    private BigDecimal upTo(long units) {
        long yuan = 0;
        long from = 1;
        while (from <= units) {
            long rate = yuanOf(from);
            long last = Math.min(units, lastOfBand(from));
            yuan = Math.addExact(yuan, Math.multiplyExact(rate, last - from + 1));
            from = last + 1;
        }
        return BigDecimal.valueOf(yuan).setScale(2);
    }

    /** The last unit that costs what this one costs, or an earlier one. */
    private long lastOfBand(long unit) {
        // every bound of either tariff is a multiple of ten
        return (unit + BAND - 1) / BAND * BAND;
    }
}

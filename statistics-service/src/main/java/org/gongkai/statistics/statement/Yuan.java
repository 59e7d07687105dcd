package org.gongkai.statistics.statement;

import java.math.BigDecimal;

/** Amounts as callers read them. */
public final class Yuan {

    private Yuan() {}

    /** Fen as a decimal string in yuan with two decimals. */
    public static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}

package org.gongkai.intake.processingfee;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.Period;

/** Fees of a period, and for how many applications. */
public record ProcessingFeeCollected(String period, long cases, String amountYuan, String reference)
        implements Content {

    @Override
    public LocalDate countsFor() {
        return Period.countsFor(period);
    }
}

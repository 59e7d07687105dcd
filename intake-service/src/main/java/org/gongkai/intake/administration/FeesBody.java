package org.gongkai.intake.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.Period;
import org.gongkai.intake.record.RecordBody;

/**
 * Administrative fees (行政事业性收费) of a period, as a department sends them.
 *
 * @param organisation code of the body that collected
 * @param period {@code "2021"} or {@code "2021-03"}; a whole year counts in its December
 * @param amountYuan decimal string in yuan, at most two decimals
 * @param reference the body's own, at most 64 characters; without one the record is always a new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeesBody(String organisation, String period, String amountYuan, String reference) implements RecordBody {

    @Override
    public LocalDate begins() {
        return Period.firstDay(period);
    }

    FeesBody checked(LocalDate today) {
        Checking check = new Checking(today);
        FeesBody clean = new FeesBody(
                check.organisation(organisation),
                check.period("period", period),
                check.yuan("amountYuan", amountYuan),
                check.reference(reference));
        check.done();
        return clean;
    }
}

package org.gongkai.intake.processingfee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.Period;
import org.gongkai.intake.record.RecordBody;

/**
 * Processing fees of a period, as a department sends them.
 *
 * @param organisation code of the body that collected
 * @param period {@code "2021"} or {@code "2021-03"}; a whole year counts in its December
 * @param cases for how many applications, 0 or more
 * @param amountYuan decimal string in yuan, at most two decimals
 * @param reference the body's own, at most 64 characters; without one the record is always a new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessingFeesBody(String organisation, String period, Long cases, String amountYuan, String reference)
        implements RecordBody {

    @Override
    public LocalDate begins() {
        return Period.firstDay(period);
    }

    ProcessingFeesBody checked(LocalDate today) {
        Checking check = new Checking(today);
        ProcessingFeesBody clean = new ProcessingFeesBody(
                check.organisation(organisation),
                check.period("period", period),
                check.count("cases", cases, 0),
                check.yuan("amountYuan", amountYuan),
                check.reference(reference));
        check.done();
        return clean;
    }
}

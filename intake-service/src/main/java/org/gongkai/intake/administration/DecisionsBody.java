package org.gongkai.intake.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.Period;
import org.gongkai.intake.record.RecordBody;

/**
 * How much was decided in a period (本年处理决定数量), as a department sends it.
 *
 * @param organisation code of the body that decided
 * @param kind row of the form
 * @param period {@code "2021"} or {@code "2021-03"}; a whole year counts in its December
 * @param decisions how many, 0 or more
 * @param reference the body's own, at most 64 characters; without one the record is always a new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionsBody(String organisation, DecisionKind kind, String period, Long decisions, String reference)
        implements RecordBody {

    @Override
    public LocalDate begins() {
        return Period.firstDay(period);
    }

    DecisionsBody checked(LocalDate today) {
        Checking check = new Checking(today);
        DecisionsBody clean = new DecisionsBody(
                check.organisation(organisation),
                check.given("kind", kind),
                check.period("period", period),
                check.count("decisions", decisions, 0),
                check.reference(reference));
        check.done();
        return clean;
    }
}

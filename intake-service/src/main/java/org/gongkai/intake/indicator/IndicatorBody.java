package org.gongkai.intake.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.Days;
import org.gongkai.intake.record.RecordBody;

/**
 * An indicator of a year, as a department sends it.
 *
 * @param organisation code of the body that reports
 * @param year that it is about
 * @param indicator code of the catalogue
 * @param value in the indicator's unit, 0 or more
 * @param reason why it replaces another value; never kept as a part of the record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorBody(String organisation, Integer year, String indicator, Long value, String reason)
        implements RecordBody {

    @Override
    public LocalDate begins() {
        return LocalDate.of(year, 1, 1);
    }

    IndicatorBody checked(LocalDate today, Catalogue catalogue) {
        Checking check = new Checking(today);
        if (check.given("indicator", indicator) != null && !catalogue.has(indicator)) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "indicator")
                    .field("indicator", "unknown-code", catalogue.codes());
        }
        if (check.given("year", year) != null) {
            if (year > today.getYear()) {
                check.note("year", "in-the-future", year, today);
            } else if (year < Days.REGULATIONS.getYear()) {
                check.note("year", "before-the-regulations", Days.REGULATIONS);
            }
        }
        Texts.optional("reason", reason, Checking.MOST_REASON, check.wrong());
        IndicatorBody clean = new IndicatorBody(
                check.organisation(organisation), year, indicator, check.count("value", value, 0), null);
        check.done();
        return clean;
    }
}

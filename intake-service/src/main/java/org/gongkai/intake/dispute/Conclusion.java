package org.gongkai.intake.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.record.Checking;

/**
 * How an instance ended, as a department sends it.
 *
 * @param result column of the form
 * @param resultDetail in words, at most 500 characters
 * @param concludedOn day of the decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conclusion(Result result, String resultDetail, LocalDate concludedOn) {

    private static final int MOST_DETAIL = 500;

    Conclusion checked(LocalDate filedOn, LocalDate today) {
        Checking check = new Checking(today);
        if (check.day("concludedOn", concludedOn) != null && concludedOn.isBefore(filedOn)) {
            check.note("concludedOn", "before-filing", filedOn);
        }
        Conclusion clean = new Conclusion(
                check.given("result", result),
                Texts.optional("resultDetail", resultDetail, MOST_DETAIL, check.wrong()),
                concludedOn);
        check.done();
        return clean;
    }
}

package org.gongkai.intake.otherrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.record.Checking;

/**
 * How a request ended, as a department sends it.
 *
 * @param result one of the kind's
 * @param concludedOn day on which it ended, not before its receipt
 * @param transferredTo of TRANSFERRED, and needed then: the body that handles it now, at most 200 characters
 * @param note in words, at most 4,000 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conclusion<R extends Enum<R> & Result>(
        R result, LocalDate concludedOn, String transferredTo, String note) {

    Conclusion<R> checked(LocalDate receivedOn, LocalDate today) {
        Checking check = new Checking(today);
        if (check.day("concludedOn", concludedOn) != null && concludedOn.isBefore(receivedOn)) {
            check.note("concludedOn", "before-receipt", receivedOn);
        }
        String to = Texts.optional("transferredTo", transferredTo, OtherRequestKind.MOST_NAME, check.wrong());
        if (check.given("result", result) != null && result.transferred() != (to != null)) {
            check.note("transferredTo", result.transferred() ? "transferred-to-needed" : "transferred-only");
        }
        Conclusion<R> clean = new Conclusion<>(
                result, concludedOn, to, Texts.optional("note", note, OtherRequestKind.MOST_TEXT, check.wrong()));
        check.done();
        return clean;
    }
}

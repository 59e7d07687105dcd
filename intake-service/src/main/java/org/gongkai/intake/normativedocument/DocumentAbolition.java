package org.gongkai.intake.normativedocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.record.Checking;

/**
 * The formal end of a document, as a department sends it.
 *
 * @param abolishedOn first day on which it is not in force
 * @param kind how; absent: REPEALED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentAbolition(LocalDate abolishedOn, Manner kind) {

    DocumentAbolition checked(DocumentBody document, LocalDate today) {
        Checking check = new Checking(today);
        if (check.given("abolishedOn", abolishedOn) != null) {
            if (abolishedOn.isAfter(today)) {
                check.note("abolishedOn", "in-the-future", abolishedOn, today);
            } else if (abolishedOn.isBefore(document.issuedOn())) {
                check.note("abolishedOn", "before-issue", document.issuedOn());
            }
        }
        check.done();
        return new DocumentAbolition(abolishedOn, kind == null ? Manner.REPEALED : kind);
    }
}

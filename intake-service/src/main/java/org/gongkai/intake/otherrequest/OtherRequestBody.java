package org.gongkai.intake.otherrequest;

import java.time.LocalDate;

/** A request as a department sends it; a record class, whose components are the JSON fields. */
interface OtherRequestBody<B> {

    /** Code of the body that received it. */
    String organisation();

    /** That body's own number of the case. */
    String caseNumber();

    /** Day of receipt. */
    LocalDate receivedOn();

    /** Id of the disclosure application that it is about, or null. */
    default String application() {
        return null;
    }

    /** Trimmed and checked; refuses with every field that is wrong. */
    B checked(LocalDate today);
}

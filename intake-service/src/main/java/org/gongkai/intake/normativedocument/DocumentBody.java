package org.gongkai.intake.normativedocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.PublicNumber;
import org.gongkai.intake.record.RecordBody;

/**
 * A rule or normative document, as a department sends it.
 *
 * @param organisation code of the body that issued it
 * @param kind row of the form
 * @param title at most 500 characters
 * @param documentNumber its number (文号), at most 100 characters
 * @param issuedOn day of issue, from 1949-10-01 on
 * @param validUntil last day in force; absent: without end
 * @param supersedes number of a document of the same body that it takes the place of, which ends on the day of issue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentBody(
        String organisation,
        DocumentKind kind,
        String title,
        String documentNumber,
        LocalDate issuedOn,
        LocalDate validUntil,
        String supersedes)
        implements RecordBody {

    /** The state was founded on this day; a document is not older. */
    static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private static final int MOST_TITLE = 500;
    private static final int MOST_NUMBER = 100;

    @Override
    public LocalDate begins() {
        return issuedOn;
    }

    DocumentBody checked(LocalDate today) {
        Checking check = new Checking(today);
        if (check.given("issuedOn", issuedOn) != null) {
            if (issuedOn.isAfter(today)) {
                check.note("issuedOn", "in-the-future", issuedOn, today);
            } else if (issuedOn.isBefore(EARLIEST)) {
                check.note("issuedOn", "before-the-state", EARLIEST);
            }
            if (validUntil != null && validUntil.isBefore(issuedOn)) {
                check.note("validUntil", "before-issue", issuedOn);
            }
        }
        DocumentBody clean = new DocumentBody(
                check.organisation(organisation),
                check.given("kind", kind),
                Texts.required("title", title, MOST_TITLE, check.wrong()),
                PublicNumber.required("documentNumber", documentNumber, MOST_NUMBER, check.wrong()),
                issuedOn,
                validUntil,
                PublicNumber.optional("supersedes", supersedes, MOST_NUMBER, check.wrong()));
        if (clean.supersedes() != null && clean.supersedes().equals(clean.documentNumber())) {
            check.note("supersedes", "supersedes-itself");
        }
        check.done();
        return clean;
    }
}

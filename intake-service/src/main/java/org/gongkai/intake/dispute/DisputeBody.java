package org.gongkai.intake.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.PublicNumber;
import org.gongkai.intake.record.RecordBody;

/**
 * A review or lawsuit, as a department sends it.
 *
 * @param organisation code of the body whose disclosure is disputed
 * @param kind block of the form
 * @param caseNumber number of the case, at most 64 characters
 * @param filedOn day of filing
 * @param application id or case number of the disclosure application that it is about
 * @param afterReview of LITIGATION_AFTER_REVIEW: id or case number of the review
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeBody(
        String organisation,
        DisputeKind kind,
        String caseNumber,
        LocalDate filedOn,
        String application,
        String afterReview)
        implements RecordBody {

    /** From this day on a refusal of disclosure goes to review first (行政复议法 2023, article 23). */
    static final LocalDate REVIEW_FIRST = LocalDate.of(2024, 1, 1);

    @Override
    public LocalDate begins() {
        return filedOn;
    }

    DisputeBody checked(LocalDate today) {
        Checking check = new Checking(today);
        DisputeBody clean = new DisputeBody(
                check.organisation(organisation),
                check.given("kind", kind),
                PublicNumber.required("caseNumber", caseNumber, PublicNumber.MOST, check.wrong()),
                check.day("filedOn", filedOn),
                PublicNumber.optional("application", application, PublicNumber.MOST, check.wrong()),
                PublicNumber.optional("afterReview", afterReview, PublicNumber.MOST, check.wrong()));
        if (clean.afterReview() != null && kind != DisputeKind.LITIGATION_AFTER_REVIEW) {
            check.note("afterReview", "after-review-only");
        }
        check.done();
        return clean;
    }

    /** Whether it came to court without the review that the law puts first. */
    boolean missesReview() {
        return kind == DisputeKind.LITIGATION_DIRECT && !filedOn.isBefore(REVIEW_FIRST);
    }
}

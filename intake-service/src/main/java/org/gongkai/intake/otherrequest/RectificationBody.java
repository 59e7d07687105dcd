package org.gongkai.intake.otherrequest;

import static org.gongkai.intake.otherrequest.OtherRequestKind.plain;
import static org.gongkai.intake.otherrequest.OtherRequestKind.sealed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.PublicNumber;

/**
 * A request for rectification (更正申请, 条例 article 41): somebody has evidence that what a body's records say about him is
 * not accurate.
 *
 * @param organisation code of the body that received it
 * @param caseNumber its own number of the case, at most 64 characters, never a telephone or identity number
 * @param receivedOn day of receipt
 * @param applicant who asks
 * @param informationHeld the record that is held to be inaccurate, at most 4,000 characters
 * @param rectificationSought what it should say, at most 4,000 characters
 * @param evidence what shows it, at most 4,000 characters
 * @param handler who handles it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RectificationBody(
        String organisation,
        String caseNumber,
        LocalDate receivedOn,
        Applicant applicant,
        String informationHeld,
        String rectificationSought,
        String evidence,
        String handler)
        implements OtherRequestBody<RectificationBody> {

    static final OtherRequestKind<RectificationBody, RectificationResult> KIND = new OtherRequestKind<>(
            "/rectifications",
            "rectification",
            RectificationBody.class,
            RectificationResult.class,
            List.of(
                    plain("applicant_type", body -> body.applicant().type()),
                    sealed("applicant_name", body -> body.applicant().name()),
                    sealed("identity_document", body -> body.applicant().identityDocument()),
                    sealed("contact", body -> body.applicant().contact()),
                    sealed("information_held", RectificationBody::informationHeld),
                    sealed("rectification_sought", RectificationBody::rectificationSought),
                    sealed("evidence", RectificationBody::evidence),
                    sealed("handler", RectificationBody::handler)),
            row -> new RectificationBody(
                    row.text("organisation"),
                    row.text("case_number"),
                    row.day("received_on"),
                    new Applicant(
                            row.code("applicant_type", ApplicantType.class),
                            row.opened("applicant_name"),
                            row.opened("identity_document"),
                            row.opened("contact")),
                    row.opened("information_held"),
                    row.opened("rectification_sought"),
                    row.opened("evidence"),
                    row.opened("handler")));

    /**
     * Who asks.
     *
     * @param type its own, not its agent's
     * @param name a person's or an organisation's
     * @param identityDocument number of the document shown
     * @param contact address, telephone or e-mail
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Applicant(ApplicantType type, String name, String identityDocument, String contact) {}

    @Override
    public RectificationBody checked(LocalDate today) {
        Checking check = new Checking(today);
        RectificationBody clean = new RectificationBody(
                check.organisation(organisation),
                PublicNumber.required("caseNumber", caseNumber, PublicNumber.MOST, check.wrong()),
                check.day("receivedOn", receivedOn),
                checkedApplicant(check),
                Texts.required("informationHeld", informationHeld, OtherRequestKind.MOST_TEXT, check.wrong()),
                Texts.required("rectificationSought", rectificationSought, OtherRequestKind.MOST_TEXT, check.wrong()),
                Texts.optional("evidence", evidence, OtherRequestKind.MOST_TEXT, check.wrong()),
                Texts.optional("handler", handler, OtherRequestKind.MOST_NAME, check.wrong()));
        check.done();
        return clean;
    }

    private Applicant checkedApplicant(Checking check) {
        if (check.given("applicant", applicant) == null) {
            return null;
        }
        return new Applicant(
                check.given("applicant.type", applicant.type()),
                Texts.required("applicant.name", applicant.name(), OtherRequestKind.MOST_NAME, check.wrong()),
                Texts.optional(
                        "applicant.identityDocument",
                        applicant.identityDocument(),
                        OtherRequestKind.MOST_NAME,
                        check.wrong()),
                Texts.required("applicant.contact", applicant.contact(), OtherRequestKind.MOST_CONTACT, check.wrong()));
    }
}

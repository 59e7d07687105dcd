package org.gongkai.intake.otherrequest;

import static org.gongkai.intake.otherrequest.OtherRequestKind.plain;
import static org.gongkai.intake.otherrequest.OtherRequestKind.sealed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.PublicNumber;

/**
 * A complaint (投诉举报, 条例 articles 47 and 51): somebody holds that a body does not disclose as it must, or does not answer
 * applications as the law says.
 *
 * @param organisation code of the body that received it
 * @param caseNumber its own number of the case, at most 64 characters, never a telephone or identity number
 * @param receivedOn day of receipt
 * @param complainant who complains; absent where it is anonymous
 * @param matter what is complained of, at most 4,000 characters
 * @param aboutOrganisation code of the body that is complained of. It is not asked of the register: who looks after other
 *     bodies' disclosure (主管部门) reaches them seldom, and nothing is told or counted of the body named
 * @param application id of the disclosure application that it is about, one within the caller's reach
 * @param handler who handles it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComplaintBody(
        String organisation,
        String caseNumber,
        LocalDate receivedOn,
        Complainant complainant,
        String matter,
        String aboutOrganisation,
        String application,
        String handler)
        implements OtherRequestBody<ComplaintBody> {

    static final OtherRequestKind<ComplaintBody, ComplaintResult> KIND = new OtherRequestKind<>(
            "/complaints",
            "complaint",
            ComplaintBody.class,
            ComplaintResult.class,
            List.of(
                    plain("complainant_type", body -> body.asks().type()),
                    sealed("complainant_name", body -> body.asks().name()),
                    sealed("contact", body -> body.asks().contact()),
                    sealed("matter", ComplaintBody::matter),
                    plain("about_organisation", ComplaintBody::aboutOrganisation),
                    plain(
                            "application",
                            body -> body.application() == null ? null : UUID.fromString(body.application())),
                    sealed("handler", ComplaintBody::handler)),
            row -> new ComplaintBody(
                    row.text("organisation"),
                    row.text("case_number"),
                    row.day("received_on"),
                    Complainant.of(
                            row.code("complainant_type", ApplicantType.class),
                            row.opened("complainant_name"),
                            row.opened("contact")),
                    row.opened("matter"),
                    row.text("about_organisation"),
                    row.text("application"),
                    row.opened("handler")));

    /**
     * Who complains, as far as he says.
     *
     * @param type its own, not its agent's
     * @param name a person's or an organisation's
     * @param contact address, telephone or e-mail
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Complainant(ApplicantType type, String name, String contact) {

        private static final Complainant ANONYMOUS = new Complainant(null, null, null);

        /** Null where nothing is said. */
        static Complainant of(ApplicantType type, String name, String contact) {
            Complainant said = new Complainant(type, name, contact);
            return said.equals(ANONYMOUS) ? null : said;
        }
    }

    private Complainant asks() {
        return complainant == null ? Complainant.ANONYMOUS : complainant;
    }

    @Override
    public ComplaintBody checked(LocalDate today) {
        Checking check = new Checking(today);
        ComplaintBody clean = new ComplaintBody(
                check.organisation(organisation),
                PublicNumber.required("caseNumber", caseNumber, PublicNumber.MOST, check.wrong()),
                check.day("receivedOn", receivedOn),
                Complainant.of(
                        asks().type(),
                        Texts.optional("complainant.name", asks().name(), OtherRequestKind.MOST_NAME, check.wrong()),
                        Texts.optional(
                                "complainant.contact", asks().contact(), OtherRequestKind.MOST_CONTACT, check.wrong())),
                Texts.required("matter", matter, OtherRequestKind.MOST_TEXT, check.wrong()),
                check.code("aboutOrganisation", aboutOrganisation),
                application,
                Texts.optional("handler", handler, OtherRequestKind.MOST_NAME, check.wrong()));
        check.done();
        return clean;
    }
}

package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;
import org.gongkai.intake.record.Days;
import org.gongkai.intake.record.PublicNumber;

/**
 * A disclosure application as a department sends it (条例 article 29).
 *
 * @param organisation code of the body that received it
 * @param caseNumber its own number of the case, at most 64 characters, never a telephone or identity number
 * @param receivedOn day of receipt; absent: made by the channel's rule (article 31) from the other two; where the channel
 *     needs a confirmation that is still to come, it arrived and awaits it
 * @param arrivedOn day it reached the body
 * @param confirmedOn day it was confirmed with the applicant
 * @param channel the way it came
 * @param applicant who asks; of several the first, by whose own type the case is counted once (收到 and 办结 1 件), and whose
 *     are its fees
 * @param coApplicants who else asks (共同申请人), at most 50; absent: nobody
 * @param agents who acts for them (代理人), at most 10; absent: nobody
 * @param informationSought what is asked for, at most 4,000 characters
 * @param delivery the form and way in which it is wanted
 * @param handler who handles it
 */
public record ApplicationBody(
        String organisation,
        String caseNumber,
        LocalDate receivedOn,
        LocalDate arrivedOn,
        LocalDate confirmedOn,
        Channel channel,
        ApplicantBody applicant,
        List<ApplicantBody> coApplicants,
        List<AgentBody> agents,
        String informationSought,
        String delivery,
        String handler) {

    static final int MOST_CO_APPLICANTS = 50;
    static final int MOST_AGENTS = 10;
    static final int MOST_NAME = 200;
    static final int MOST_CONTACT = 500;
    static final int MOST_TEXT = 4_000;

    private static final Pattern CODE = Pattern.compile("[0-9A-Z-]{1,40}");

    /**
     * Who asks.
     *
     * @param type its own, not its agent's
     * @param name a person's or an organisation's
     * @param identityDocument number of the document shown
     * @param contact address, telephone or e-mail; of a co-applicant it may be absent
     */
    public record ApplicantBody(ApplicantType type, String name, String identityDocument, String contact) {

        /** Of the one who must say how to reach him or her. */
        private ApplicantBody checkedFirst(List<Violation> wrong) {
            ApplicantBody clean = checked("applicant.", wrong);
            if (clean.contact() == null) {
                Texts.required("applicant.contact", null, MOST_CONTACT, wrong);
            }
            return clean;
        }

        private ApplicantBody checked(String path, List<Violation> wrong) {
            if (type == null) {
                wrong.add(new Violation(path + "type", "required"));
            }
            return new ApplicantBody(
                    type,
                    Texts.required(path + "name", name, MOST_NAME, wrong),
                    Texts.optional(path + "identityDocument", identityDocument, MOST_NAME, wrong),
                    Texts.optional(path + "contact", contact, MOST_CONTACT, wrong));
        }

        /** As all see it but the body that holds the case. */
        ApplicantBody masked() {
            return new ApplicantBody(
                    type,
                    ApplicationView.masked(name),
                    ApplicationView.masked(identityDocument),
                    ApplicationView.masked(contact));
        }
    }

    /**
     * Who acts for the applicants.
     *
     * @param name a person's or an organisation's
     * @param identityDocument number of the document shown
     * @param contact address, telephone or e-mail
     * @param authority what he may do for whom, as the letter of attorney says (代理权限), at most 500 characters
     */
    public record AgentBody(String name, String identityDocument, String contact, String authority) {

        private AgentBody checked(String path, List<Violation> wrong) {
            return new AgentBody(
                    Texts.required(path + "name", name, MOST_NAME, wrong),
                    Texts.optional(path + "identityDocument", identityDocument, MOST_NAME, wrong),
                    Texts.optional(path + "contact", contact, MOST_CONTACT, wrong),
                    Texts.optional(path + "authority", authority, MOST_CONTACT, wrong));
        }

        /** As all see it but the body that holds the case. */
        AgentBody masked() {
            return new AgentBody(
                    ApplicationView.masked(name),
                    ApplicationView.masked(identityDocument),
                    ApplicationView.masked(contact),
                    ApplicationView.masked(authority));
        }
    }

    public ApplicationBody {
        coApplicants = coApplicants == null ? List.of() : coApplicants;
        agents = agents == null ? List.of() : agents;
    }

    /** Trimmed and checked, with the day of receipt made where it is absent; refuses with every field that is wrong. */
    ApplicationBody checked(LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        if (organisation == null) {
            wrong.add(new Violation("organisation", "required"));
        } else if (!CODE.matcher(organisation).matches()) {
            wrong.add(new Violation("organisation", "code"));
        }
        String number = PublicNumber.required("caseNumber", caseNumber, PublicNumber.MOST, wrong);
        ApplicantBody asks = checkedApplicant(wrong);
        String sought = Texts.required("informationSought", informationSought, MOST_TEXT, wrong);
        LocalDate receipt = checkedReceipt(today, wrong);
        ApplicationBody clean = new ApplicationBody(
                organisation,
                number,
                receipt,
                arrivedOn,
                confirmedOn,
                channel,
                asks,
                checkedEach("coApplicants", coApplicants, MOST_CO_APPLICANTS, wrong, ApplicantBody::checked),
                checkedEach("agents", agents, MOST_AGENTS, wrong, AgentBody::checked),
                sought,
                Texts.optional("delivery", delivery, MOST_CONTACT, wrong),
                Texts.optional("handler", handler, MOST_NAME, wrong));
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return clean;
    }

    /** Whether it arrived and is still to be confirmed with the applicant: it has no day of receipt yet. */
    boolean awaits() {
        return receivedOn == null;
    }

    /** The day on which it must have been a body's: of receipt or, while that is to come, of arrival. */
    LocalDate begins() {
        return receivedOn == null ? arrivedOn : receivedOn;
    }

    /** No step is earlier: the day of arrival or, where it is not known, of receipt. */
    LocalDate earliest() {
        return arrivedOn == null ? receivedOn : arrivedOn;
    }

    /** With these days of receipt and confirmation. */
    ApplicationBody received(LocalDate on, LocalDate confirmation) {
        return new ApplicationBody(
                organisation,
                caseNumber,
                on,
                arrivedOn,
                confirmation,
                channel,
                applicant,
                coApplicants,
                agents,
                informationSought,
                delivery,
                handler);
    }

    private ApplicantBody checkedApplicant(List<Violation> wrong) {
        if (applicant == null) {
            wrong.add(new Violation("applicant", "required"));
            return null;
        }
        return applicant.checkedFirst(wrong);
    }

    /** How one of a list is checked; its fields stand at that path. */
    private interface Check<T> {
        T of(T sent, String path, List<Violation> wrong);
    }

    private static <T> List<T> checkedEach(
            String field, List<T> sent, int most, List<Violation> wrong, Check<T> check) {
        if (sent.size() > most) {
            wrong.add(new Violation(field, "too-many", most));
            return List.of();
        }
        List<T> clean = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String path = field + "[" + i + "]";
            if (sent.get(i) == null) {
                wrong.add(new Violation(path, "required"));
            } else {
                clean.add(check.of(sent.get(i), path + ".", wrong));
            }
        }
        return clean;
    }

    private LocalDate checkedReceipt(LocalDate today, List<Violation> wrong) {
        if (channel == null) {
            wrong.add(new Violation("channel", "required"));
        }
        Days.check("arrivedOn", arrivedOn, today, wrong);
        Days.check("confirmedOn", confirmedOn, today, wrong);
        if (arrivedOn != null && confirmedOn != null && confirmedOn.isBefore(arrivedOn)) {
            wrong.add(new Violation("confirmedOn", "confirmed-before-arrival", arrivedOn));
        }
        if (receivedOn != null) {
            Days.check("receivedOn", receivedOn, today, wrong);
            return receivedOn;
        }
        if (channel == null) {
            return null;
        }
        LocalDate receipt = channel.receipt(arrivedOn, confirmedOn);
        boolean arrived = arrivedOn != null
                && wrong.stream().noneMatch(each -> each.field().equals("arrivedOn"));
        if (receipt == null && !(arrived && channel.byConfirmation())) {
            wrong.add(new Violation("receivedOn", "day-needed", channel.neededDay()));
        }
        return receipt;
    }
}

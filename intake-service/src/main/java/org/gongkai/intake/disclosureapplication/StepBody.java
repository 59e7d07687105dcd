package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.intake.lifecycle.SecrecyResult;
import org.gongkai.intake.lifecycle.Step;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Days;
import org.gongkai.intake.record.PublicNumber;
import org.gongkai.intake.record.Yuan;

/**
 * A step of an application, as a department sends it. Each kind has its own fields ({@link StepField}); one of another kind
 * is refused.
 *
 * @param type what kind of step
 * @param on the day, in Asia/Shanghai
 * @param note in the body's own words, at most 4,000 characters
 * @param respondBy last day for the applicant to answer
 * @param until the day that the body set for its reply (article 35)
 * @param party the third party that is asked or answers
 * @param organ the other organ that is asked or answers
 * @param deliveredOn when the letter reached it; absent: not known
 * @param jointlyMade whether that organ made the information jointly (article 34)
 * @param consents whether the third party agrees to disclosure
 * @param workingDays by how many the reply is put off, 1 to 20
 * @param approvedBy who approved that, or the reply
 * @param notifiedOn when the applicant was told; absent: on the day itself
 * @param noticeReceivedOn when the fee notice reached the applicant; absent: on the day itself
 * @param amountYuan decimal string in yuan; of a notice, absent: as the tariff has it
 * @param items how many items the notice is for, where it charges by item
 * @param pages how many pages it is for, where it charges by volume
 * @param office the unit that has the case in hand: no person's name, so it is kept plain and told to all who may read the
 *     case; a telephone or identity number in it is refused
 * @param handler who handles it there
 * @param reviewedBy who reviewed for secrecy what is to be disclosed (article 17)
 * @param result what that review came to
 * @param how the way in which the reply was served
 * @param archiveNumber the file's number in the archive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepBody(
        StepType type,
        LocalDate on,
        String note,
        LocalDate respondBy,
        LocalDate until,
        String party,
        String organ,
        LocalDate deliveredOn,
        Boolean jointlyMade,
        Boolean consents,
        Integer workingDays,
        String approvedBy,
        LocalDate notifiedOn,
        LocalDate noticeReceivedOn,
        String amountYuan,
        Integer items,
        Integer pages,
        String office,
        String handler,
        String reviewedBy,
        SecrecyResult result,
        String how,
        String archiveNumber) {

    /** Article 33. */
    static final int MOST_WORKING_DAYS = 20;

    static final int MOST_ITEMS = 100_000;

    static final int MOST_PAGES = 1_000_000;

    /** Trimmed and checked but for what the case alone can tell; refuses with every field that is wrong. */
    StepBody checked(LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        if (on == null) {
            wrong.add(new Violation("on", "required"));
        }
        Days.check("on", on, today, wrong);
        if (type == null) {
            wrong.add(new Violation("type", "required"));
            throw Refusal.of(wrong);
        }
        checkFields(wrong);
        checkDays(today, wrong);
        checkNumbers(wrong);
        StepBody clean = clean(wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return clean;
    }

    private void checkFields(List<Violation> wrong) {
        List<StepField> known = StepField.of(type);
        for (StepField field : StepField.values()) {
            if (field.givenIn(this) && !known.contains(field)) {
                List<String> names = new ArrayList<>(List.of("type", "on", "note"));
                known.forEach(each -> names.add(each.field()));
                wrong.add(new Violation(field.field(), "not-of-this-step", type, String.join(", ", names)));
            }
        }
        for (StepField field : StepField.required(type)) {
            if (!field.givenIn(this)) {
                wrong.add(new Violation(field.field(), "required"));
            }
        }
        if (type == StepType.FEE_NOTICED && (items == null) == (pages == null)) {
            wrong.add(new Violation(items == null ? "items" : "pages", "items-or-pages"));
        }
    }

    private void checkDays(LocalDate today, List<Violation> wrong) {
        notBefore("respondBy", respondBy, wrong);
        notBefore("until", until, wrong);
        notBefore("deliveredOn", deliveredOn, wrong);
        notBefore("noticeReceivedOn", noticeReceivedOn, wrong);
        Days.check("deliveredOn", deliveredOn, today, wrong);
        Days.check("noticeReceivedOn", noticeReceivedOn, today, wrong);
        Days.check("notifiedOn", notifiedOn, today, wrong);
    }

    private void notBefore(String field, LocalDate day, List<Violation> wrong) {
        if (day != null && on != null && day.isBefore(on)) {
            wrong.add(new Violation(field, "before-the-step", on));
        }
    }

    private void checkNumbers(List<Violation> wrong) {
        between("workingDays", workingDays, MOST_WORKING_DAYS, wrong);
        between("items", items, MOST_ITEMS, wrong);
        between("pages", pages, MOST_PAGES, wrong);
    }

    private static void between(String field, Integer number, int most, List<Violation> wrong) {
        if (number != null && (number < 1 || number > most)) {
            wrong.add(new Violation(field, "count", 1, most));
        }
    }

    private StepBody clean(List<Violation> wrong) {
        return new StepBody(
                type,
                on,
                Texts.optional("note", note, ApplicationBody.MOST_TEXT, wrong),
                respondBy,
                until,
                named("party", party, wrong),
                named("organ", organ, wrong),
                deliveredOn,
                jointlyMade,
                consents,
                workingDays,
                type == StepType.APPROVED
                        ? named("approvedBy", approvedBy, wrong)
                        : Texts.optional("approvedBy", approvedBy, ApplicationBody.MOST_NAME, wrong),
                type == StepType.EXTENDED && notifiedOn == null ? on : notifiedOn,
                type == StepType.FEE_NOTICED && noticeReceivedOn == null ? on : noticeReceivedOn,
                amount(wrong),
                items,
                pages,
                office == null ? null : PublicNumber.required("office", office, ApplicationBody.MOST_NAME, wrong),
                Texts.optional("handler", handler, ApplicationBody.MOST_NAME, wrong),
                named("reviewedBy", reviewedBy, wrong),
                result,
                Texts.optional("how", how, ApplicationBody.MOST_CONTACT, wrong),
                PublicNumber.optional("archiveNumber", archiveNumber, ApplicationBody.MOST_NAME, wrong));
    }

    private static String named(String field, String name, List<Violation> wrong) {
        return name == null ? null : Texts.required(field, name, ApplicationBody.MOST_NAME, wrong);
    }

    private String amount(List<Violation> wrong) {
        String clean = amountYuan == null ? null : Yuan.checked("amountYuan", amountYuan, wrong);
        if (clean != null && new BigDecimal(clean).signum() == 0) {
            wrong.add(new Violation("amountYuan", "nothing-to-pay"));
        }
        return clean;
    }

    /** The party or organ that it is about, or null. */
    String whom() {
        return party == null ? organ : party;
    }

    /** Whether it is the same step by its natural key: kind and day, and whom it is about. */
    boolean sameKey(StepBody other) {
        return type == other.type && on.equals(other.on) && Objects.equals(whom(), other.whom());
    }

    /** Names of the fields in which the step that exists differs; an amount that was left to the tariff is the one it had. */
    List<String> differences(StepBody kept) {
        return Amendment.differences(kept, amountYuan == null ? charging(kept.amountYuan) : this);
    }

    /** With this amount. */
    StepBody charging(String amount) {
        return with(on, amount);
    }

    /** On this day. */
    StepBody on(LocalDate day) {
        return with(day, amountYuan);
    }

    private StepBody with(LocalDate day, String amount) {
        return new StepBody(
                type,
                day,
                note,
                respondBy,
                until,
                party,
                organ,
                deliveredOn,
                jointlyMade,
                consents,
                workingDays,
                approvedBy,
                notifiedOn,
                noticeReceivedOn,
                amount,
                items,
                pages,
                office,
                handler,
                reviewedBy,
                result,
                how,
                archiveNumber);
    }

    /** As all see it but the body that holds the case. */
    StepBody masked() {
        return new StepBody(
                type,
                on,
                ApplicationView.masked(note),
                respondBy,
                until,
                ApplicationView.masked(party),
                ApplicationView.masked(organ),
                deliveredOn,
                jointlyMade,
                consents,
                workingDays,
                ApplicationView.masked(approvedBy),
                notifiedOn,
                noticeReceivedOn,
                amountYuan,
                items,
                pages,
                office,
                ApplicationView.masked(handler),
                ApplicationView.masked(reviewedBy),
                result,
                ApplicationView.masked(how),
                archiveNumber);
    }

    /** What the lifecycle needs of it. */
    Step step(int number) {
        return new Step(number, on, detail());
    }

    private Step.Detail detail() {
        return switch (type) {
            case CONFIRMED, CORRECTED, REASON_GIVEN, WITHDRAWN, ASSIGNED, APPROVED, SERVED, ARCHIVED ->
                new Step.Plain(type);
            case SECRECY_REVIEWED -> new Step.Reviewed(result);
            case CORRECTION_REQUESTED, REASON_REQUESTED -> new Step.Asked(type, respondBy);
            case DELAY_SET -> new Step.DelaySet(until);
            case THIRD_PARTY_CONSULTED -> new Step.Consulted(type, party, false, deliveredOn);
            case ORGAN_CONSULTED -> new Step.Consulted(type, organ, jointlyMade, deliveredOn);
            case THIRD_PARTY_REPLIED, ORGAN_REPLIED -> new Step.Replied(type, whom());
            case EXTENDED -> new Step.Extended(workingDays, notifiedOn);
            case FEE_NOTICED -> new Step.FeeNoticed(noticeReceivedOn, new BigDecimal(amountYuan));
            case FEE_PAID -> new Step.FeePaid(new BigDecimal(amountYuan));
        };
    }
}

package org.gongkai.intake.lifecycle;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A step that a case took.
 *
 * @param number in the order of entry, from 1
 * @param on the day, in Asia/Shanghai
 * @param detail what kind it is and what that kind says
 */
public record Step(int number, LocalDate on, Detail detail) {

    /** Its kind. */
    public StepType type() {
        return detail.type();
    }

    /** What a kind of step says beyond its day. */
    public sealed interface Detail {

        /** The kind. */
        StepType type();
    }

    /** A step that says nothing more: confirmed, corrected, reason given, withdrawn, assigned, approved, served, archived. */
    public record Plain(StepType type) implements Detail {}

    /** Something is asked of the applicant: to correct (article 30), to give reasons (article 35). */
    public record Asked(StepType type, LocalDate respondBy) implements Detail {}

    /** A day for the reply, set by the body and told to the applicant (article 35). */
    public record DelaySet(LocalDate until) implements Detail {

        @Override
        public StepType type() {
            return StepType.DELAY_SET;
        }
    }

    /**
     * A third party (article 32) or another organ (article 34) is asked.
     *
     * @param whom its name
     * @param jointlyMade whether the organ made the information jointly; a third party never did
     * @param deliveredOn when the letter reached it; null where unknown
     */
    public record Consulted(StepType type, String whom, boolean jointlyMade, LocalDate deliveredOn) implements Detail {

        /** Whether its time is limited: silence of a third party, or of an organ that made it jointly, ends the asking. */
        public boolean limited() {
            return type == StepType.THIRD_PARTY_CONSULTED || jointlyMade;
        }
    }

    /** It answered. */
    public record Replied(StepType type, String whom) implements Detail {}

    /**
     * The reply takes longer (article 33).
     *
     * @param workingDays 1 to 20
     * @param notifiedOn when the applicant was told
     */
    public record Extended(int workingDays, LocalDate notifiedOn) implements Detail {

        @Override
        public StepType type() {
            return StepType.EXTENDED;
        }
    }

    /**
     * The applicant was told what to pay (国办函〔2020〕109号 article 6).
     *
     * @param noticeReceivedOn when the notice reached the applicant
     * @param amountYuan exact yuan
     */
    public record FeeNoticed(LocalDate noticeReceivedOn, BigDecimal amountYuan) implements Detail {

        @Override
        public StepType type() {
            return StepType.FEE_NOTICED;
        }
    }

    /** What is to be disclosed was reviewed for secrecy (article 17). */
    public record Reviewed(SecrecyResult result) implements Detail {

        @Override
        public StepType type() {
            return StepType.SECRECY_REVIEWED;
        }
    }

    /** The applicant paid, all or a part. */
    public record FeePaid(BigDecimal amountYuan) implements Detail {

        @Override
        public StepType type() {
            return StepType.FEE_PAID;
        }
    }
}

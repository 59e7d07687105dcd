package org.gongkai.intake.statutoryclock;

/** The limits in working days that the law sets; the base day of each is not counted. */
public enum StatutoryLimit {
    /** To notify once what is to be corrected (补正), from receipt. */
    CORRECTION_NOTICE(7, "条例第三十条"),
    /** To answer (答复), from the base day of the clock. */
    REPLY(20, "条例第三十三条"),
    /** At most, once, from the due day before it (延长答复期限). */
    EXTENSION(20, "条例第三十三条"),
    /** For a third party (第三方) to say what it thinks, from receipt of the letter. */
    OPINION_OF_THIRD_PARTY(15, "条例第三十二条"),
    /** For another organ to do so where the information was jointly made (共同制作), from receipt of the letter. */
    OPINION_OF_JOINT_MAKER(15, "条例第三十四条"),
    /** To pay the processing fee (信息处理费), from receipt of the notice. */
    FEE_PAYMENT(20, "国办函〔2020〕109号第六条");

    private final int workingDays;
    private final String article;

    StatutoryLimit(int workingDays, String article) {
        this.workingDays = workingDays;
        this.article = article;
    }

    /** How many. */
    public int workingDays() {
        return workingDays;
    }

    /** Where it stands, 条例第三十三条. */
    public String article() {
        return article;
    }
}

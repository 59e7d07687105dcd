package org.gongkai.intake.lifecycle;

import java.time.LocalDate;

/** The way an application came, and with it the day of receipt (收到之日, 条例 article 31). */
public enum Channel {
    /** 当面提交: the day it is handed in. */
    IN_PERSON(false),
    /** 邮寄（需签收）: the day the body signs. */
    SIGNED_MAIL(false),
    /** 平常信函等无需签收: the day it is confirmed with the applicant. */
    ORDINARY_MAIL(true),
    /** 互联网渠道: the day both sides confirm. */
    ONLINE(true),
    /** 政府信息公开工作机构的传真: the day both sides confirm. */
    FAX(true),
    /** 口头（书面确有困难）: the body fills in the form; as in person. */
    ORAL(false);

    private final boolean byConfirmation;

    Channel(boolean byConfirmation) {
        this.byConfirmation = byConfirmation;
    }

    /** Receipt by article 31 from the two days that may be known; null where the one that counts is not. */
    public LocalDate receipt(LocalDate arrivedOn, LocalDate confirmedOn) {
        return byConfirmation ? confirmedOn : arrivedOn;
    }

    /** The field that {@link #receipt} needs. */
    public String neededDay() {
        return byConfirmation ? "confirmedOn" : "arrivedOn";
    }

    /** Whether receipt is the day on which it is confirmed with the applicant; until then the case waits. */
    public boolean byConfirmation() {
        return byConfirmation;
    }
}

package org.gongkai.intake.personaldata;

import java.time.LocalDate;

/** Takes the personal data out of records of some kind whose time is over. */
public interface Erasing {

    /** Erases those that ended, or were taken back, more than so many years before that day; answers how many. */
    int eraseAll(int years, LocalDate today);
}

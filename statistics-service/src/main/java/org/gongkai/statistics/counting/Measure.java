package org.gongkai.statistics.counting;

/** What a cell counts. */
public enum Measure {
    /** Applications received on a day of the month; the category is the channel. */
    RECEIVED,
    /** Applications decided on a day of the month; the category is the outcome. */
    DECIDED,
    /** Likewise, by how long it took; the category is the working days used, where they are known. */
    DECIDED_IN,
    /** Likewise, by whether it came in time; the category is {@code IN_TIME} or {@code LATE}, where that is known. */
    DECIDED_ON_TIME,
    /** Open applications due on a day of the month; the category is the day, {@code 01} to {@code 31}. */
    DUE,
    /** Distinct items published. */
    ITEMS,
    /** Items times channels; the category is the channel. */
    PUBLICATIONS,
    /** Documents issued; the category is the kind. */
    DOCUMENTS_ISSUED,
    /** Documents that ended; the category is the kind. */
    DOCUMENTS_ENDED,
    /** Administrative decisions; the category is the kind. */
    ADMINISTRATIVE_DECISIONS,
    /** Administrative fees, in fen. */
    ADMINISTRATIVE_FEES_FEN,
    /** Applications for which a processing fee was collected. */
    PROCESSING_FEE_CASES,
    /** Processing fees, in fen. */
    PROCESSING_FEE_FEN,
    /** Reviews and lawsuits filed; the category is the kind. */
    DISPUTES_FILED,
    /** Their conclusions; the category is kind and result, with a dot between. */
    DISPUTES_CONCLUDED,
    /** Those that went on after a conclusion of an earlier year; the category is the kind. */
    DISPUTES_REOPENED,
    /** Values of indicators, in December; the category is the indicator. */
    INDICATOR,
    /** How many bodies reported the indicator; the category is the indicator. */
    INDICATOR_REPORTS;

    /**
     * Whether a count of it is part of what a body says of the year when it confirms it. When an open application is due is
     * not: that moves by the calendar alone, and the year's data are as complete as before.
     */
    public boolean isOfTheYear() {
        return this != DUE;
    }
}

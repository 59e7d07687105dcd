package org.gongkai.statistics.counting;

/** What a cell counts. */
public enum Measure {
    /** Applications received on a day of the month; the category is the channel. */
    RECEIVED,
    /** Applications decided on a day of the month; the category is the outcome. */
    DECIDED,
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
    INDICATOR_REPORTS
}

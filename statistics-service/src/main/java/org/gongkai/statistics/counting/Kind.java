package org.gongkai.statistics.counting;

/**
 * What a cell counts, beside whose and when.
 *
 * @param category a finer code of the measure, {@value Cell#NO_CATEGORY} where it has none
 * @param applicantType code of the applicant's type, {@value Cell#NO_APPLICANT} where nobody applied
 */
public record Kind(Measure measure, String category, String applicantType) {}

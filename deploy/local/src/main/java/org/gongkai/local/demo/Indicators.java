package org.gongkai.local.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Indicators for parts (三) to (五) of section one. What the published text does not speak of is not reported, neither
 * complaints (举报投诉), which it has outside of section one.
 */
final class Indicators {

    /**
     * A figure of the data file.
     *
     * @param code of the catalogue
     * @param pointer its place in the data file
     * @param ofCounties whether the counties report it, each its part
     */
    record Line(String code, String pointer, boolean ofCounties) {}

    static final List<Line> LINES = List.of(
            new Line("DOCUMENTS_FILED_ISSUED", "/overview/management/filed_qingzhengfa_etc", false),
            new Line("DOCUMENTS_FILED_LETTERS", "/overview/management/filed_letters", false),
            new Line("POLICIES_INTERPRETED", "/overview/management/policy_documents_interpreted", false),
            new Line("DISCLOSURE_PLATFORMS", "/overview/platform/grassroots_platforms", true),
            new Line("DISCLOSURE_COLUMNS", "/overview/platform/grassroots_columns", true),
            new Line("NEW_MEDIA_ACCOUNTS", "/overview/platform/new_media_accounts", true),
            new Line("SURVEYS", "/overview/platform/surveys", false),
            new Line("FULL_INSPECTIONS", "/overview/platform/full_checks", false),
            new Line("RECTIFICATION_CAMPAIGNS", "/overview/platform/problem_rectifications", false),
            new Line("RECTIFICATION_VERIFICATIONS", "/overview/platform/rectification_checks", false),
            new Line("MONITORING_REPORTS", "/overview/platform/monitoring_reports", false),
            new Line("NOTICES_ISSUED", "/overview/platform/notices_issued", false),
            new Line("REPORTS_SUBMITTED", "/overview/platform/reports_up", false),
            new Line("ASSESSMENT_ASPECTS", "/overview/safeguards/assessment_aspects", false),
            new Line("ASSESSMENT_INDICATORS", "/overview/safeguards/assessment_indicators", false),
            new Line("COUNTIES_ASSESSED", "/overview/safeguards/counties_scored", false),
            new Line("DEPARTMENTS_ASSESSED", "/overview/safeguards/departments_scored", false));

    private final int year;
    private final List<Posting> postings = new ArrayList<>();

    private Indicators(int year) {
        this.year = year;
    }

    static List<Posting> of(PublishedReport report) {
        Indicators indicators = new Indicators(Months.yearOf(report));
        for (Line line : LINES) {
            long value = report.figure(line.pointer());
            if (line.ofCounties()) {
                indicators.addOfCounties(line.code(), value);
            } else {
                indicators.add(Body.CITY, line.code(), value);
            }
        }
        indicators.add(Body.CITY, "POLICIES_TO_INTERPRET", toInterpret(report));
        return indicators.postings;
    }

    /** The text has the rate and what was interpreted, not what there was to interpret. */
    private static long toInterpret(PublishedReport report) {
        return report.figure("/overview/management/policy_documents_interpreted")
                * 100
                / report.figure("/overview/management/interpretation_rate_pct");
    }

    private void addOfCounties(String code, long value) {
        List<Body> counties = Body.all().stream()
                .filter(body -> body.level().equals("COUNTY") && body.kind().equals("GOVERNMENT"))
                .toList();
        long[] weights = new long[counties.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights.length + i;
        }
        long[] parts = Apportionment.of(value, weights);
        for (int i = 0; i < parts.length; i++) {
            add(counties.get(i).code(), code, parts[i]);
        }
    }

    private void add(String body, String code, long value) {
        postings.add(Posting.of(
                body,
                "/indicators",
                Posting.recordOf(body).put("year", year).put("indicator", code).put("value", value)));
    }
}

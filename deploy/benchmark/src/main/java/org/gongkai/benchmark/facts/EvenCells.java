package org.gongkai.benchmark.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The worst case for whoever folds before it writes: every cell of every body in turn, four of each, so that no two facts
 * of a batch have a cell in common. Applications received by four types of applicant, without a due day.
 */
public final class EvenCells implements FactSource {

    private static final String[] APPLICANTS = {
        "NATURAL_PERSON", "COMMERCIAL_ENTERPRISE", "RESEARCH_INSTITUTION", "LEGAL_SERVICE_ORG"
    };
    private static final LocalDate DAY = LocalDate.of(Mixture.FIRST_YEAR, 3, 4);
    private static final Instant NOW = DAY.atTime(2, 0).toInstant(ZoneOffset.UTC);
    /** Neighbours stand far apart in the key, as they do in a country; without a factor in common with their number. */
    private static final long STRIDE = 7_919;

    private final Country country;
    private final Numbering numbering;
    private final Tally tally = new Tally();
    private long made;

    public EvenCells(Country country, Numbering numbering) {
        this.country = country;
        this.numbering = numbering;
    }

    /** How many cells there are. */
    public static long cells(Country country) {
        return (long) country.bodies() * APPLICANTS.length;
    }

    @Override
    public Fact next() {
        long one = made++;
        String code = country.code((int) (one * STRIDE % country.bodies()));
        String applicant = APPLICANTS[(int) (one / country.bodies() % APPLICANTS.length)];
        tally.add("RECEIVED", code, DAY, 1);
        return numbering.number(
                code,
                Numbering.lane(code),
                "ApplicationReceived",
                NOW,
                new Json()
                        .text("caseId", numbering.id(NOW).toString())
                        .text("caseNumber", "公开申〔" + DAY.getYear() + "〕" + made + "号")
                        .text("organisation", code)
                        .text("receivedOn", DAY.toString())
                        .text("applicantType", applicant)
                        .text("channel", "ONLINE")
                        .end());
    }

    @Override
    public Tally tally() {
        return tally;
    }
}

package org.gongkai.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which applications give exactly the published cells of 2021: every decided one of the table is a case; as many of each
 * applicant type as the table carries in were received in December 2020, all others in 2021. The same at each run.
 *
 * <p>Of 2020 only the number of replies is public; types and outcomes of that year are invented (演示数据).
 */
public final class Plan {

    /** 答复依申请公开187件: the city's own report for 2020. */
    public static final int REPLIES_OF_2020 = 187;

    private static final List<String> CHANNELS = List.of("ONLINE", "SIGNED_MAIL", "IN_PERSON", "ORDINARY_MAIL", "FAX");
    private static final List<String> INVENTED_OUTCOMES = List.of(
            "GRANTED_FULL",
            "GRANTED_FULL",
            "GRANTED_PARTIAL",
            "UNABLE_NOT_HELD",
            "GRANTED_FULL",
            "REFUSED_THIRD_PARTY_RIGHTS",
            "GRANTED_PARTIAL",
            "UNABLE_NOT_READY_MADE",
            "GRANTED_FULL",
            "NOT_HANDLED_PETITION");
    private static final List<String> INVENTED_TYPES = List.of(
            "NATURAL_PERSON",
            "NATURAL_PERSON",
            "NATURAL_PERSON",
            "NATURAL_PERSON",
            "COMMERCIAL_ENTERPRISE",
            "NATURAL_PERSON",
            "LEGAL_SERVICE_ORG");
    private static final int[] CARRIED_DAYS_OF_DECEMBER = {4, 9, 15, 21, 25, 31};
    /** Coprime to the number of bodies, so that neighbours in time belong to different bodies. */
    private static final int STRIDE = 17;

    private final List<Body> bodies = Body.all();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private int sequence;

    private Plan() {}

    /** All cases of 2020 and 2021 in the order of their receipt. */
    public static List<Case> of(PublishedReport report) {
        Plan plan = new Plan();
        plan.year2020();
        plan.year2021(report);
        plan.cases.sort(java.util.Comparator.comparing(Case::receivedOn)
                .thenComparing(Case::body)
                .thenComparing(Case::number));
        return List.copyOf(plan.cases);
    }

    private void year2020() {
        for (int i = 0; i < REPLIES_OF_2020; i++) {
            LocalDate received = spread(2020, i, REPLIES_OF_2020);
            add(
                    received,
                    INVENTED_TYPES.get(i % INVENTED_TYPES.size()),
                    INVENTED_OUTCOMES.get(i % INVENTED_OUTCOMES.size()),
                    replied(received, INVENTED_OUTCOMES.get(i % INVENTED_OUTCOMES.size()), i));
        }
    }

    private void year2021(PublishedReport report) {
        List<String[]> decided = new ArrayList<>();
        List<String[]> carried = new ArrayList<>();
        for (String type : report.applicantTypes()) {
            int toCarry = report.cell("CARRIED_IN", type);
            for (String outcome : report.outcomes()) {
                for (int i = 0; i < report.cell(outcome, type); i++) {
                    (toCarry-- > 0 ? carried : decided).add(new String[] {type, outcome});
                }
            }
        }
        for (int i = 0; i < carried.size(); i++) {
            LocalDate received = LocalDate.of(2020, 12, CARRIED_DAYS_OF_DECEMBER[i % CARRIED_DAYS_OF_DECEMBER.length]);
            LocalDate replied = replied(received, carried.get(i)[1], i);
            LocalDate earliest = LocalDate.of(2021, 1, 4).plusDays(i);
            add(
                    received,
                    carried.get(i)[0],
                    carried.get(i)[1],
                    workday(replied.isBefore(earliest) ? earliest : replied));
        }
        for (int i = 0; i < decided.size(); i++) {
            // types and outcomes mixed over the year: a stride through the list
            String[] item = decided.get((int) ((long) i * 61 % decided.size()));
            LocalDate received = spread(2021, i, decided.size());
            add(received, item[0], item[1], replied(received, item[1], i));
        }
    }

    private void add(LocalDate received, String type, String outcome, LocalDate decidedOn) {
        Body body = bodies.get(sequence * STRIDE % bodies.size());
        int number = numbers.merge(body.code() + "-" + received.getYear(), 1, Integer::sum);
        cases.add(new Case(
                body.code(),
                "%s-%d-%04d".formatted(body.code(), received.getYear(), number),
                received,
                type,
                CHANNELS.get(sequence % CHANNELS.size()),
                outcome,
                decidedOn));
        sequence++;
    }

    /** From early January to the end of November, so that a reply in time falls into the same year. */
    private static LocalDate spread(int year, int index, int count) {
        int firstDay = 6;
        int lastDay = 330;
        return workday(LocalDate.ofYearDay(year, firstDay + index * (lastDay - firstDay) / count));
    }

    /** Within 20 working days as a rule (article 33); a term that was set is waited for. */
    private static LocalDate replied(LocalDate received, String outcome, int index) {
        if (outcome.equals("OTHER_CORRECTION_OVERDUE")) {
            return workday(Steps.termOfCorrection(received).plusDays(1));
        }
        return workday(received.plusDays(7 + index * 5 % 18));
    }

    static LocalDate workday(LocalDate day) {
        LocalDate found = day;
        while (found.getDayOfWeek() == DayOfWeek.SATURDAY || found.getDayOfWeek() == DayOfWeek.SUNDAY) {
            found = found.plusDays(1);
        }
        return found;
    }
}
